import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (...sheets: readonly (readonly (readonly Testzelle[])[])[]) =>
  liesListe(xlsx(sheets.map((rows, i) => ({ name: `Tabelle${i + 1}`, rows }))), {
    datei: "x.xlsx",
    kommunen,
    codes,
    heute: "2026-11-22",
  });
const MONATE = ["Januar", "Februar", "März", "April", "Mai", "Juni"];

describe("sums of rows are counted once", () => {
  test("whatever they are called and wherever they stand", { timeout: 90_000 }, async () => {
    const list = fc.record({
      counts: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(9)), { minLength: 6, maxLength: 6 }),
      name: fc.constantFrom("Ergebnis", "Summe", "1. Quartal", "alle zusammen", "Q1", "Zwischenstand", "Σ"),
      half: fc.boolean(),
      end: fc.constantFrom("Gesamt", "1. Halbjahr", "Jahresergebnis", null),
    });
    await fc.assert(
      fc.asyncProperty(list, async ({ counts, name, half, end }) => {
        const add = (from: number, to: number) =>
          counts.slice(from, to).reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
        const rows: Testzelle[][] = counts.map(([n, m], i) => [MONATE[i] ?? "", n, m]);
        if (end !== null) rows.push([end, ...add(0, 6)]);
        if (half) rows.splice(3, 0, [name, ...add(0, 3)]);
        const { zahlen } = await lies([["Strichliste Eitorf 2023"], ["Monat", "Beratungen", "Wohnen"], ...rows]);
        expect(zahlen.beratungen).toBe(add(0, 6)[0]);
        expect(zahlen.uebernommen).toBe(6);
      }),
      { numRuns: 30 },
    );
  });

  test("a weekly and a monthly list of one file: the months wait, unless they are the sum", async () => {
    const weeks = [["Eitorf 2023"], ["KW", "Beratungen"], [2, 5], [3, 4]];
    const months = [["Eitorf 2023"], ["Monat", "Beratungen"], ["Januar", 20], ["Februar", 10]];
    const ergebnis = await lies(weeks, months);
    expect(ergebnis.zahlen).toMatchObject({ beratungen: 19, wartend: 1 });
    expect(ergebnis.zeilen.find(({ stand }) => stand === "wartet")?.grund).toMatch(/zählt schon Zeile 3/u);
    const equal = await lies(weeks, [["Eitorf 2023"], ["Monat", "Beratungen"], ["Januar", 9]]);
    expect(equal.zahlen).toMatchObject({ beratungen: 9, wartend: 0 });
  });

  test("other Kommunen over the same days are counted", async () => {
    const { zahlen } = await lies([
      ["Zahlen 2023"],
      ["Monat", "Kommune", "Beratungen"],
      ["Januar", "Much", 3],
      ["1. Quartal", "Eitorf", 8],
    ]);
    expect(zahlen).toMatchObject({ beratungen: 11, wartend: 0 });
  });

  test("a total beside contact ways is the number of consultations; one that is not their sum is not", async () => {
    const head = ["KW", "persönlich", "telefonisch", "E-Mail", "gesamt", "Wohnen"];
    const right = await lies([["Much 2023"], head, [1, 4, 2, 1, 7, 2], [2, 3, 2, 1, 6, 1]]);
    expect(right.zahlen).toMatchObject({ beratungen: 13, themen: { wohnen: 3 } });
    const wrong = await lies([["Much 2023"], head, [1, 4, 2, 1, 9, 2], [2, 3, 2, 1, 6, 1]]);
    expect(wrong.zahlen.beratungen).toBe(0);
    expect(wrong.beleg.wartet).toBeGreaterThan(0);
  });
});

describe("odd cells wait one by one", () => {
  const beratungen = (cells: readonly Testzelle[]) =>
    lies([["Eitorf 2023"], ["KW", "Beratungen", "Wohnen"], ...cells.map((cell, i) => [i + 1, cell, 1])]);

  test.each<[Testzelle, number | null]>([
    ["12*", 12],
    ["12 (davon 3 neu)", 12],
    ["1.204", 1204],
    ["12 ²", 12],
    ["ca. 12", null],
    ["10-12", null],
    ["12 oder 13", null],
    ["x", null],
    ["/", null],
    ["?", null],
    ["viele", null],
    [1.5, null],
  ])("%s below “Beratungen” is %s", async (cell, n) => {
    const { zahlen } = await beratungen([4, cell, 6]);
    expect(zahlen.beratungen).toBe(10 + (n ?? 0));
    expect(zahlen.fehlerhaft).toBe(n === null ? 1 : 0);
  });

  test("an exact head is not outvoted, however many cells are odd", async () => {
    const { zahlen } = await beratungen(["ca. 3", "ca. 4", "rund 5", 6]);
    expect(zahlen).toMatchObject({ beratungen: 6, fehlerhaft: 3 });
  });

  test.each(["Nähcafé", "Basteln", "Spielen", "Frühstück"])("the unknown count column %s is named", async (head) => {
    for (const at of [2, 3, 4]) {
      const row = (n: number): Testzelle[] => [n, n + 5, 2, 1];
      const rows = [1, 2, 3, 4, 5].map((n) => row(n).toSpliced(at, 0, n));
      const heads = ["KW", "Beratungen", "Wohnen", "Schule"].toSpliced(at, 0, head);
      const { woerter, zahlen } = await lies([["Bornheim 2023"], heads, ...rows]);
      expect(woerter.filter(({ grund }) => grund === "unbekannt")).toMatchObject([
        { spalte: "thema", wort: head, anzahl: 15 },
      ]);
      expect(zahlen.themen).toEqual({ wohnen: 10, schule: 5 });
    }
  });

  test("women, men and children are persons, a column of children alone may be a theme", async () => {
    const { zahlen } = await lies([
      ["Eitorf 2023"],
      ["KW", "Beratungen", "Frauen", "Männer", "Kinder", "Wohnen"],
      [1, 7, 3, 2, 1, 2],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 2 });
  });
});

describe("a day without a consultation", () => {
  test.each(["Urlaub", "krank", "keine Sprechstunde (Feiertag)", "Fortbildung", "Büro geschlossen", null])(
    "%s waits",
    async (wort) => {
      const row = (day: number, ...more: Testzelle[]): Testzelle[] => [dayCell(`2023-03-0${day}`), ...more];
      const rows = [row(1, "Syrien", "Wohnen", "a"), row(2, null, null, wort), row(3, "Irak", "Schule", "b")];
      const { zahlen } = await lies([["Eitorf 2023"], ["Datum", "Herkunft", "Thema", "Notiz"], ...rows]);
      expect(zahlen).toMatchObject({ beratungen: 2, wartend: 1 });
    },
  );

  test("a list of nothing but days keeps its consultations", async () => {
    const { zahlen } = await lies([
      ["Datum", "Kommune"],
      [dayCell("2023-03-01"), "Much"],
      [dayCell("2023-03-02"), "Much"],
    ]);
    expect(zahlen).toMatchObject({ beratungen: 2, wartend: 0 });
  });
});

describe("text between and above the rows", () => {
  const rows = (titel: string, note: string): Testzelle[][] => [
    [titel],
    ["Datum", "Herkunft", "Thema"],
    [dayCell("2023-03-06"), "Syrien", "Wohnen"],
    [note],
    [dayCell("2023-03-07"), "Irak", "Schule"],
  ];
  test.each([
    "Ab hier Vertretung für Hennef übernommen",
    "Fortbildung zum Gesetz von 2022 besucht",
    "Kollegin aus Much kommt ab Mai dazu",
  ])("“%s” changes nothing and is asked about", async (note) => {
    const { zahlen, beleg } = await lies(rows("Beratungen Eitorf 2023", note));
    expect(zahlen.kommunen).toEqual({ Eitorf: 2 });
    expect(beleg.wartet).toBe(1);
  });

  test.each(["Hennef", "Stadt Hennef (Sieg)", "Hennef 2023", "Kommune: Hennef"])(
    "the title “%s” says the place",
    async (note) => {
      const { zahlen, beleg } = await lies(rows("Beratungen Eitorf 2023", note));
      expect(zahlen.kommunen).toEqual({ Eitorf: 1, "Hennef (Sieg)": 1 });
      expect(beleg.wartet).toBe(0);
    },
  );

  test.each(["Beratungsliste, geführt von Frau Windeck", "Liste 2023 (Herr Much)", "Beratungen von A. Windeck"])(
    "“%s” names a person, no place",
    async (titel) => {
      expect((await lies(rows(titel, "Ende"))).zahlen).toMatchObject({ beratungen: 0, wartend: 2 });
    },
  );
});
