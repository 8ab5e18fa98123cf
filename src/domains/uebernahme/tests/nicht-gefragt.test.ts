import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const l = listen(db);
const KREIS = "05382";
const FRAGE = "Keine Hilfe nötig, oder nicht gefragt?";

beforeAll(async () => {
  await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
  await kommunenVon(KREIS);
});

const HEAD = "Datum;Kommune;Thema;Verständigung\n";
const csv = (tage: readonly number[], how: string) =>
  Buffer.from(HEAD + tage.map((tag) => `${tag}.3.2023;Much;Wohnen;${how}\n`).join(""));
const stored = async (actor: Actor) =>
  (await db.admin("select verstaendigung from kim.beratung where konto_id = $1 order by am", [actor.kontoId])).map(
    (row) => row["verstaendigung"],
  );

test("a no is asked about once: what nobody asked is no help that nobody needed", async () => {
  const { actor } = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
  const client = room().as(actor);
  const liste = await l.hoch(actor, "Eins.csv", csv([1, 2, 3], "keine"));
  const [pruefen, woerter] = ["pruefen", "woerter"].map((step) => `/uebernahmen/${liste.id}/${step}`);
  const { html } = await client.get(pruefen ?? "");
  expect(html).toContain(FRAGE);
  expect(html).toContain("Was heißt „keine“ in 3 Zeilen?");
  const form = formOf(html, woerter ?? "");
  const field = Object.keys(form).find((name) => name.startsWith("wort-")) ?? "";
  expect((await client.post(woerter ?? "", { ...form, [field]: "-" })).status).toBe(303);
  const decided = await l.lies(actor, liste.id);
  expect((await client.get(pruefen ?? "")).html).not.toContain(FRAGE);
  await l.uebernimm(actor, decided);
  expect(await stored(actor)).toEqual([null, null, null]);

  const next = await l.hoch(actor, "Zwei.csv", csv([11, 12], "keine"));
  expect((await client.get(`/uebernahmen/${next.id}/pruefen`)).html).not.toContain(FRAGE);
  await l.uebernimm(actor, next);
  expect(await stored(actor)).toEqual([null, null, null, null, null]);
});

test("answered with yes, it is not asked again either; plain words are not asked about", async () => {
  const { actor } = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
  const client = room().as(actor);
  const liste = await l.hoch(actor, "Drei.csv", csv([1], "nein"));
  const path = `/uebernahmen/${liste.id}`;
  const form = formOf((await client.get(`${path}/pruefen`)).html, `${path}/woerter`);
  const field = Object.keys(form).find((name) => name.startsWith("wort-")) ?? "";
  await client.post(`${path}/woerter`, { ...form, [field]: "nicht_noetig" });
  await l.uebernimm(actor, await l.lies(actor, liste.id));
  expect(await stored(actor)).toEqual(["nicht_noetig"]);
  const plain = await l.hoch(actor, "Vier.csv", csv([5], "Deutsch"));
  expect((await client.get(`/uebernahmen/${plain.id}/pruefen`)).html).not.toContain(FRAGE);
});
