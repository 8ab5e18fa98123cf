import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { jeEineStelle } from "../../../../tests/support/je-eine-stelle.ts";
import { listen } from "../../../../tests/support/uebernahme.ts";
import { writeAs } from "../../../platform/db.ts";
import { importList } from "../commands/importieren.ts";
import { decide } from "../index.ts";
import { alsEntschieden } from "../model/umbenannt.ts";
import { STILL } from "../rows/fortschritt.ts";

const db = testDatabase();
const { hoch, uebernimm, lies, asWorker } = listen(db);
const actor = jeEineStelle();

const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join("\n")}\n`);
const gezaehlt = async () => {
  const rows = await db.admin("select ags, beratungen from kim.summe where traeger_id = $1 order by ags", [
    actor().traegerId,
  ]);
  return rows.map(({ ags, beratungen }) => [ags, beratungen]);
};

test("the same bytes under the name of another Kommune wait until somebody says that they are others", async () => {
  const bytes = csv("Monat;Beratungen;Wohnen", "Januar 2024;10;4", "Februar 2024;12;5");
  await uebernimm(actor(), await hoch(actor(), "Strichliste Much.csv", bytes));
  expect((await hoch(actor(), "STRICHLISTE MUCH.csv", bytes)).befund?.schonUebernommen).not.toBeNull();

  const other = await hoch(actor(), "Strichliste Eitorf.csv", bytes);
  expect(other.befund).toMatchObject({ schonUebernommen: null, zahlen: { uebernommen: 0, wartend: 2 } });
  expect(other.befund?.zeilen[0]?.grund).toContain("schon als „Strichliste Much.csv“ übernommen");

  const { befund } = other;
  if (befund === null) throw new Error("The list was not read.");
  await writeAs(actor(), (tx) => decide(tx, actor(), other, { tabellen: alsEntschieden(befund) }));
  await uebernimm(actor(), await lies(actor(), other.id));
  expect(await gezaehlt()).toEqual([
    ["05382016", 10],
    ["05382016", 12],
    ["05382036", 10],
    ["05382036", 12],
  ]);
});

test("the same file again still waits as long as a row of it does, also one that only an earlier list held", async () => {
  const run = (datei: string, bytes: Buffer) => asWorker(() => importList(actor(), { datei, bytes }, STILL));
  await run("wochen.csv", csv("Kommune;KW;Beratungen", "Much;2/2024;10", "Much;3/2024;8"));
  const monate = csv("Kommune;Monat;Beratungen", "Much;Januar 2024;20", "Eitorf;Januar 2024;7");
  const [first, second] = [await run("monate.csv", monate), await run("monate.csv", monate)];
  expect(first).toMatchObject({ wartet: true, befund: { zahlen: { uebernommen: 1, wartend: 1 } } });
  expect(second).toMatchObject({ wartet: true, befund: { schonUebernommen: { wartend: 1 } } });

  const clear = csv("Kommune;Monat;Beratungen", "Lohmar;Januar 2024;20");
  await run("lohmar.csv", clear);
  expect(await run("lohmar.csv", clear)).toMatchObject({ wartet: false });
});
