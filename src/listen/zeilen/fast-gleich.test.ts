import { expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { type Testzelle, xlsx } from "../../../tests/support/listen-datei.ts";
import { liesListe } from "../lies-liste.ts";
import type { Entscheidungen } from "./typen.ts";

const codes = testCodes();
const kommunen = testKommunen("05382");
const KOPF = ["Datum", "Kommune", "Thema", "Dauer"];
const JANUAR: readonly (readonly string[])[] = [
  ["2.1.2023", "Much", "Wohnung", "30"],
  ["3.1.2023", "Much", "Schule", "15"],
  ["4.1.2023", "Lohmar", "Arbeit", "45"],
  ["5.1.2023", "Much", "Kita", "20"],
];
const lies = (second: readonly (readonly string[])[], entscheidungen: Entscheidungen = {}) => {
  const sheet = (name: string, rows: readonly (readonly Testzelle[])[]) => ({ name, rows: [KOPF, ...rows] });
  const bytes = xlsx([sheet("Januar", JANUAR), sheet("Alle", second)]);
  return liesListe(bytes, { datei: "2023.xlsx", kommunen, codes, entscheidungen });
};
const changed = (i: number, cell: number, value: string) =>
  JANUAR.map((row, n) => (n === i ? row.map((text, k) => (k === cell ? value : text)) : row));

test.each<[what: string, rows: readonly (readonly string[])[], held: string | undefined]>([
  ["another duration", changed(3, 3, "25"), "Dauer: 25 Minuten statt 20 Minuten"],
  ["another theme", changed(0, 2, "Gesundheit"), "Thema: Gesundheit statt Wohnen"],
  ["another day is another visit", changed(3, 0, "6.1.2023"), undefined],
  ["another Kommune is another visit", changed(3, 1, "Lohmar"), undefined],
  [
    "theme and duration: another visit",
    changed(3, 2, "Arbeit").map((r, i) => (i === 3 ? [...r.slice(0, 3), "90"] : r)),
    undefined,
  ],
  ["a sheet that repeats little of the other", changed(3, 3, "25").slice(3), undefined],
])("a sheet that repeats another one: %s", async (_, rows, held) => {
  const { zeilen, zahlen } = await lies(rows);
  const fast = zeilen.filter(({ fastGleich }) => fastGleich !== null);
  expect(fast.map(({ grund }) => grund)).toEqual(held === undefined ? [] : [expect.stringContaining(held)]);
  expect(zahlen.wartend).toBe(held === undefined ? 0 : 1);
});

test("both rows stand side by side; a person takes it all the same, or leaves it out", async () => {
  const rows = changed(3, 3, "25");
  const row = (await lies(rows)).zeilen.find(({ fastGleich }) => fastGleich !== null);
  expect(row?.fastGleich).toMatchObject({ wo: "Zeile 5 im Blatt „Januar“" });
  expect(row?.fastGleich?.felder).toContainEqual({ feld: "Dauer", hier: "25 Minuten", dort: "20 Minuten" });
  const decide = (entscheidung: "uebernehmen" | "weglassen") =>
    lies(rows, { zeilen: [{ blatt: "Alle", zeile: 5, entscheidung }] });
  expect((await decide("uebernehmen")).zahlen).toMatchObject({ uebernommen: 5, wartend: 0 });
  expect((await decide("weglassen")).zahlen).toMatchObject({ uebernommen: 4, wartend: 0 });
});
