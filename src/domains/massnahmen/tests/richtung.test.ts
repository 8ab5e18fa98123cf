import { expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { alsThema } from "../../../../tests/support/gremien.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { blaetterNachgezogen } from "../../../../tests/support/zaehlen.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { halbjahrAm } from "../../auswertung/index.ts";
import { changeIndikator } from "../commands/set-indikator.ts";
import { IndikatorEingabe, MassnahmeEingabe, addIndikator, addMassnahme, addMesswert } from "../index.ts";
import { lageVon } from "../model/messung.ts";
import { MesswertEingabe } from "../model/massnahme.ts";
import { indikatorOf } from "../queries/massnahmen.ts";
import { reihen } from "../queries/reihen.ts";

const db = testDatabase();
const heute = today();
/** A half-year that is over, with more before it than a report could begin with. */
const damals = halbjahrAm(daysFrom(halbjahrAm(heute).von, -1));

test("a goal is never worse than the start, typed or counted, and less can be what was reached", async () => {
  const stelle = await beratungsstelle();
  const { actor } = await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] });
  const luecke = await alsThema(stelle.konto.actor, actor, stelle.ags, "Es fehlen Plätze");
  await db.admin(
    "insert into kim.zaehlung (kreis, traeger_id, monat, ags, merkmal, kode, anzahl) values ($1, $2, $3, $4, 'ergebnis', 'kein_angebot', 15)",
    [stelle.kreis, stelle.traegerId, damals.von, stelle.ags[0]],
  );
  await blaetterNachgezogen(db);
  const typed = { titel: "Briefe", ziel: "Verständlich", verantwortlich: "Amt", organisationen: [], von: damals.von };
  const eingabe = MassnahmeEingabe.parse({ ...typed, luecken: [luecke] });
  const massnahme = await writeAs(actor, (tx) => addMassnahme(tx, actor, eingabe));
  const goal = { richtung: "weniger", anfang_am: damals.von, ziel_am: daysFrom(heute, 300) };
  const read = (more: Readonly<Record<string, string>>) => IndikatorEingabe.parse({ ...goal, ...more });
  const add = (more: Readonly<Record<string, string>>) =>
    writeAs(actor, (tx) => addIndikator(tx, actor, massnahme, read(more)));
  const wrong = { errors: [{ field: "ziel", message: expect.stringContaining("schlechter als der Anfang") }] };

  const wochen = { name: "Wochen bis zum Platz", einheit: "Wochen", anfang: "12" };
  await expect(add({ ...wochen, ziel: "16" })).rejects.toMatchObject(wrong);
  await expect(add({ ...wochen, ziel: "4", richtung: "mehr" })).rejects.toMatchObject(wrong);
  await expect(add({ zahl: "kein_angebot", ziel: "20" })).rejects.toMatchObject(wrong);
  // Of a half-year of which nothing is counted nobody knows what the start was.
  const davor = halbjahrAm(daysFrom(damals.von, -1));
  await add({ zahl: "kein_angebot", ziel: "8", anfang_am: davor.von });
  const gebunden = await add({ zahl: "kein_angebot", ziel: "8" });
  const verkehrt = read({ zahl: "kein_angebot", ziel: "20" });
  const change = writeAs(actor, (tx) => changeIndikator(tx, actor, { id: gebunden, version: 1 }, verkehrt));
  await expect(change).rejects.toMatchObject(wrong);

  const indikator = await add({ ...wochen, ziel: "4" });
  const lage = () =>
    readAs(actor, async (tx) => (await reihen(tx, [await indikatorOf(tx, indikator)])).map((one) => lageVon(one)));
  const measure = async (wert: string) => {
    const input = MesswertEingabe.parse({ am: heute, wert });
    await writeAs(actor, (tx) => addMesswert(tx, actor, indikator, input));
    return lage();
  };
  expect(await lage()).toEqual(["offen"]);
  expect(await measure("16")).toEqual(["schlechter"]);
  expect(await measure("12")).toEqual(["gleich"]);
  expect(await measure("5")).toEqual(["besser"]);
  expect(await measure("4")).toEqual(["erreicht"]);
});
