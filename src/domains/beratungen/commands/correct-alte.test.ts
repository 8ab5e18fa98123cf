import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, readForm } from "../../../platform/form.ts";
import { KorrekturEingabe, werteZum } from "../model/eingabe.ts";
import { beratungOf } from "../queries/beratungen.ts";
import { correctBeratung } from "./correct.ts";

const db = testDatabase();
const { hoch, uebernimm } = listen(db);
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});
const actor = () => stelle.konto.actor;

const read = async (id: string) => {
  const b = await readAs(actor(), (tx) => beratungOf(tx, actor(), id));
  if (b === undefined) throw new NotFound();
  return b;
};

async function correct(id: string, changes: Parameters<typeof valuesOf>[0]): Promise<void> {
  const before = await read(id);
  const form = readForm(
    KorrekturEingabe,
    { ...werteZum(before), ...valuesOf({ grund: "ergänzt", ...changes }) },
    today(),
  );
  if (!form.ok) throw new Refused(form.errors);
  return writeAs(actor(), (tx) => correctBeratung(tx, actor(), before, form.value));
}

test("an old consultation is corrected although its list told neither day of these years, nor channel, nor duration", async () => {
  const csv = `Datum;Kommune;Thema\n03.04.2017;Siegburg;Wohnung, Zauberkurs ${randomUUID()}\n`;
  const list = await uebernimm(actor(), await hoch(actor(), "liste.csv", Buffer.from(csv)));
  const [row] = await db.admin("select id from kim.beratung where uebernahme_id = $1", [list.id]);
  const id = String(row?.["id"]);
  const before = await read(id);
  expect(before).toMatchObject({ am: "2017-04-03", kontaktweg: null, dauerMin: null, uebernommen: true });
  expect(before.nichtZugeordnet).toEqual([expect.stringContaining("Zauberkurs")]);

  await correct(id, { sprache: "uk" });
  expect(await read(id)).toMatchObject({ sprache: "uk", kontaktweg: null, dauerMin: null, themen: ["wohnen"] });
  await correct(id, { dauer: "30", kontaktweg: "telefon" });
  await expect(correct(id, { dauer: "", kontaktweg: "", themen: [] })).rejects.toMatchObject({
    errors: [{ field: "kontaktweg" }, { field: "themen" }, { field: "dauer" }],
  });
  await expect(correct(id, { am: "2017-04-04" })).rejects.toMatchObject({ errors: [{ field: "am" }] });
});
