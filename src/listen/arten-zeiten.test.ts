import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, serialOf, xlsx } from "../../tests/support/listen-datei.ts";
import { wochenZeitraum } from "./erkennen/zeitraum.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: Testzelle[][], options: { date1904?: boolean } = {}) =>
  liesListe(xlsx([{ name: "Tabelle1", rows }], options), { datei: "x.xlsx", kommunen, codes, heute: "2026-11-22" });
const strichliste = (titel: string, kopf: string, zeiten: readonly Testzelle[]) =>
  lies([[titel], [kopf, "Beratungen", "Wohnen", "Schule"], ...zeiten.map((zeit, i) => [zeit, i + 2, 1, 1])]);
const spans = async (titel: string, kopf: string, zeiten: readonly Testzelle[]) =>
  (await strichliste(titel, kopf, zeiten)).summen.map(({ von, bis }) => `${von}/${bis}`);

describe("the time of a tally's row", () => {
  test("a week and a year in two digits are a week, in any order of weeks", { timeout: 60_000 }, async () => {
    const weeks = fc.uniqueArray(fc.integer({ min: 1, max: 52 }), { minLength: 3, maxLength: 12 });
    const form = fc.constantFrom("/", ".", "-");
    const head = fc.constantFrom("Woche", "KW", "Kalenderwoche");
    await fc.assert(
      fc.asyncProperty(weeks, form, head, async (all, sign, kopf) => {
        const expected = all.map((w) => wochenZeitraum(2023, w)).map((span) => `${span?.von}/${span?.bis}`);
        const found = await spans(
          "Strichliste Bornheim 2023",
          kopf,
          all.map((w) => `${w}${sign}23`),
        );
        expect(found).toEqual(expected.toSorted());
      }),
      { numRuns: 25 },
    );
  });

  test.each<[string, string, string, Testzelle[], string[]]>([
    ["quarters as numbers", "Much 2023", "Quartal", [1, 2], ["2023-01-01/2023-03-31", "2023-04-01/2023-06-30"]],
    [
      "quarters in Roman numbers",
      "Much 2023",
      "Quartal",
      ["I", "IV"],
      ["2023-01-01/2023-03-31", "2023-10-01/2023-12-31"],
    ],
    [
      "quarters with their year",
      "Much",
      "Quartal",
      ["1/2023", "Q4 2022"],
      ["2022-10-01/2022-12-31", "2023-01-01/2023-03-31"],
    ],
    ["half-years as numbers", "Much 2023", "Halbjahr", [1, 2], ["2023-01-01/2023-06-30", "2023-07-01/2023-12-31"]],
    [
      "months of two years",
      "Much 2023/24",
      "Monat",
      ["12.23", "01.24"],
      ["2023-12-01/2023-12-31", "2024-01-01/2024-01-31"],
    ],
    [
      "months with a footnote",
      "Much 2023",
      "Monat",
      ["Mai*", "Juni 1)"],
      ["2023-05-01/2023-05-31", "2023-06-01/2023-06-30"],
    ],
    [
      "a school year",
      "Much Schuljahr 2023/2024",
      "Monat",
      ["Juni", "August"],
      ["2023-08-01/2023-08-31", "2024-06-01/2024-06-30"],
    ],
    [
      "months over new year",
      "Much 2022/23",
      "Monat",
      ["November", "Januar"],
      ["2022-11-01/2022-11-30", "2023-01-01/2023-01-31"],
    ],
    ["weeks over new year", "Much 2020/2021", "KW", [53, 1], ["2020-12-28/2021-01-03", "2021-01-04/2021-01-10"]],
    [
      "Mondays instead of weeks",
      "Much",
      "Woche",
      [dayCell("2023-01-02"), dayCell("2023-01-09")],
      ["2023-01-02/2023-01-08", "2023-01-09/2023-01-15"],
    ],
  ])("%s", async (_what, titel, kopf, zeiten, expected) => {
    expect(await spans(titel, kopf, zeiten)).toEqual(expected);
  });

  test.each<[string, string, string, Testzelle[]]>([
    ["weeks that Excel made dates of", "Much 2023", "Woche", [dayCell("2023-01-01"), dayCell("2023-05-01")]],
    ["pairs of weeks", "Much 2023", "KW", ["1/2", "3/4", "15/16", "17/18"]],
    ["two years without a turn between them", "Much 2022/2023", "Monat", ["Februar", "März"]],
    ["a quarter that is none", "Much 2023", "Quartal", [5, 0]],
    ["months that are none", "Much 2023", "Monat", ["13.23", "00.24", 9.23]],
    ["a year before the programme", "Much 1999", "Monat", ["Januar", "Februar"]],
    ["two years in the title, half-years", "Much 2022/2023", "Halbjahr", [1, 2]],
  ])("%s: nothing is counted, every row waits", async (_what, titel, kopf, zeiten) => {
    const { zahlen, summen } = await strichliste(titel, kopf, zeiten);
    expect(summen).toEqual([]);
    expect(zahlen.wartend + zahlen.fehlerhaft).toBe(zeiten.length);
  });

  test("under one year, what runs over its end waits", async () => {
    const { summen, zahlen } = await strichliste("Eitorf 2023", "KW", [52, 1, 2, 3, 4]);
    expect(summen.map(({ von }) => von)).toEqual(["2023-01-02", "2023-01-09", "2023-01-16", "2023-01-23"]);
    expect(zahlen.wartend).toBe(1);
  });

  test("a year in a column's head belongs to its figures", async () => {
    const rows: Testzelle[][] = [["Eitorf"], ["Monat", "Beratungen 2021", "Beratungen 2022", "2023 Beratungen"]];
    const { summen } = await lies([...rows, ["Januar", 1, 2, 3], ["Februar", 4, 5, 6]]);
    expect(summen.map(({ von, beratungen }) => [von.slice(0, 7), beratungen])).toEqual([
      ["2021-01", 1],
      ["2021-02", 4],
      ["2022-01", 2],
      ["2022-02", 5],
      ["2023-01", 3],
      ["2023-02", 6],
    ]);
  });
});

describe("the day of a consultation", () => {
  test.each([
    ["Datum Erstkontakt", "Datum Beratung"],
    ["Beratungsdatum", "Datum Erstkontakt"],
    ["Erfasst am", "Datum"],
    ["Datum", "Wiedervorlage"],
    ["Eingang", "Beratung am"],
  ])("of %s and %s is the right one", async (first, second) => {
    const right = /Beratung|^Datum$/u.test(first) ? 0 : 1;
    const row = (day: number, thema: string) => {
      const [own, other] = [dayCell(`2023-03-0${day}`), dayCell(`2021-02-0${day}`)];
      return [...(right === 0 ? [own, other] : [other, own]), "Eitorf", thema];
    };
    const { zahlen } = await lies([[first, second, "Kommune", "Thema"], row(1, "Wohnen"), row(2, "Schule")]);
    expect(zahlen.monate).toEqual({ "2023-03": 2 });
  });

  test("numbers without a format count from 1904 where the workbook does", async () => {
    const rows = [
      ["Datum", "Kommune", "Thema"],
      ...[0, 1, 2].map((n) => [serialOf("2023-03-14") + n, "Much", "Wohnen"]),
    ];
    expect((await lies(rows)).zahlen.monate).toEqual({ "2023-03": 3 });
    const from1904 = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell - 1462 : cell)));
    expect((await lies(from1904, { date1904: true })).zahlen.monate).toEqual({ "2023-03": 3 });
  });
});
