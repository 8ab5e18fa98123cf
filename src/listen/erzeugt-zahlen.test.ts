import * as fc from "fast-check";
import { describe, test } from "vitest";
import { sollVon as beratungenVon, code, tag, thema } from "../../tests/support/listen-beratungen.ts";
import { type Testzelle, dayCell, letters } from "../../tests/support/listen-datei.ts";
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

/** What stands beside a figure: a remark that changes nothing, or perhaps the figure. */
const BEMERKUNG: readonly (readonly [text: Testzelle, gilt: boolean])[] = [
  ...([null, "viel los", "neue Kollegin", "Umzug am 3.2.", "seit 2024 zu zweit", "je 30 Minuten"] as const).map(
    (text) => [text, true] as const,
  ),
  ...(["1 doppelt gezählt", "2 davon Eitorf", "3 aus Januar", "abzüglich 2", "nachgetragen", "geschätzt"] as const).map(
    (text) => [text, false] as const,
  ),
];
const bemerkt = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat({ max: BEMERKUNG.length - 1 })), {
    minLength: 2,
    maxLength: 8,
  })
  .map((rows): Liste => {
    const cells = rows.map(([k, at]) => ({ k, at: BEMERKUNG[at] ?? ([null, true] as const) }));
    const sum = cells.reduce((all, { k, at: [, gilt] }) => all + (gilt ? k : 0), 0);
    const lines = cells.map(({ k, at: [text] }, i): Testzelle[] => [monat(i), k, text]);
    return {
      blaetter: [{ name: "Blatt", rows: [["Much 2025"], ["Monat", "Beratungen", "Bemerkung"], ...lines] }],
      soll: { beratungen: sum, kommunen: sum === 0 ? {} : { Much: sum } },
    };
  });

/** Columns of consultations one after the other, and one more column of numbers beside the theme. */
const daneben = fc
  .record({
    rows: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 2,
      maxLength: 6,
    }),
    kopf: fc.constantFrom(
      ["Familie (Erw.)", "Kinder"],
      ["Familie", "Personen"],
      ["1. Termin", "2. Termin"],
      ["Erw.", "Ki."],
    ),
  })
  .map(({ rows, kopf }): Liste => {
    const lines = rows.map(([t, a, b], i): Testzelle[] => [dayCell(tag(i)), a, b, thema(t)]);
    return {
      blaetter: [{ name: "Blatt", rows: [["Much"], ["Datum", ...kopf, "Anliegen"], ...lines] }],
      soll: beratungenVon(rows.map(([t], i) => ({ am: tag(i), themen: [code(t)] }))),
    };
  });

/** Figures that are added up from row to row say so above them; the year may stand in the corner. */
const obenGesagt = fc
  .record({
    rows: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 6 }),
    oben: fc.constantFrom("fortlaufend aufsummiert", "kumuliert", "Zahlen laufend addiert", "aufgelaufen", ""),
    ecke: fc.constantFrom("Monat", "Monat 2025", "Much 2025", "2025"),
  })
  .map(({ rows, oben, ecke }): Liste => {
    const added = rows.map((_, i) => rows.slice(0, i + 1).reduce((a, b) => a + b, 0));
    const shown = oben === "" ? rows : added;
    const sum = rows.reduce((a, b) => a + b, 0);
    const title = [...(oben === "" ? [] : [oben]), ...(ecke === "Monat" ? ["Much 2025"] : ["Much"])].join(" ");
    return {
      blaetter: [{ name: "Blatt", rows: [[title], [ecke, "Beratungen"], ...shown.map((k, i) => [monat(i), k])] }],
      soll: { beratungen: sum, kommunen: { Much: sum } },
    };
  });

/** What else is counted beside the consultations: ages, short forms, persons. None of it is a theme. */
const aufgeteilt = fc
  .record({
    rows: fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), n, n), { minLength: 2, maxLength: 6 }),
    kopf: fc.constantFrom(
      ["0-6", "7-17"],
      ["0 - 6", "ü27"],
      ["AM", "PM"],
      ["TN", "MA"],
      ["m", "w"],
      ["<18", "18+"],
      ["1", "2"],
    ),
    form: schreibweise,
  })
  .map(({ rows, kopf, form }): Liste => {
    const sum = rows.reduce((all, [k]) => all + k, 0);
    const lines = rows.map(([k, a, b], i): Testzelle[] => [form(i), k, a, b]);
    return {
      blaetter: [{ name: "Blatt", rows: [["Much 2025"], ["Monat", "Beratungen", ...kopf], ...lines] }],
      soll: { beratungen: sum, kommunen: { Much: sum }, themen: {} },
    };
  });

describe("numbers made at random: every figure is right, or something waits", () => {
  test("numbers as people write them", () => prueft(seltsam, 60), 60_000);
  test("numbers that part the consultations", () => prueft(aufgeteilt, 40), 60_000);
  test("numbers with a remark", () => prueft(bemerkt, 40), 60_000);
  test("numbers beside the theme of a consultation", () => prueft(daneben, 30), 60_000);
  test("what stands above the numbers or in their corner", () => prueft(obenGesagt, 30), 60_000);
  test("a number in merged cells", () => prueft(verbunden, 20), 60_000);
  test("rows that are a part of another row", () => prueft(mitTeilen, 30), 60_000);
});
