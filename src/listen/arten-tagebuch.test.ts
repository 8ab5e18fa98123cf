import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { encode } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (lines: readonly string[], datei = "Tagebuch.txt") =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei, kommunen, codes, heute: "2026-11-30" });

const TITEL = "Much 2025";
const DAVOR = ["03.02. Wohnung", "04.02. Frau A. wegen Kita", "05.02. Jobcenter, 30 Min."];

describe("diaries", () => {
  test.each([
    ["day and month", DAVOR],
    [
      "the weekday before it",
      ["Mo 03.02. Wohnung", "Di, 04.02.: Frau A. wegen Kita", "Mi. 05.02. - Jobcenter, 30 Min."],
    ],
    ["the whole date", ["3.2.2025 Wohnung", "4.2.2025 Frau A. wegen Kita", "5.2.2025 Jobcenter, 30 Min."]],
    ["the month in words", ["3. Februar: Wohnung", "4. Februar: Frau A. wegen Kita", "5. Februar: Jobcenter, 30 Min."]],
    ["days as machines write them", ["2025-02-03 Wohnung", "2025-02-04 Frau A. wegen Kita", "2025-02-05 Jobcenter"]],
    ["the marks of a forwarded mail", DAVOR.map((line) => `> ${line}`)],
    ["a stroke in front", DAVOR.map((line) => `- ${line}`)],
    ["empty lines between", DAVOR.flatMap((line) => [line, ""])],
  ])("a line with a day is a row: %s", async (_, lines) => {
    const { zahlen, zeilen } = await lies([TITEL, "", ...lines]);
    expect([zahlen.beratungen, zahlen.monate, zahlen.kommunen]).toEqual([3, { "2025-02": 3 }, { Much: 3 }]);
    expect(zahlen.themen).toEqual({ wohnen: 1, bildung_0_6: 1, lebensunterhalt: 1 });
    expect(zeilen.flatMap(({ beratung }) => beratung?.am ?? [])).toEqual(["2025-02-03", "2025-02-04", "2025-02-05"]);
  });

  test.each([
    "06.02. zwei Leute wegen Wohnung",
    "06.02. Frau B. Wohnung, Herr C. Kita",
    "06.02. Frau B. Wohnung. Danach noch jemand wegen Kita",
    "06.02. Wohnung, Frau B. kam nicht",
    "06.02. 3 Beratungen, meist Wohnung",
    "06.02. Teamsitzung zum Thema Wohnung",
    "06.02. Drucker kaputt",
    "06.02. Urlaub",
    "Nachmittags Frau B. wegen Wohnung",
    "und noch ein Anruf zur Kita",
  ])("a line that may be more than one consultation, or none, waits: %s", async (line) => {
    const { zahlen, zeilen, beleg } = await lies([TITEL, ...DAVOR, line, "07.02. Schule"]);
    expect([zahlen.beratungen, zahlen.themen["wohnen"]]).toEqual([4, 1]);
    expect(zeilen.filter(({ zeile, probleme }) => zeile === 5 && probleme.length > 0)).toHaveLength(1);
    expect(beleg.gruende.some(({ ende, zellen }) => ende === "wartet" && zellen >= 1)).toBe(true);
  });

  test.each([
    [
      "strokes",
      ["Mo 03.02.", "- Wohnung", "- Frau A.: Kita, 20 min", "", "Di 04.02.", "- Jobcenter", "Mi 05.02.", "- Schule"],
    ],
    ["plain lines", ["3.2.2025:", "Wohnung", "Frau A.: Kita, 20 min", "4.2.2025:", "Jobcenter", "5.2.2025:", "Schule"]],
  ])("lines below a day are rows of that day: %s", async (_, lines) => {
    const { zahlen, zeilen } = await lies([TITEL, ...lines]);
    expect(zahlen.themen).toEqual({ wohnen: 1, bildung_0_6: 1, lebensunterhalt: 1, schule: 1 });
    expect(zeilen.flatMap(({ beratung }) => beratung?.am ?? [])).toEqual([
      "2025-02-03",
      "2025-02-03",
      "2025-02-04",
      "2025-02-05",
    ]);
  });

  test("a day with nothing below it, or with what was none, is asked about", async () => {
    const { zahlen, zeilen } = await lies([
      TITEL,
      "03.02.",
      "Wohnung",
      "04.02.",
      "05.02.",
      "heute krank",
      "06.02.",
      "Schule",
    ]);
    expect(zahlen.themen).toEqual({ wohnen: 1, schule: 1 });
    expect(zeilen.filter(({ probleme }) => probleme.length > 0).map(({ zeile }) => zeile)).toEqual([4, 6]);
  });

  test("a title between the lines says the Kommune of those below", async () => {
    const { zahlen } = await lies([TITEL, ...DAVOR, "Lohmar", "06.02. Schule"]);
    expect(zahlen.kommunen).toEqual({ Much: 3, Lohmar: 1 });
  });

  test("without a year every line is told", async () => {
    const { zahlen } = await lies(["Much", ...DAVOR]);
    expect([zahlen.beratungen, zahlen.fehlerhaft]).toEqual([0, 3]);
  });

  test.each([
    ["separators", ["Datum;Thema", "03.02.2025;Wohnung", "04.02.2025;Kita", "05.02.2025;Schule"]],
    ["commas", ["Datum,Thema", "03.02.2025,Wohnung", "04.02.2025,Kita", "05.02.2025,Schule"]],
    ["no heads", ["03.02.2025, Wohnung", "04.02.2025, Kita", "05.02.2025, Schule"]],
  ])("a table stays one: %s", async (_, lines) => {
    const { zahlen, tabellen } = await lies(lines, "Much.csv");
    expect([zahlen.beratungen, tabellen[0]?.spalten.length]).toEqual([3, 2]);
  });

  test("the receipt adds up to the cells", async () => {
    const { beleg } = await lies([TITEL, ...DAVOR, "Notiz ohne Tag"]);
    expect(beleg.zellen).toBe(1 + 2 * DAVOR.length + 1);
  });

  test("other encodings are read alike", async () => {
    const bytes = encode([TITEL, ...DAVOR, "06.02. Prüfung Aufenthaltsgestattung"].join("\n"), "windows-1252");
    const { zahlen } = await liesListe(bytes, { datei: "x.txt", kommunen, codes, heute: "2026-11-30" });
    expect(zahlen.themen["aufenthalt"]).toBe(1);
  });
});
