import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const kontext = { kommunen, codes, heute: "2026-11-30" };
const mappe = (blaetter: readonly Testblatt[]) => liesListe(xlsx(blaetter), { datei: "x.xlsx", ...kontext });
const lies = (rows: readonly (readonly Testzelle[])[]) => mappe([{ name: "Tabelle1", rows }]);
const text = (lines: readonly string[], datei = "x.csv") =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei, ...kontext });

const DREI = [3, 4, 5].map((n) => dayCell(`2024-03-0${n}`));

describe("short forms that the list explains", () => {
  const rows = [
    ["Datum", "Kommune", "Thema (s. Schlüssel)", "Dauer"],
    [DREI[0] ?? "", "Much", 1, 30],
    [DREI[1] ?? "", "Eitorf", "2, 3", 30],
    [DREI[2] ?? "", "Eitorf", 3, 45],
  ];
  test.each<[what: string, blaetter: Testblatt[]]>([
    [
      "on a sheet of their own",
      [
        { name: "Daten", rows },
        {
          name: "Schlüssel",
          rows: [
            ["Nr.", "Thema"],
            [1, "Wohnen"],
            [2, "Schule"],
            [3, "Sprache / Kurse"],
          ],
        },
      ],
    ],
    [
      "below heads of their own on a sheet of any name",
      [
        { name: "Daten", rows },
        {
          name: "Tabelle2",
          rows: [
            ["Code", "Bedeutung"],
            ["1", "Wohnen"],
            ["2", "Schule"],
            ["3", "Sprache"],
          ],
        },
      ],
    ],
    ["above the table", [{ name: "Daten", rows: [["1 = Wohnen, 2 = Schule, 3 = Sprache"], ...rows] }]],
    ["named as a legend", [{ name: "Daten", rows: [["Schlüssel: 1 Wohnen, 2 Schule, 3 Sprache"], ...rows] }]],
  ])("numbers for themes, %s", async (_, blaetter) => {
    const ergebnis = await mappe(blaetter);
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 1, schule: 1, sprache: 2 });
    expect([ergebnis.zahlen.beratungen, wartetAufEntscheidung(ergebnis)]).toEqual([3, false]);
  });

  test("numbers that nothing explains are no themes and no counts", async () => {
    const ergebnis = await mappe([{ name: "Daten", rows }]);
    expect(ergebnis.zahlen.themen).toEqual({});
    expect(wartetAufEntscheidung(ergebnis)).toBe(true);
  });

  test("Kommunen", async () => {
    const ergebnis = await lies([
      ["SU = Siegburg, Ei = Eitorf, LO = Lohmar"],
      ["Datum", "Ort", "Thema"],
      [DREI[0] ?? "", "SU", "Wohnen"],
      [DREI[1] ?? "", "Ei", "Schule"],
      [DREI[2] ?? "", "Troisdorf", "Schule"],
    ]);
    expect(ergebnis.zahlen.kommunen).toEqual({ Siegburg: 1, Eitorf: 1, Troisdorf: 1 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });

  test.each(["Abkürzungen: SPR = Sprachkurs, GES = Gesundheit, WO = Wohnen", null])(
    "“GES” over crosses is no total: %s",
    async (legende) => {
      const ergebnis = await lies([
        ["Datum", "Ort", "Themen", null, null],
        [null, null, "SPR", "GES", "WO"],
        [DREI[0] ?? "", "Much", "x", "x", null],
        [DREI[1] ?? "", "Much", null, "X", "x"],
        [DREI[2] ?? "", "Much", "x", null, "x"],
        [legende],
      ]);
      const waits = legende === null;
      expect(ergebnis.zahlen.themen["gesundheit"] ?? 0).toBe(waits ? 0 : 2);
      expect(wartetAufEntscheidung(ergebnis)).toBe(waits);
    },
  );
});

describe("tallies", () => {
  test("a Kommune that stands once above its quarters, each block with its total", async () => {
    const { zahlen, beleg } = await lies([
      ["Themen 2023"],
      ["Kommune", "Quartal", "Wohnen", "Schule", "Summe"],
      ["Much", "1. Quartal", 4, 2, 6],
      [null, "2. Quartal", 3, 3, 6],
      ["Much gesamt", null, 7, 5, 12],
      ["Eitorf", "1. Quartal", 1, 2, 3],
      [null, "2. Quartal", 5, 0, 5],
      ["Eitorf gesamt", null, 6, 2, 8],
    ]);
    expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 13, schule: 7 }, 0]);
  });

  test("the year above “Monat” is that of the rows", async () => {
    const { zahlen, beleg } = await lies([
      ["Much"],
      [2023, "Kontaktart", null, "gesamt", "Thema", null],
      ["Monat", "persönlich", "telefonisch", null, "Wohnen", "Schule"],
      ["Januar", 6, 1, 7, 5, 1],
      ["Februar", 9, 0, 9, 6, 3],
    ]);
    expect([zahlen.monate, beleg.wartet]).toEqual([{ "2023-01": 7, "2023-02": 9 }, 0]);
  });

  test.each([
    ["|||| ||", true],
    ["IIII IIII II", true],
    ["|||| |||| ||||", true],
    ["||||| ||", false],
    ["||||", false],
    ["||||/ ||", false],
  ])("strokes in groups of four may be fives: %s", async (cell, waits) => {
    const ergebnis = await lies([["Much 2024"], ["Monat", "Beratungen"], ["Januar", cell], ["Februar", "|||"]]);
    expect(wartetAufEntscheidung(ergebnis)).toBe(waits);
    expect(ergebnis.zahlen.monate["2024-01"]).toBe(waits ? undefined : cell.replaceAll(/\s/gu, "").length);
  });

  test.each([
    [20, 11],
    [17, 9],
    [19, undefined],
  ])("a total of %i says how strokes in groups of four are meant", async (total, januar) => {
    const { zahlen } = await lies([
      ["Much 2024"],
      ["Monat", "Beratungen"],
      ["Januar", "IIII IIII I"],
      ["Februar", "IIII II"],
      ["März", 2],
      ["Summe", total],
    ]);
    expect(zahlen.monate["2024-01"]).toBe(januar);
  });

  const WOCHEN = [
    "KW03;2023;Schule;Syrien;Telefon",
    "KW03;2023;Wohnen;Irak;Telefon",
    "KW04;2023;Aufenthalt;Irak;Telefon",
  ];
  test("each row is a consultation of its week, and waits for its Kommune", async () => {
    const ergebnis = await text(["KW;Jahr;Thema;Herkunft;Kontakt", ...WOCHEN]);
    expect([ergebnis.zahlen.beratungen, ergebnis.zahlen.wartend]).toEqual([0, 3]);
    expect(ergebnis.tabellen).toHaveLength(1);
  });

  test("words that are heads as well are none where the column holds them", async () => {
    const rows = [
      "KW03;2023;Sprache;Much;Telefon",
      "KW03;2023;Aufenthalt;Much;Telefon",
      "KW05;2023;Sprache;Much;E-Mail",
    ];
    const { zahlen, tabellen } = await text(["KW;Jahr;Thema;Ort;Kontakt", ...rows]);
    expect([zahlen.beratungen, zahlen.themen, tabellen.length]).toEqual([3, { sprache: 2, aufenthalt: 1 }, 1]);
  });
});

describe("single consultations", () => {
  test.each(["Zusatzthema", "Nebenthema", "Weiteres Thema", "Thema 2"])("a second theme below „%s“", async (kopf) => {
    const { zahlen } = await text([
      `Datum;Ort;Thema;${kopf};Bemerkung`,
      "03.03.2024;Much;Wohnen;Schule;Rückruf",
      "04.03.2024;Much;Arbeit;;kurz",
      "05.03.2024;Much;Sprache;Wohnen;",
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 2, schule: 1, arbeit: 1, sprache: 1 });
  });

  test.each([" - ", " – ", " -- "])("lines parted by „%s“ are a table", async (strich) => {
    const rows = [
      ["6.3.2024", "Much", "Wohnen", "30 Min"],
      ["7.3.2024", "Eitorf", "Schule, Kita", "60 Min"],
      ["8.3.2024", "Much", "Arbeit", "45 Min"],
    ];
    const lines = ["Beratungen März 2024", "", ...rows.map((row) => row.join(strich)), "", "April folgt!"];
    const ergebnis = await text(lines, "Notizen.txt");
    expect(ergebnis.zahlen.kommunen).toEqual({ Much: 2, Eitorf: 1 });
    expect(ergebnis.zahlen.themen).toEqual({ wohnen: 1, schule: 1, bildung_0_6: 1, arbeit: 1 });
    expect(wartetAufEntscheidung(ergebnis)).toBe(false);
  });

  test.each(["Gruppe", "Infoveranstaltung", "Workshop"])("„%s“ is no consultation by itself", async (art) => {
    const { zahlen } = await text([
      "Datum;Ort;Art;Thema;Personen",
      "03.03.2024;Much;persönlich;Wohnen;1",
      `04.03.2024;Much;${art};Schule;9`,
    ]);
    expect([zahlen.beratungen, zahlen.wartend]).toEqual([1, 1]);
  });
});
