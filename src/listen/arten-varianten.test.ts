import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const mappe = (blaetter: readonly Testblatt[], datei = "x.xlsx") =>
  liesListe(xlsx(blaetter), { datei, kommunen, codes, heute: "2026-11-22" });
const lies = (rows: readonly (readonly Testzelle[])[], datei?: string) => mappe([{ name: "Tabelle1", rows }], datei);

type Soll = {
  readonly beratungen: number;
  readonly themen?: Readonly<Record<string, number>>;
  readonly monate?: Readonly<Record<string, number>>;
  readonly wartet?: number;
};

const monate = (jahr: number, ...counts: readonly number[]) =>
  Object.fromEntries(counts.map((n, i) => [`${jahr}-${String(i + 1).padStart(2, "0")}`, n]));

describe("tallies that were read wrong or waited for nothing", () => {
  test.each<[what: string, rows: Testzelle[][], soll: Soll]>([
    [
      "a mean with its sign is no month",
      [["Much 2024"], ["Monat", "Beratungen"], ["Juli", 10], ["August", 12], ["Ø pro Monat", 11], ["Summe", 22]],
      { beratungen: 22, monate: { "2024-07": 10, "2024-08": 12 } },
    ],
    [
      "a total on top is that of the rows below",
      [["Much 2024"], ["Monat", "Beratungen", "Wohnen"], ["Gesamt", 22, 5], ["Januar", 10, 3], ["Februar", 12, 2]],
      { beratungen: 22, themen: { wohnen: 5 }, monate: monate(2024, 10, 12) },
    ],
    [
      "a total on top that is not waits",
      [["Much 2024"], ["Monat", "Beratungen", "Wohnen"], ["Gesamt", 23, 5], ["Januar", 10, 3], ["Februar", 12, 2]],
      { beratungen: 22, themen: { wohnen: 5 }, monate: monate(2024, 10, 12), wartet: 3 },
    ],
    [
      "hours and kilometres are no themes",
      [
        ["Much 2024"],
        ["Monat", "Beratungen", "Wohnen", "Dolmetscherstunden", "Schule"],
        ["Januar", 10, 3, 7, 1],
        ["Februar", 12, 2, 4, 2],
      ],
      { beratungen: 22, themen: { wohnen: 5, schule: 3 }, monate: monate(2024, 10, 12) },
    ],
    [
      "two tables below their Kommunen share no themes",
      [
        ["März 2025"],
        ["Hennef", null, null, "Eitorf"],
        ["Thema", "Anzahl", null, "Thema", "Anzahl"],
        ["Wohnen", 5, null, "Schule", 2],
      ],
      { beratungen: 7, themen: { wohnen: 5, schule: 2 }, monate: { "2025-03": 7 } },
    ],
    [
      "the same heads again are a second table, also without a gap",
      [["Much März 2025"], ["Thema", "Anzahl", "Thema", "Anzahl"], ["Wohnen", 5, "Schule", 2]],
      { beratungen: 7, themen: { wohnen: 5, schule: 2 }, monate: { "2025-03": 7 } },
    ],
    [
      "years written as text are a head, and a sign is a total",
      [["Much"], ["Thema", "2022", "2023", "2024", "Σ"], ["Wohnen", 1, 2, 3, 6], ["Schule", 2, 0, 1, 3]],
      { beratungen: 0, themen: { wohnen: 6, schule: 3 } },
    ],
    [
      "a time that stands once above its Kommunen",
      [["2024"], ["Monat", "Ort", "Beratungen"], ["Januar", "Much", 4], [null, "Eitorf", 3], ["Februar", "Much", 5]],
      { beratungen: 12, monate: monate(2024, 7, 5) },
    ],
    [
      "a time that is missing where a Kommune comes again waits",
      [["2024"], ["Monat", "Ort", "Beratungen"], ["Januar", "Much", 4], [null, "Much", 3], ["Februar", "Much", 5]],
      { beratungen: 9, monate: monate(2024, 4, 5), wartet: 2 },
    ],
    [
      "half-years with a short year",
      [["Much"], ["Zeitraum", "Beratungen"], ["H1/23", 4], ["2. Hj. 23", 5], ["Q1-24", 6]],
      { beratungen: 15 },
    ],
    [
      "week and year in one head",
      [["Much"], ["KW/Jahr", "Beratungen"], ["15/2024", 4], ["16/2024", 5]],
      { beratungen: 9, monate: { "2024-04": 9 } },
    ],
    [
      "a week as its days",
      [["Much"], ["Woche", "Beratungen"], ["06.01.-10.01.2025", 4], ["13.01.-17.01.2025", 5]],
      { beratungen: 9, monate: { "2025-01": 9 } },
    ],
    [
      "a week whose Monday says the year",
      [["Much"], ["KW", "Woche ab", "Beratungen"], [2, dayCell("2025-01-06"), 4], [3, dayCell("2025-01-13"), 5]],
      { beratungen: 9, monate: { "2025-01": 9 } },
    ],
    ...["gesamt", "Summe", "insgesamt"].map((kopf): [string, Testzelle[][], Soll] => [
      `${kopf} beside contact ways counts, and the row that does not add up waits`,
      [
        ["Much 2024"],
        ["Monat", kopf, "persönlich", "Telefon", "E-Mail"],
        ["Juli", 9, 5, 3, 1],
        ["August", 23, 12, 6, 4],
      ],
      { beratungen: 9, monate: { "2024-07": 9 }, wartet: 5 },
    ]),
    [
      "beside contact ways and themes a total counts where it mostly adds up",
      [
        ["Much 2024"],
        ["Monat", "gesamt", "persönlich", "telefonisch", "Wohnen", "Schule"],
        ["Januar", 9, 5, 4, 6, 5],
        ["Februar", 8, 5, 3, 4, 4],
        ["März", 7, 5, 2, 4, 4],
        ["April", 9, 5, 3, 4, 4],
      ],
      { beratungen: 24, themen: { wohnen: 14, schule: 13 }, monate: monate(2024, 9, 8, 7), wartet: 6 },
    ],
    [
      "contact ways without a total wait",
      [["Much 2024"], ["Monat", "persönlich", "Telefon", "E-Mail"], ["Juli", 5, 3, 1], ["August", 12, 6, 4]],
      { beratungen: 0, wartet: 8 },
    ],
    [
      "a total that is the only figure counts",
      [["Much"], ["Monat", "gesamt"], ["01/2025", 9], ["02/2025", 8]],
      { beratungen: 17, monate: monate(2025, 9, 8) },
    ],
    [
      "a month whose only figure stands in a column that counts nothing waits",
      [
        ["Much 2024"],
        ["Monat", "Beratungen", "Besucher"],
        ["Juli", 5, 9],
        ["August", null, 7],
        ["September", null, null],
      ],
      { beratungen: 5, monate: { "2024-07": 5 }, wartet: 3 },
    ],
  ])("%s", async (_, rows, { beratungen, themen = {}, monate: je = {}, wartet = 0 }) => {
    const { zahlen, beleg } = await lies(rows);
    expect(zahlen).toMatchObject({ beratungen, themen, monate: je });
    expect(beleg.wartet).toBe(wartet);
  });
});

describe("single lists that were read wrong or waited for nothing", () => {
  test("the same rows in another sheet, with a number or a column more, are the same", async () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom("Wohnen", "Schule", "Arbeit"));
    const more = fc.constantFrom("Nr", "CM", "Flurplan", null);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 2, maxLength: 9, selector: String }),
        more,
        async (list, kopf) => {
          const rows = list.map(([tag, thema]) => [dayCell(`2024-01-${String(tag).padStart(2, "0")}`), "Much", thema]);
          const heads = ["Datum", "Ort", "Anliegen"];
          const copy = rows.map((cells, i) => (kopf === null ? cells : [kopf === "Nr" ? i + 1 : "MB", ...cells]));
          const { zahlen } = await mappe([
            { name: "Jan 2024", rows: [heads, ...rows] },
            { name: "Alle", rows: [kopf === null ? heads : [kopf, ...heads], ...copy] },
          ]);
          expect(zahlen).toMatchObject({ beratungen: zahlen.uebernommen, doppelt: zahlen.uebernommen });
        },
      ),
      { numRuns: 25 },
    );
  });

  test("numbers that both sheets have tell rows apart", async () => {
    const rows = (nr: number): Testzelle[][] => [
      ["Nr", "Datum", "Ort", "Thema"],
      [nr, dayCell("2024-01-08"), "Much", "Wohnen"],
    ];
    const { zahlen } = await mappe([
      { name: "A-L", rows: rows(1) },
      { name: "M-Z", rows: rows(2) },
    ]);
    expect(zahlen).toMatchObject({ beratungen: 2, doppelt: 0 });
  });

  test("a title “März” gives days below it their month", async () => {
    const { zahlen } = await lies([
      ["Much 2024"],
      ["Tag", "Thema"],
      ["März"],
      [5, "Wohnen"],
      ["6.", "Schule"],
      ["April"],
      [2, "Arbeit"],
    ]);
    expect(zahlen.monate).toEqual({ "2024-03": 2, "2024-04": 1 });
  });

  test("whom somebody talked to is no theme", async () => {
    const { zahlen, beleg } = await lies([
      ["Datum", "Ort", "Thema", "Gespräch mit"],
      [dayCell("2024-05-02"), "Much", "Wohnen", "Ärztin"],
      [dayCell("2024-05-03"), "Much", "Schule", "Großmutter"],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 1, schule: 1 });
    expect(beleg.wartet).toBe(2);
  });

  test.each([
    ["Zahlen ungefähr Bornheim 2024.xlsx", 4],
    ["Übersicht f. Bornheim 2024.xlsx", 4],
    ["Liste Fr. Bornheim 2024.xlsx", 0],
    ["Liste M. Bornheim 2024.xlsx", 0],
  ])("%s: a place, or somebody's name", async (datei, beratungen) => {
    expect(
      (
        await lies(
          [
            ["Monat", "Beratungen"],
            ["Januar", 4],
          ],
          datei,
        )
      ).zahlen.beratungen,
    ).toBe(beratungen);
  });
});

test.each(["Pers.", "Pers", "Anz. Pers.", "Anz Pers.", "Anzahl Pers."])(
  "„%s“ says how many were there, and is no theme of offices",
  async (kopf) => {
    const { zahlen } = await lies([
      ["Datum", "Ort", "Anliegen", kopf],
      [dayCell("2025-03-03"), "Siegburg", "Wohnen", 2],
      [dayCell("2025-03-04"), "Lohmar", "Kita", 3],
    ]);
    expect(zahlen.beratungen).toBe(2);
    expect(zahlen.themen).not.toHaveProperty("alltag");
  },
);
