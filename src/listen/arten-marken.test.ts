import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { wartetAufEntscheidung } from "../domains/uebernahme/model/als-json.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (rows: readonly (readonly Testzelle[])[], name = "Tabelle1") =>
  liesListe(xlsx([{ name, rows }]), { datei: "Liste.xlsx", kommunen, codes, heute: "2026-11-30" });
const tag = dayCell("2025-02-03");

type Zahlen = { readonly beratungen?: number; readonly themen?: Readonly<Record<string, number>> };

describe("what people write beside a consultation", () => {
  test.each([
    ["Bemerkung", "storniert"],
    ["Bemerkung", "Termin abgesagt wegen Krankheit"],
    ["Bemerkung", "nicht erschienen"],
    ["Bemerkung", "Klientin hat abgesagt"],
    ["Status", "verschoben auf 5.3."],
    ["Ergebnis", "No-Show"],
    ["Hinweis", "doppelt eingetragen"],
    ["erschienen", "nein"],
    ["erschienen", "n. e."],
    ["storniert", "x"],
  ])("%s „%s“: the row waits, and is no consultation by itself", async (kopf, text) => {
    const { zahlen, beleg } = await lies([
      ["Siegburg"],
      ["Datum", "Anliegen", kopf],
      [tag, "Wohnen", null],
      [tag, "Schule", text],
    ]);
    expect(zahlen).toMatchObject({ beratungen: 1, wartend: 1, themen: { wohnen: 1 } });
    expect(beleg.wartet).toBeGreaterThan(0);
  });

  test.each([
    "hat sich verspätet",
    "Termin bei Dr. M. abgesagt",
    "kommt wieder, nicht storniert",
    "erschienen mit Sohn",
  ])("„%s“ tells of one that took place", async (text) => {
    const { zahlen } = await lies([["Siegburg"], ["Datum", "Anliegen", "Bemerkung"], [tag, "Wohnen", text]]);
    expect(zahlen).toMatchObject({ beratungen: 1, wartend: 0 });
  });

  test.each([
    ["Anmeldung XY", [], ["Anmeldung XY"]],
    ["I-Kurs (BAMF)", ["sprache"], []],
    ["Wohnung (3 Kinder)", ["wohnen"], []],
    ["Wohnen (SGB II)", ["wohnen", "lebensunterhalt"], []],
    ["5 Pers.", [], ["5 Pers."]],
    ["Erstberatung", [], ["Erstberatung"]],
    ["Information", [], ["Information"]],
    ["KdU", ["lebensunterhalt"], []],
    ["Bürgegeld", ["lebensunterhalt"], []],
    ["Wohnugssuche", ["wohnen"], []],
  ])("„%s“ as a theme", async (wort, themen, offen) => {
    const { zeilen } = await lies([["Siegburg"], ["Datum", "Anliegen"], [tag, wort], [tag, "Hebamme"]]);
    expect(zeilen[2]?.beratung).toMatchObject({ themen, offeneThemen: offen });
  });

  test("a note beside a column of themes names none, whatever words stand in it", async () => {
    const { zahlen } = await lies([
      ["Siegburg"],
      ["Datum", "Anliegen", "Zusatz", "Beschreibung"],
      [tag, "Wohnen", "Widerspruch", "Schule"],
      [tag, "Arbeit", "Jobcenter", "Zeugnisse"],
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 1, arbeit: 1 });
  });

  test("two ways to say a theme on one day are two consultations; the same words are asked about", async () => {
    const rows = [tag, tag, tag].map((am, i) => [am, ["Elternbrief", "Schulwechsel", "Schulwechsel"][i] ?? ""]);
    const { zahlen } = await lies([["Siegburg"], ["Datum", "Anliegen"], ...rows]);
    expect(zahlen).toMatchObject({ beratungen: 2, doppelt: 1 });
  });

  test.each([
    [["Januar = Winter", "W = Wohnen, S = Sprache"], ["wohnen", "sprache"], []],
    [["W = Wohnen"], [], ["W", "S"]],
    [["W = Wohnen, S = Schule", "S = Sprache"], [], ["W", "S"]],
    [["W: Wohnen; S: Sprache"], ["wohnen", "sprache"], []],
  ])("short forms that the list explains: %j", async (above, themen, offen) => {
    const { zeilen, hinweise } = await lies([
      ...above.map((t) => [t]),
      ["Siegburg"],
      ["Datum", "Thema"],
      [tag, "W, S"],
    ]);
    const last = zeilen.at(-1)?.beratung;
    expect([last?.themen, last?.offeneThemen.join(", ").split(", ").filter(Boolean)]).toEqual([themen, offen]);
    expect(hinweise.some((h) => h.includes("„W“ = Wohnen"))).toBe(themen.length > 0);
  });
});

describe("figures by the day", () => {
  test("weekdays of a week and days of a month add up to what the rows say", async () => {
    const cell = fc.integer({ min: 0, max: 9 });
    const week = fc.array(cell, { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(week, { minLength: 1, maxLength: 4 }), async (weeks) => {
        const rows = weeks.map((counts, i) => [10 + i, ...counts, counts.reduce((a, b) => a + b, 0)]);
        const { zahlen, abweichungen } = await lies([
          ["Much 2025"],
          ["KW", "Mo", "Di", "Mi", "Do", "Fr", "gesamt"],
          ...rows,
        ]);
        expect(zahlen.beratungen).toBe(weeks.flat().reduce((a, b) => a + b, 0));
        expect(abweichungen).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test.each<[what: string, rows: Testzelle[][], zahlen: Zahlen, waits: boolean]>([
    [
      "themes by weekday, the title names the week",
      [["Much, KW 10 / 2025"], ["Thema", "Mo", "Di", "Mi"], ["Wohnen", 2, 1, null], ["Schule", null, 1, 1]],
      { themen: { wohnen: 3, schule: 2 } },
      false,
    ],
    [
      "themes by weekday, no week",
      [["Much 2025"], ["Thema", "Mo", "Di", "Mi"], ["Wohnen", 2, 1, null]],
      { themen: {} },
      true,
    ],
    [
      "a grid of days",
      [["Much, März 2025"], ["Thema", 1, 2, 3, 4, 5, 6, 7, "Σ"], ["Wohnen", null, null, 2, null, 1, null, null, 3]],
      { themen: { wohnen: 3 } },
      false,
    ],
    ["2x", [["Much 2025"], ["Monat", "Beratungen"], ["März", "2x"], ["April", "3 x"]], { beratungen: 5 }, false],
    [
      "a month with words in columns that nobody knows is no consultation",
      [["Much 2025"], ["Monat", "Wohnen", "Schule"], ["März", "viele", "wenige"]],
      { beratungen: 0 },
      true,
    ],
    [
      "Kommunen below months are one table",
      [
        ["Themen 2024"],
        [null, "Januar", null, "Februar", null],
        [null, "Much", "Eitorf", "Much", "Eitorf"],
        ["Wohnen", 8, 9, 7, 11],
        ["Schule", 5, 6, 4, 6],
      ],
      { beratungen: 0, themen: { wohnen: 35, schule: 21 } },
      false,
    ],
    [
      "a total beside a table is none of its rows",
      [
        ["Much 2024"],
        ["Monat", "Beratungen", null, "Quartal", "Beratungen"],
        ["Januar", 5, null, "1. Quartal", 20],
        ["Februar", 8, null, "Summe", 20],
        ["März", 7, null, null, null],
      ],
      { beratungen: 20 },
      false,
    ],
    [
      "newly assigned persons are no consultations",
      [
        ["Much 2024"],
        ["Monat", "Gesamtzahl der durchgeführten Beratungen", "Anzahl der neu zugewiesenen Personen"],
        ["Mai", 9, 4],
      ],
      { beratungen: 9 },
      false,
    ],
  ])("%s", async (_, rows, soll, waits) => {
    const ergebnis = await lies(rows);
    expect(ergebnis.zahlen).toMatchObject(soll);
    expect(wartetAufEntscheidung(ergebnis)).toBe(waits);
  });

  test("days without a year lie in the winter that the title names", async () => {
    const { zahlen } = await lies([
      ["Much, Winter 2024/25"],
      ["Tag", "Thema"],
      ["02.12.", "Wohnen"],
      ["06.01.", "Schule"],
    ]);
    expect(zahlen.monate).toEqual({ "2024-12": 1, "2025-01": 1 });
  });
});
