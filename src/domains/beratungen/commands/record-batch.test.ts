import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { Refused, readForm } from "../../../platform/form.ts";
import { ListeEingabe } from "../model/zeilen.ts";
import { recordBatch } from "./record-batch.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});

function liste(more: Parameters<typeof valuesOf>[0]) {
  const head = { am: "2026-11-19", ort: `standort:${stelle.standortId}`, kontaktweg: "offene_sprechstunde" };
  const form = readForm(
    ListeEingabe,
    valuesOf({ ...head, z1_stufe: "1", z2_stufe: "1", z3_stufe: "1", ...more }),
    today(),
  );
  if (!form.ok) throw new Refused(form.errors);
  return form.value;
}
const save = (more: Parameters<typeof valuesOf>[0]) =>
  writeAs(stelle.konto.actor, async (tx) => recordBatch(tx, stelle.konto.actor, liste(more)));
const rows = () =>
  db.admin(
    `select b.dauer_min, b.stufe, b.sprache, b.ergebnis, b.neuzuweisung, b.personenzahl,
       (select string_agg(handlungsfeld, ' ' order by handlungsfeld) from kim.beratung_thema t where t.beratung_id = b.id) as themen
     from kim.beratung b order by b.dauer_min`,
  );

test("filled rows are saved, empty ones do not count", async () => {
  const list = {
    z1_themen: "1 3",
    z1_sprache: "ukr",
    z1_dauer: "20",
    z1_ergebnis: "Sprachkurs",
    z3_themen: "eB",
    z3_dauer: "45",
    z3_stufe: "0",
    z3_neuzuweisung: "ja",
    z3_zahl: "4",
  };
  expect(await save(list)).toBe(2);
  expect(await rows()).toEqual([
    {
      dauer_min: 20,
      stufe: "1",
      sprache: "uk",
      ergebnis: "an_sprachkurs",
      neuzuweisung: false,
      personenzahl: 1,
      themen: "aufenthalt sprache",
    },
    {
      dauer_min: 45,
      stufe: "0",
      sprache: null,
      ergebnis: null,
      neuzuweisung: true,
      personenzahl: 4,
      themen: "alltag einbuergerung",
    },
  ]);
});

test("every mistake of every row is told at its cell, and then nothing is saved", async () => {
  const before = await rows();
  const wrong = {
    z1_themen: "1x",
    z1_dauer: "20",
    z2_sprache: "Klingonisch",
    z2_dauer: "0",
    z3_themen: "2",
    z3_dauer: "15",
  };
  const refused = await save(wrong).catch((error: unknown) => (error instanceof Refused ? error.errors : []));
  expect(Array.isArray(refused) && refused.map((e) => e.field)).toEqual([
    "z1_themen",
    "z2_themen",
    "z2_sprache",
    "z2_dauer",
  ]);
  expect(await rows()).toEqual(before);
});

test("a rule of a single consultation holds here too, at its row", async () => {
  const one = { z2_themen: "1", z2_dauer: "20" };
  await expect(save({ ...one, z2_verstaendigung: "rauchzeichen" })).rejects.toMatchObject({
    errors: [{ field: "z2_verstaendigung", message: expect.stringContaining("Zeile 2") }],
  });
  await expect(save({ ...one, am: "2999-01-01" })).rejects.toMatchObject({ errors: [{ field: "am" }] });
  await expect(save({})).rejects.toMatchObject({ errors: [{ field: "z1_themen" }] });
});

test("a beginning of a language is the one used most here, without any use the most frequent; others are typed on", async () => {
  const spoken = async (...typed: string[]) => {
    await db.admin("truncate kim.beratung cascade");
    const cells = typed.map((sprache, i) => ({
      [`z${i + 1}_themen`]: "1",
      [`z${i + 1}_dauer`]: String(i + 1),
      [`z${i + 1}_sprache`]: sprache,
    }));
    await save(Object.assign({}, ...cells));
    return (await rows()).map((row) => row["sprache"]);
  };
  expect(await spoken("ar", "ru", "deu", "arm", "ukr")).toEqual(["ar", "ru", "de", "hy", "uk"]);
  // From now on Armenisch is what is spoken here.
  await db.admin("truncate kim.beratung cascade");
  await save({ z1_themen: "1", z1_dauer: "5", z1_sprache: "Armenisch" });
  expect(await save({ z1_themen: "1", z1_dauer: "6", z1_sprache: "ar" })).toBe(1);
  expect((await rows()).map((row) => row["sprache"])).toEqual(["hy", "hy"]);
});
