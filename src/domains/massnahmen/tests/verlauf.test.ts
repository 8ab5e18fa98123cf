import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { NotFound } from "../../../platform/form.ts";
import {
  IndikatorEingabe,
  MassnahmeEingabe,
  MesswertEingabe,
  addIndikator,
  addMassnahme,
  addMesswert,
  massnahmenBericht,
} from "../index.ts";
import { changeMassnahme } from "../commands/change-massnahme.ts";
import { changeIndikator, removeIndikator } from "../commands/set-indikator.ts";
import { eineMassnahme } from "../queries/eine.ts";

const db = testDatabase();
const heute = today();
const von = daysFrom(heute, -400);
const gemessen = MesswertEingabe.parse({ am: daysFrom(heute, -100), wert: "13" });

test("what a measure and its indicators said before stays readable, and a paper about a past day calls them as they were called", async () => {
  const stelle = await beratungsstelle();
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"], name: "Jo Muster" });
  const luecke = await alsThema(stelle.konto.actor, actor, stelle.ags, "Es fehlen Plätze");
  const typed = {
    titel: "Zwei Gruppen",
    luecken: [luecke],
    ziel: "Jedes Kind hat einen Platz.",
    verantwortlich: "Jugendamt",
    organisationen: [],
    von,
  };
  const id = await writeAs(actor, (tx) => addMassnahme(tx, actor, MassnahmeEingabe.parse(typed)));
  const goal = { name: "Plätze", einheit: "Plätze", richtung: "mehr", anfang: "0", anfang_am: von, ziel: "24" };
  const messen = { ...goal, ziel_am: daysFrom(heute, 90) };
  const indikator = await writeAs(actor, (tx) => addIndikator(tx, actor, id, IndikatorEingabe.parse(messen)));
  const seen = async () => (await readAs(actor, (tx) => eineMassnahme(tx, actor, id))).aenderungen;
  expect((await seen()).map(({ label, alt, neu }) => [label, alt, neu])).toEqual([["Indikator", "–", "Plätze"]]);
  await db.admin("update kim.massnahme_aenderung set am = $1", [von]);

  const later = { ...typed, titel: "Drei Gruppen", budget: "12.500", quelle: "Mittel des Landes", bis: heute };
  await writeAs(actor, (tx) => changeMassnahme(tx, actor, { id, version: 1 }, MassnahmeEingabe.parse(later)));
  const anders = IndikatorEingabe.parse({ ...messen, name: "Plätze am Nachmittag", ziel: "36,5" });
  await writeAs(actor, (tx) => changeIndikator(tx, actor, { id: indikator, version: 1 }, anders));
  const rows = await seen();
  expect(rows.slice(0, -1).map(({ label, alt, neu }) => [label, alt, neu])).toEqual([
    ["Ziel (Indikator „Plätze“)", "24", "36,5"],
    ["Name (Indikator „Plätze“)", "Plätze", "Plätze am Nachmittag"],
    ["Endet am", "–", tagText(heute)],
    ["Geld von", "–", "Mittel des Landes"],
    ["Budget", "–", "12.500\u00A0€"],
    ["Name", "Zwei Gruppen", "Drei Gruppen"],
  ]);
  const { namen } = await readAs(actor, (tx) => eineMassnahme(tx, actor, id));
  expect([...new Set(rows.map(({ wer }) => namen.get(wer)))]).toEqual(["Jo Muster"]);

  const told = async (bis: string) =>
    (await readAs(actor, (tx) => massnahmenBericht(tx, { von: daysFrom(bis, -30), bis }))).map((m) => [
      m.titel,
      m.indikatoren.map(({ name, ziel }) => [name, ziel]),
    ]);
  expect(await told(daysFrom(heute, -1))).toEqual([["Zwei Gruppen", [["Plätze", 24]]]]);
  expect(await told(heute)).toEqual([["Drei Gruppen", [["Plätze am Nachmittag", 36.5]]]]);
  // It ends today: of a later paper it is no part. Nothing that was changed twice on the way is told.
  expect(await told(daysFrom(heute, 60))).toEqual([]);
  const zurueck = { ...later, titel: "Vier Gruppen" };
  await writeAs(actor, (tx) => changeMassnahme(tx, actor, { id, version: 2 }, MassnahmeEingabe.parse(zurueck)));
  expect(await told(daysFrom(heute, -1))).toEqual([["Zwei Gruppen", [["Plätze", 24]]]]);

  const spaeter = IndikatorEingabe.parse({ ...messen, name: "Plätze am Abend" });
  const kurz = await writeAs(actor, (tx) => addIndikator(tx, actor, id, spaeter));
  await writeAs(actor, (tx) => addMesswert(tx, actor, indikator, gemessen));
  for (const [one, version] of [[indikator, 2] as const, [kurz, 1] as const])
    await writeAs(actor, (tx) => removeIndikator(tx, actor, { id: one, version }));
  expect((await seen())[1]).toMatchObject({ label: "Indikator", alt: "Plätze am Nachmittag", neu: "–" });
  expect((await readAs(actor, (tx) => eineMassnahme(tx, actor, id))).reihen).toEqual([]);
  await expect(writeAs(actor, (tx) => addMesswert(tx, actor, indikator, gemessen))).rejects.toThrow(NotFound);
  expect(await told(heute)).toEqual([["Vier Gruppen", []]]);
  const gestern = daysFrom(heute, -1);
  expect(await told(gestern), "what went later was there; what came later was not").toEqual([
    ["Zwei Gruppen", [["Plätze", 24]]],
  ]);
  const [damals] = await readAs(actor, (tx) => massnahmenBericht(tx, { von, bis: gestern }));
  expect(damals?.indikatoren, "with what was measured until then").toMatchObject([{ zuletzt: 13, lage: "besser" }]);
});
