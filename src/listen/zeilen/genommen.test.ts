import { expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { spannenVon } from "./lauf.ts";
import { liesListe } from "../lies-liste.ts";
import type { Entscheidungen } from "./typen.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
const lies = (lines: readonly string[], entscheidungen: Entscheidungen = {}) =>
  liesListe(Buffer.from(`${lines.join("\n")}\n`), { datei: "Strich.csv", kommunen, codes, entscheidungen });
const rows = async (lines: readonly string[], spalte: "A" | "C", wert: string) => {
  const first = await lies(lines);
  const genommen = spannenVon(first.zeilen, []);
  const korrekturen = [{ blatt: "Strich", zeile: 3, spalte, wert }];
  return { first, later: await lies(lines, { genommen, korrekturen }) };
};

const KOPF = "Zeitraum;Kommune;Beratungen";

test("what was taken counts already: only rows that are mended since are new, and none of its days again", async () => {
  const months = [KOPF, "Januar 2024;Much;10", "Februar 2024;Much;x1", "Februar 2024;Lohmar;4"];
  const { first, later } = await rows(months, "C", "3");
  expect(first.zahlen).toMatchObject({ uebernommen: 2, fehlerhaft: 1, beratungen: 14 });
  expect(later.zahlen).toMatchObject({ uebernommen: 1, fehlerhaft: 0, beratungen: 3, kommunen: { Much: 3 } });
  expect(later.beleg).toMatchObject({ zellen: 12, wartet: 0, angabe: 9 });

  // A week would be shorter than the month that counts it already, and comes after it all the same.
  const weeks = [KOPF, "Januar 2024;Much;10", "KW 99/2024;Much;3"];
  const week = (await rows(weeks, "A", "KW 3/2024")).later;
  expect(week.zahlen).toMatchObject({ uebernommen: 0, wartend: 1, beratungen: 0 });
});

test("a row above one that was taken is the one that counts again, once it is mended", async () => {
  const correct = [KOPF, "Januar 2024;Much;10", "Februar 2024;Much;x1", "Februar 2024;Much;16"];
  expect((await rows(correct, "C", "14")).later.zahlen).toMatchObject({ uebernommen: 0, wartend: 1, beratungen: 0 });
});

test("spans of rows are kept as short as they can be, those taken before included", () => {
  const zeile = (nr: number, stand: "uebernommen" | "fehlerhaft" = "uebernommen") => ({
    tabelle: "t",
    zeile: nr,
    stand,
  });
  const all = [zeile(2), zeile(3), zeile(4, "fehlerhaft"), zeile(7), zeile(6)];
  expect(spannenVon(all, [{ tabelle: "t", von: 4, bis: 4 }])).toEqual([
    { tabelle: "t", von: 2, bis: 4 },
    { tabelle: "t", von: 6, bis: 7 },
  ]);
});
