import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: readonly (readonly Testzelle[])[]) =>
  liesListe(xlsx([{ name: "Tabelle1", rows }]), { datei: "x.xlsx", kommunen, codes, heute: "2026-11-22" });

type Soll = {
  readonly spannen: readonly (readonly [von: string, bis: string, beratungen: number])[];
  readonly wartet?: number;
  readonly themen?: Readonly<Record<string, number>>;
};
const JANUAR = ["2024-01-01", "2024-01-31"] as const;
const FEBRUAR = ["2024-02-01", "2024-02-29"] as const;
const woche = (von: Testzelle, bis: Testzelle) => [von, bis];

describe("what a row of figures counts", () => {
  test.each<[what: string, rows: Testzelle[][], soll: Soll]>([
    ...(
      [
        ["von", "bis", dayCell("2024-01-08"), dayCell("2024-01-12")],
        ["Woche vom", "bis", "08.01.2024", "12.01.2024"],
        ["Beginn", "Ende", "8.1.", "12.1."],
      ] as const
    ).map(([von, bis, first, last]): [string, Testzelle[][], Soll] => [
      `the days from ${von} to ${bis}`,
      [["Much 2024"], [von, bis, "Beratungen"], [...woche(first, last), 7]],
      { spannen: [["2024-01-08", "2024-01-12", 7]] },
    ]),
    [
      "no span whose end lies before its beginning",
      [["Much"], ["von", "bis", "Beratungen"], ["08.01.2024", "02.01.2024", 7]],
      { spannen: [], wartet: 3 },
    ],
    ...["2022/23", "2022/2023", "Schuljahr 2022/23"].map((jahr): [string, Testzelle[][], Soll] => [
      `the school year written ${jahr}`,
      [["Much"], ["Schuljahr", "Beratungen"], [jahr, 26]],
      { spannen: [["2022-08-01", "2023-07-31", 26]] },
    ]),
    [
      "two years that are no school year wait",
      [["Much"], ["Thema", "Beratungen 2022/23"], ["Wohnen", 5]],
      { spannen: [], wartet: 2 },
    ],
    [
      "months below two years",
      [["Much"], ["Monat", "2023", "2024", "Veränderung"], ["Januar", 18, 21, 3], ["Februar", 20, 22, 2]],
      {
        spannen: [
          ["2023-01-01", "2023-01-31", 18],
          ["2023-02-01", "2023-02-28", 20],
          [...JANUAR, 21],
          [...FEBRUAR, 22],
        ],
      },
    ],
    [
      "years over groups of columns",
      [
        ["Much"],
        [null, 2023, null, 2024, null],
        ["Monat", "Beratungen", "Wohnen", "Beratungen", "Wohnen"],
        ["Januar", 18, 3, 21, 4],
      ],
      {
        spannen: [
          ["2023-01-01", "2023-01-31", 18],
          [...JANUAR, 21],
        ],
        themen: { wohnen: 7 },
      },
    ],
    [
      "the year in the corner",
      [["Much"], [2024, "Beratungen", "Wohnen"], ["Januar", 20, 5], ["Februar", 21, 6]],
      {
        spannen: [
          [...JANUAR, 20],
          [...FEBRUAR, 21],
        ],
        themen: { wohnen: 11 },
      },
    ],
    [
      "a total of first and further ones",
      [["Much 2024"], ["Monat", "Erstberatung", "Folgeberatung", "Gesamt"], ["Januar", 10, 14, 24]],
      { spannen: [[...JANUAR, 24]] },
    ],
    [
      "a total of each colleague's",
      [["Much 2024"], ["Monat", "Fr. Kaya", "Hr. Brandt", "zusammen"], ["Januar", 10, 14, 24], ["Februar", 1, 0, 1]],
      {
        spannen: [
          [...JANUAR, 24],
          [...FEBRUAR, 1],
        ],
      },
    ],
    [
      "days on which nobody counselled, in words or in the list's own short forms",
      [
        ["Much 2024 (U=Urlaub, F=Feiertag)"],
        ["Monat", "Beratungen"],
        ["Januar", "U"],
        ["Februar", 7],
        ["März", "Urlaub"],
        ["April", "F"],
      ],
      { spannen: [[...FEBRUAR, 7]] },
    ],
    [
      "first and further ones are all of them together",
      [["Much 2024"], ["Monat", "Erstberatungen", "Folgeberatungen"], ["Januar", 10, 14]],
      { spannen: [[...JANUAR, 24]] },
    ],
    [
      "parts without their total wait, and none of them counts for all",
      [["Much 2024"], ["Monat", "Erstberatungen", "Kurzberatungen"], ["Januar", 10, 14]],
      { spannen: [], wartet: 3 },
    ],
    [
      "shares and running totals are worked out, also as whole numbers",
      [
        ["Much 2024"],
        ["Monat", "Beratungen", "Wohnen", "Wohnen %", "Beratungen kumuliert"],
        ["Januar", 20, 5, 25, 20],
        ["Februar", 20, 6, 30, 40],
      ],
      {
        spannen: [
          [...JANUAR, 20],
          [...FEBRUAR, 20],
        ],
        themen: { wohnen: 11 },
      },
    ],
    [
      "a table with a time whose figures nobody knows waits",
      [["Much 2024"], ["Monat", "persönlich", "telefonisch"], ["Januar", 10, 5]],
      { spannen: [], wartet: 3 },
    ],
    [
      "a row with a month and a figure of something else is no consultation",
      [["Much 2024"], ["Monat", "Ratsuchende"], ["Januar", 18]],
      { spannen: [], wartet: 2 },
    ],
  ])("%s", async (_, rows, soll) => {
    const { summen, beleg, zahlen } = await lies(rows);
    expect(summen.map(({ von, bis, beratungen }) => [von, bis, beratungen])).toEqual(soll.spannen);
    expect(beleg.wartet).toBe(soll.wartet ?? 0);
    expect(zahlen.themen).toEqual(soll.themen ?? {});
  });
});

test("a title above heads that are printed again begins the rows of another Kommune", async () => {
  const kopf = ["Datum", "Name", "Grund"];
  const { zahlen, beleg } = await lies([
    ["Sprechstunde Much Dienstag"],
    kopf,
    [dayCell("2024-06-04"), "K. A.", "Wohnung"],
    ["Sprechstunde Eitorf Donnerstag, mit Anmeldung"],
    kopf,
    [dayCell("2024-06-06"), "M. C.", "Impfung"],
  ]);
  expect([zahlen.kommunen, beleg.wartet]).toEqual([{ Much: 1, Eitorf: 1 }, 0]);
});

test("a year alone in its row is that of the months below", async () => {
  const { zahlen } = await lies([["Much"], ["Monat", "Anzahl"], [2023], ["Dezember", 3], [2024], ["Januar", 4]]);
  expect(zahlen.monate).toEqual({ "2023-12": 3, "2024-01": 4 });
});

test("women, men and children that came are persons of one consultation", async () => {
  const { zeilen, beleg } = await lies([
    ["Much"],
    ["Datum", "Frauen", "Männer", "Kinder", "Thema"],
    [dayCell("2024-05-06"), 1, 1, 3, "Kita"],
    [dayCell("2024-05-07"), null, 1, null, "Arzt"],
  ]);
  expect(zeilen.flatMap(({ beratung }) => beratung?.personenzahl ?? [])).toEqual([5, 1]);
  expect(beleg.wartet).toBe(0);
});

test("a theme in the cell of the Kommune is not lost without a word", async () => {
  const { zahlen, beleg } = await lies([
    ["Datum", "Ort/Thema"],
    [dayCell("2024-05-06"), "Much / Wohnen"],
  ]);
  expect([zahlen.beratungen, beleg.wartet]).toEqual([1, 1]);
});

test.each([
  ["krank", 2],
  ["Urlaub", 2],
  ["Krankheit", 0],
  ["Weiterbildung", 0],
])("where only the theme is kept, “%s” may be a day without a consultation", async (wort, wartet) => {
  const { zahlen, beleg } = await lies([
    ["Much"],
    ["Datum", "Thema"],
    [dayCell("2024-01-08"), "Wohnen"],
    [dayCell("2024-01-09"), wort],
  ]);
  expect([zahlen.beratungen, beleg.wartet]).toEqual([wartet === 0 ? 2 : 1, wartet]);
});

test("a total in a text between the rows is one, where its numbers agree", async () => {
  const rows = (minuten: number): Testzelle[][] => [
    ["Much"],
    ["Datum", "Thema", "Dauer"],
    [dayCell("2024-01-08"), "Wohnen", 30],
    [dayCell("2024-01-09"), "Schule", 45],
    [null, "Januar gesamt: 2", minuten],
  ];
  expect((await lies(rows(75))).beleg.wartet).toBe(0);
  expect((await lies(rows(80))).beleg.wartet).toBe(2);
});

test("years at the left and months on top, also with a total", async () => {
  const { zahlen, beleg } = await lies([
    ["Much"],
    ["Jahr", "Jan", "Feb", "Summe"],
    [2023, 10, 9, 19],
    [2024, 12, 10, 22],
  ]);
  expect(zahlen.monate).toEqual({ "2023-01": 10, "2023-02": 9, "2024-01": 12, "2024-02": 10 });
  expect(beleg.wartet).toBe(0);
});

test("a postcode says the Kommune, and a short description the theme, where no other column does", async () => {
  const { zahlen } = await lies([
    ["Datum", "PLZ", "Kurzbeschreibung"],
    [dayCell("2024-05-06"), 53804, "Wohnung gesucht"],
    [dayCell("2024-05-07"), 53804, "Kita"],
    [dayCell("2024-05-08"), 51570, "Arzt"],
  ]);
  expect([zahlen.kommunen, zahlen.themen]).toEqual([
    { Much: 2, Windeck: 1 },
    { wohnen: 1, bildung_0_6: 1, gesundheit: 1 },
  ]);
});
