import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { lastJeTraeger } from "../../auswertung/queries/last.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { countAllAuslastung } from "../commands/count-auslastung.ts";
import { setFrist } from "../commands/set-frist.ts";
import { NeueFrist } from "../model/frist.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
});

const cells = (html: string) => [...html.matchAll(/<td class="num"[^>]*>([^<]*)/g)].map(([, n]) => n);

test("a Leitung reads counts of her own Träger, by who has them; another one reads nothing of it", async () => {
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  const fall = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  await writeAs(actor, (tx) => openFall(tx, actor, fall));
  for (const days of [-1, 5]) {
    const input = NeueFrist.parse({ person, titel: "Nachfragen", am: daysFrom(today(), days) });
    await writeAs(actor, (tx) => setFrist(tx, actor, input));
  }
  await asWorker(db, countAllAuslastung);
  const { kreis, traegerId } = stelle;
  const leitung = (await testKonto({ kreis, traegerId, rollen: ["traeger_leitung"] })).actor;
  expect(cells((await room().as(leitung).get("/auslastung")).html)).toEqual(["1", "0", "0", "2", "1"]);
  const other = (await testKonto({ kreis, rollen: ["traeger_leitung"] })).actor;
  expect((await room().as(other).get("/auslastung")).html).toContain("noch keine Fälle");
});

test("whoever coordinates reads it by Träger, with the cases that nobody leads any more, and no small number", async () => {
  const { kreis, traegerId } = stelle;
  const weg = (await testKonto({ kreis, traegerId, rollen: ["cm_lokal"] })).actor;
  for (let i = 0; i < 4; i += 1) {
    const person = await writeAs(weg, (tx) =>
      createPerson(tx, weg, PersonEingabe.parse({ person_vorname: "Jo", person_nachname: `Muster ${"abcd"[i]}` })),
    );
    await writeAs(weg, (tx) =>
      openFall(tx, weg, NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" })),
    );
  }
  await db.admin("update kim.rolle set bis = current_date - 1, von = current_date - 2 where konto_id = $1", [
    weg.kontoId,
  ]);
  await asWorker(db, countAllAuslastung);
  const koordination = (await testKonto({ kreis, rollen: ["cm_koordination"] })).actor;
  const { lasten } = await readAs(koordination, lastJeTraeger);
  const eigene = lasten.find((one) => one.traegerId === traegerId);
  // Four of five have nobody; the one that somebody has is small, and both would tell it.
  expect(eigene).toMatchObject({ faelle: 5, ohne: ".", ueberfaellig: "." });
  expect(eigene?.phasen.anfrage).toBe(5);
});
