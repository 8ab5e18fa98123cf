import * as fc from "fast-check";
import { describe, test } from "vitest";
import { type Testzelle, letters } from "../../tests/support/listen-datei.ts";
import { type Liste, prueft } from "../../tests/support/listen-soll.ts";
import { THEMEN, monat, n, schreibweise, sollVon, zeile } from "../../tests/support/listen-zahlen.ts";

/** Group C and G: one number as lists write it; null where nobody can tell what it is. */
const SCHREIBT: readonly ((k: number) => readonly [zelle: Testzelle, wert: number | null])[] = [
  (k) => [k, k],
  (k) => [String(k), k],
  (k) => [`${k}*`, k],
  (k) => [`${k}x`, k],
  (k) => [`${k} (davon 1 neu)`, k],
  (k) => ["I".repeat(k), k],
  (k) => [`${"|".repeat(k)}`, k],
  (k) => ["x".repeat(k), k],
  (k) => ["✓".repeat(k), k],
  (k) => [{ runs: [{ text: String(k) }, { text: "1", high: true }] }, k],
  (k) => [`ca. ${k}`, null],
  (k) => [`${k}?`, null],
  (k) => [`${k} + 1 tel.`, null],
  (k) => [`${k} 3`, null],
  (k) => [`${k}-${k + 1}`, null],
  (k) => [{ runs: [{ text: String(k), struck: true }, { text: " " }, { text: String(k + 2) }] }, null],
  (k) => [{ styled: k, struck: true }, null],
  () => [{ styled: 1, format: "0%" }, null],
  (k) => [{ styled: k * 10, format: '#,##0.00 "€"' }, null],
  () => ["viele", null],
  () => ["s. Ordner", null],
  () => [2_241_123_456, null],
  () => ["0,5", null],
];
const seltsam = fc
  .record({
    rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat({ max: SCHREIBT.length - 1 })), {
      minLength: 2,
      maxLength: 8,
    }),
    form: schreibweise,
  })
  .map(({ rows, form }): Liste => {
    const cells = rows.map(([k, at]) => SCHREIBT[at]?.(k) ?? [null, 0]);
    const sum = cells.reduce((all, [, wert]) => all + (wert ?? 0), 0);
    return {
      blaetter: [
        {
          name: "Blatt",
          rows: [["Much 2025"], ["Monat", "Beratungen"], ...cells.map(([zelle], i) => [form(i), zelle])],
        },
      ],
      soll: { beratungen: sum, kommunen: { Much: sum } },
    };
  });

/** Group J: a number in cells that are merged over several rows or columns belongs to none of them alone. */
const verbunden = fc
  .record({
    rows: fc.array(zeile, { minLength: 3, maxLength: 6 }),
    at: fc.nat({ max: 1 }),
    column: fc.integer({ min: 1, max: 3 }),
    quer: fc.boolean(),
  })
  .map(({ rows, at, column, quer }): Liste => {
    const grid = rows.map((r, i): Testzelle[] => [monat(i), r.beratungen, ...r.themen]);
    const [row, below] = [grid[at], grid[at + 1]];
    if (quer && row !== undefined) row[column + 1] = null;
    else if (below !== undefined) below[column] = null;
    const cell = `${letters(column)}${at + 3}`;
    return {
      blaetter: [
        {
          name: "Blatt",
          rows: [["Much 2025"], ["Monat", "Beratungen", ...THEMEN.slice(0, 3).map(([one]) => one)], ...grid],
          merged: [`${cell}:${letters(quer ? column + 1 : column)}${quer ? at + 3 : at + 4}`],
        },
      ],
      soll: sollVon(rows),
    };
  });

/** What the rows are stands at their left; some are a part of another one. */
const mitTeilen = fc
  .record({
    parts: fc.array(fc.tuple(n, n), { minLength: 2, maxLength: 3 }),
    form: fc.constantFrom<(name: string) => string>(
      (name) => `davon ${name}`,
      (name) => `- ${name}`,
      (name) => `darunter: ${name}`,
      (name) => name,
      (name) => `• ${name}`,
    ),
    kind: fc.constantFrom(
      ["Frauen", "Männer", "Divers"],
      ["Wohnungssuche", "Umzug", "Mietvertrag"],
      ["Erstberatung", "Folgeberatung", "Krisen"],
    ),
    oben: fc.constantFrom("Beratungen", "Wohnen"),
  })
  .map(({ parts, form, kind, oben }): Liste => {
    const months = [0, 1].map((m) => parts.reduce((sum, part) => sum + (part[m] ?? 0), 0));
    const all = months.reduce((a, b) => a + b, 0);
    return {
      blaetter: [
        {
          name: "Blatt",
          rows: [
            ["Much 2025"],
            [null, "Januar", "Februar"],
            [oben, ...months],
            ...parts.map((part, i): Testzelle[] => [form(kind[i] ?? ""), ...part]),
          ],
        },
      ],
      soll:
        oben === "Wohnen"
          ? { beratungen: 0, themen: { wohnen: all } }
          : { beratungen: all, themen: kind[0] === "Wohnungssuche" ? { wohnen: all } : {} },
    };
  });

describe("numbers made at random: every figure is right, or something waits", () => {
  test("numbers as people write them", () => prueft(seltsam, 60), 60_000);
  test("a number in merged cells", () => prueft(verbunden, 20), 60_000);
  test("rows that are a part of another row", () => prueft(mitTeilen, 30), 60_000);
});
