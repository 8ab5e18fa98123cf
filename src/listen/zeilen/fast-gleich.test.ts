import { describe, expect, test } from "vitest";
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

describe("a sheet with more columns than another one", () => {
  const KURZ: Testzelle[][] = [
    ["Datum", "Ort", "Thema"],
    ["3.3.2026", "Much", "Wohngeld"],
    ["4.3.2026", "Much", "Hausarzt"],
  ];
  const mehr = (kopf: string, ...values: string[]) => KURZ.map((row, i) => [...row, [kopf, ...values][i] ?? null]);
  const zahlen = async (...sheets: Testzelle[][][]) => {
    const bytes = xlsx(sheets.map((rows, i) => ({ name: `Tabelle${i + 1}`, rows })));
    return (await liesListe(bytes, { datei: "2026.xlsx", kommunen, codes })).zahlen;
  };

  test.each([
    ["notes", "Bemerkung", "Antrag abgegeben", "Termin 9.3."],
    ["durations", "Dauer", "30", "20"],
    ["contact ways", "Kontaktweg", "Telefon", "Hausbesuch"],
    ["languages", "Sprache", "Arabisch", "Ukrainisch"],
    ["names", "Name", "Beispiel, Mira", "Muster, Jo"],
    ["how many there were", "Personenzahl", "3", "1"],
    ["who arrived lately", "Neuzuweisung", "ja", "nein"],
    ["ages", "Alter", "34", "60"],
    ["results", "Ergebnis", "Sprachkurs", "MBE"],
  ])("with %s says the same, whichever comes first", async (_, kopf, one, two) => {
    const longer = mehr(kopf, one, two);
    expect(await zahlen(KURZ, longer)).toMatchObject({ beratungen: 2, doppelt: 2 });
    expect(await zahlen(longer, KURZ)).toMatchObject({ beratungen: 2, doppelt: 2 });
    expect(await zahlen(KURZ, longer, longer)).toMatchObject({ beratungen: 2, doppelt: 4 });
  });

  test("two visits that differ in their notes are two, and one of them is the other sheet's", async () => {
    const [kopf = [], first = []] = mehr("Bemerkung", "Antrag");
    const rows = [kopf, first, [...first.slice(0, 3), "ruft wieder an"]];
    expect(await zahlen(KURZ, rows)).toMatchObject({ beratungen: 3, doppelt: 1 });
    expect(await zahlen(mehr("Bemerkung", "a", "b"), mehr("Bemerkung", "c", "d"))).toMatchObject({ beratungen: 4 });
  });

  test("what says neither theme nor person tells nothing alone", async () => {
    const days = KURZ.map((row) => row.slice(0, 2));
    const named = days.map((row, i) => [...row, ["Name", "Beispiel, Mira", "Muster, Jo"][i] ?? null]);
    expect(
      (
        await zahlen(
          days.map((row, i) => [...row, i === 0 ? "Dauer" : "30"]),
          named,
        )
      ).doppelt,
    ).toBe(0);
  });
});
