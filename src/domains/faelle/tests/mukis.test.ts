import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { addAngehoerige, addStelle } from "../../familie/index.ts";
import { NeuesKind, addKind } from "../../muki/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const room = useRoom(routes);
let stelle: Beratungsstelle;
let mukis: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle("05382", ["cm_mukis"]);
  mukis = stelle.konto.actor;
});

const child = (of: Actor): Promise<string> =>
  writeAs(of, (tx) => createPerson(tx, of, PersonEingabe.parse({ person_vorname: "Ida", person_nachname: "Muster" })));
const typed = (person: string, art: string) => ({ person, art, begonnen: today(), dringlichkeit: "normal" });

test("a case of MuKi-S says so, names who cares for the child and its Kita, and is found by its kind", async () => {
  const kind = await child(mukis);
  await writeAs(mukis, async (tx) => {
    const neu = { beziehung: "elternteil", von: null, zusammen: true } as const;
    await addAngehoerige(tx, mukis, kind, neu, PersonEingabe.parse({ person_vorname: "Mutter Mustermann" }));
    await addStelle(tx, mukis, kind, { art: "vormund", stelle: "Jugendamt Probestadt", von: null, bis: null });
    const delfin = {
      person: kind,
      jahr: today().slice(0, 4),
      am: today(),
      ags: stelle.ags[0],
      kita: "Kita Regenbogen",
    };
    await addKind(tx, mukis, NeuesKind.parse(delfin));
  });
  const client = room().as(mukis);
  expect((await client.get(`/faelle/neu?person=${kind}`)).html).toContain("Was für ein Fall?");
  const { location } = await client.post("/faelle/neu", typed(kind, "mukis"));
  const { html } = await client.get(location);
  for (const words of ["MuKi-S", "Mutter Mustermann", "Elternteil", "Jugendamt Probestadt", "Kita Regenbogen"])
    expect(html).toContain(words);
  const id = /faelle\/([0-9a-f-]{36})/.exec(location)?.[1] ?? "";
  const other = (await client.post("/faelle/neu", typed(kind, "cm"))).location.split("?")[0] ?? "";
  expect((await client.get(other)).html).not.toContain("Kita Regenbogen");
  expect((await client.get("/faelle?art=mukis")).html).toContain(id);
  expect((await client.get("/faelle?art=cm")).html).not.toContain(id);
});

test("nobody else begins one, or is asked of which kind a case is", async () => {
  const { kreis, traegerId } = stelle;
  const { actor } = await testKonto({ kreis, traegerId, rollen: ["cm_lokal"] });
  const [kind, client] = [await child(actor), room().as(actor)];
  expect((await client.get(`/faelle/neu?person=${kind}`)).html).not.toContain("Was für ein Fall?");
  const refused = await client.post("/faelle/neu", typed(kind, "mukis"));
  expect([refused.status, refused.html.includes("legt das Team MuKi-S an")]).toEqual([422, true]);
});
