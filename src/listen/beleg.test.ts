import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testblatt, type Testzelle, dayCell, encode, xlsx } from "../../tests/support/listen-datei.ts";
import { addsUp } from "../../tests/support/listen-beleg.ts";
import { runs } from "../../tests/support/runs.ts";
import { liesListe } from "./lies-liste.ts";
import type { Entscheidungen } from "./zeilen/typen.ts";

const kommunen = testKommunen("05382");
const codes = testCodes();
const lies = (bytes: Uint8Array, entscheidungen: Entscheidungen = {}) =>
  liesListe(bytes, { datei: "Liste 2023.xlsx", kommunen, codes, heute: "2026-11-22", entscheidungen });

const word = fc.constantFrom("Wohnen", "Kita", "Arzt", "Much", "Eitorf", "x", "-", "?", "Zauberei", "Summe", "Urlaub");
const cell: fc.Arbitrary<Testzelle> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  word,
  fc.integer({ min: 0, max: 60 }),
  fc.constantFrom("ca. 3", "1.2.2023", "KW 3", "Januar", "1/23", "ja", "1. Quartal", "Gesamt", "30 Min"),
  fc.integer({ min: 0, max: 300 }).map((n) => dayCell(new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10))),
);
const head = fc.constantFrom(
  "Datum",
  "Kommune",
  "Thema",
  "Dauer",
  "Notiz",
  "Monat",
  "KW",
  "Beratungen",
  "Wohnen",
  "Schule",
  "Summe",
  "Nr.",
  "Geschlecht",
  "Basteln",
  "Sprache",
  "Name",
  "Personen",
  "persönlich",
  "Januar",
  "Februar",
  "",
  "Datum",
);
const tabelle = fc
  .tuple(
    fc.array(fc.array(word, { maxLength: 2 }), { maxLength: 2 }),
    fc.array(head, { minLength: 1, maxLength: 9 }),
    fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }),
  )
  .map(([titles, heads, rows]): Testzelle[][] => [...titles, heads.map((h) => h || null), ...rows]);
const blatt = fc.array(tabelle, { minLength: 1, maxLength: 3 }).map((all) => all.flat());
const mappe = fc.record({
  sheets: fc.array(blatt, { minLength: 1, maxLength: 3 }),
  merged: fc.subarray(["A3:A5", "B2:C2", "A6:B6"]),
});

describe("the receipt of a list", () => {
  test("adds up to the cells of the file, whatever the lists are", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mappe, ({ sheets, merged }) =>
        addsUp(xlsx(sheets.map((rows, i): Testblatt => ({ name: `Blatt ${i}`, rows, merged })))),
      ),
      runs(30),
    );
  });

  test("adds up for text with separators", { timeout: 60_000 }, async () => {
    const field = fc.oneof(head, word, fc.constantFrom('"', '"a;b"', "1.2.2023", "2.2.2023", "3"));
    const text = fc
      .array(fc.array(field, { maxLength: 6 }), { maxLength: 15 })
      .map((rows) => rows.map((row) => row.join(";")).join("\n"));
    await fc.assert(
      fc.asyncProperty(text, (value) => addsUp(encode(`Datum;Kommune;Thema;Notiz\n${value}`, "utf-8"))),
      runs(20),
    );
  });

  test("says where each cell stayed, and why", async () => {
    const ergebnis = await lies(
      xlsx([
        {
          name: "Liste",
          rows: [
            ["Beratungen 2023"],
            ["Nr.", "Datum", "Kommune", "Thema", "Geschlecht", "Zufriedenheit", "Notiz"],
            [1, dayCell("2023-03-01"), "Much", "Wohnen", "w", "gut", "kommt wieder"],
            [2, dayCell("2023-03-02"), "Much", "Zauberei", "m", null, null],
          ],
        },
      ]),
    );
    expect(ergebnis.beleg).toMatchObject({ zellen: 20, angabe: 5, text: 1, verstanden: 12, wartet: 2 });
    expect(ergebnis.beleg.gruende).toEqual([
      { ende: "wartet", blatt: "Liste", grund: "Spalte „Zufriedenheit“ ist unbekannt", zellen: 1 },
      { ende: "wartet", blatt: "Liste", grund: "Wort ist nicht zugeordnet", zellen: 1 },
      { ende: "verstanden", blatt: "Liste", grund: "Überschrift", zellen: 7 },
      { ende: "verstanden", blatt: "Liste", grund: "Für diese Angabe gibt es kein Feld", zellen: 2 },
      { ende: "verstanden", blatt: "Liste", grund: "laufende Nummer", zellen: 2 },
      { ende: "verstanden", blatt: "Liste", grund: "Titel oder Anmerkung", zellen: 1 },
    ]);
    expect(ergebnis.beleg.spalten[5]).toMatchObject({ spalte: "F", kopf: "Zufriedenheit", verstanden: 1, wartet: 1 });
  });

  test("whatever waits can be settled: a remark, a total that does not fit, figures beside the table", async () => {
    const bytes = xlsx([
      {
        name: "Liste",
        rows: [
          ["Woche 9", 12, 30, "x"],
          [],
          ["Monat", "Kommune", "Beratungen", "Wohnen"],
          ["Januar 2023", "Much", 4, 4],
          ["Bitte auch die Zahlen von Lohmar beachten, siehe anderes Blatt"],
          ["Februar 2023", "Much", 3, 3],
          ["Summe", null, 9, 7],
        ],
      },
    ]);
    const before = await lies(bytes);
    const waiting = before.zeilen.filter(({ zellen }) => zellen.includes("w"));
    expect(waiting.map(({ zeile, stand, probleme }) => [zeile, stand, probleme[0]?.grund])).toEqual([
      [1, "ohne_daten", "Zeile mit Zahlen außerhalb der Tabellen"],
      [5, "ohne_daten", expect.stringContaining("Anmerkung nennt einen anderen Ort")],
      [7, "ohne_daten", "Summe, die nicht zu den Zeilen passt"],
    ]);
    expect(before.beleg.wartet).toBeGreaterThan(0);
    const zeilen = waiting.map(({ blatt, zeile }) => ({ blatt, zeile, entscheidung: "weglassen" as const }));
    const after = await lies(bytes, { zeilen });
    expect(after.beleg.wartet).toBe(0);
    expect(after.zahlen).toEqual(before.zahlen);
  });
});
