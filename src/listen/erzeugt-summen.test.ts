import * as fc from "fast-check";
import { describe, test } from "vitest";
import { type Testzelle } from "../../tests/support/listen-datei.ts";
import { type Liste, prueft } from "../../tests/support/listen-soll.ts";
import {
  MONATE,
  THEMEN,
  type Zeile,
  monat,
  n,
  plus,
  schreibweise,
  sollVon,
  zeile,
} from "../../tests/support/listen-zahlen.ts";

const ZWISCHEN = [
  "1. Quartal",
  "Q1",
  "Q1/2025",
  "Quartal I",
  "Zwischensumme",
  "Summe",
  "Ergebnis",
  "Zusammen",
  "∑",
  "Teilergebnis",
  "Jan-März",
  "gesamt",
  "Stand 31.03.",
  "Übertrag",
  "Kreis",
  null,
];

/** Group A: totals of any name, above, below and between, with columns that count a part or all again. */
const mitSummen = fc
  .record({
    rows: fc.array(zeile, { minLength: 3, maxLength: 7 }),
    form: schreibweise,
    zwischen: fc.option(fc.constantFrom(...ZWISCHEN), { nil: undefined }),
    ende: fc.option(fc.constantFrom("Summe", "Gesamt", "Jahr 2025", "2025", "Insgesamt:", "Ergebnis", "Alle", null), {
      nil: undefined,
    }),
    oben: fc.boolean(),
    spalte: fc.constantFrom(
      "",
      "Themen gesamt",
      "Summe",
      "davon Wohnungssuche",
      "Wohnen gesamt",
      "Anteil %",
      "Vorjahr",
    ),
    ohneBeratungen: fc.boolean(),
  })
  .map(({ rows, form, zwischen, ende, oben, spalte, ohneBeratungen }): Liste => {
    const extra = ({ themen }: Zeile): Testzelle[] => {
      if (spalte === "") return [];
      if (spalte === "Anteil %") return [0.5];
      if (spalte === "Vorjahr") return [7];
      if (spalte === "davon Wohnungssuche") return [Math.floor((themen[0] ?? 0) / 2)];
      return [spalte === "Wohnen gesamt" ? (themen[0] ?? 0) : themen.reduce((a, b) => a + b, 0)];
    };
    const line = (label: Testzelle, r: Zeile): Testzelle[] => [
      label,
      ...(ohneBeratungen ? [] : [r.beratungen]),
      ...r.themen,
      ...extra(r),
    ];
    const heads = [...(ohneBeratungen ? [] : ["Beratungen"]), ...THEMEN.slice(0, 3).map(([name]) => name)];
    const body = rows.flatMap((r, i) => [
      line(form(i), r),
      ...(zwischen !== undefined && i === 2 ? [line(zwischen, plus(rows.slice(0, 3)))] : []),
    ]);
    const total = ende === undefined ? [] : [line(ende, plus(rows))];
    const soll = sollVon(rows);
    return {
      blaetter: [
        {
          name: "Zahlen",
          rows: [
            ["Much 2025"],
            ["Monat", ...heads, ...(spalte === "" ? [] : [spalte])],
            ...(oben ? total : []),
            ...body,
            ...(oben ? [] : total),
          ],
        },
      ],
      soll: ohneBeratungen ? { ...soll, beratungen: 0, kommunen: {}, monate: {} } : soll,
    };
  });

/** Group A and K: the same figures again on another sheet, by week, by quarter, as a copy or corrected. */
const nochEinmal = fc
  .record({
    rows: fc.array(zeile, { minLength: 3, maxLength: 6 }),
    name: fc.constantFrom("Kopie", "Auswertung", "Team B", "für den Kreis", "Jahr", "Tabelle2", "alt"),
    titel: fc.constantFrom("Much 2025", "Much – Übersicht 2025", "Gemeinde Much, 2025"),
    art: fc.constantFrom("gleich", "berichtigt", "quartal", "jahr"),
    form: schreibweise,
  })
  .map(({ rows, name, titel, art, form }): Liste => {
    const heads = ["Beratungen", ...THEMEN.slice(0, 3).map(([one]) => one)];
    const line = (label: Testzelle, r: Zeile): Testzelle[] => [label, r.beratungen, ...r.themen];
    const again =
      art === "jahr"
        ? [line("2025", plus(rows))]
        : art === "quartal"
          ? [
              line("1. Quartal", plus(rows.slice(0, 3))),
              ...(rows.length > 3 ? [line("2. Quartal", plus(rows.slice(3)))] : []),
            ]
          : rows.map((r, i) =>
              line(monat(i), art === "berichtigt" && i === 0 ? { ...r, beratungen: r.beratungen + 3 } : r),
            );
    const head = art === "jahr" ? "Jahr" : art === "quartal" ? "Quartal" : "Monat";
    return {
      blaetter: [
        { name: "Zahlen", rows: [["Much 2025"], ["Monat", ...heads], ...rows.map((r, i) => line(form(i), r))] },
        { name, rows: [[titel], [head, ...heads], ...again] },
      ],
      soll: sollVon(rows),
    };
  });

const ORTE = ["Much", "Eitorf", "Windeck"];
/** Group K: Kommunen, contact ways or months beside each other, with a number of consultations that is all of them. */
const nebeneinander = fc
  .record({
    rows: fc.array(fc.tuple(n, n, n), { minLength: 2, maxLength: 5 }),
    quer: fc.constantFrom("orte", "wege", "monate"),
    titel: fc.constantFrom("2025", "Much 2025"),
    gesamt: fc.constantFrom("", "Beratungen", "Gesamt", "Beratungen gesamt", "Kontakte"),
    vorn: fc.boolean(),
  })
  .map(({ rows, quer, titel, gesamt, vorn }): Liste => {
    const heads = { orte: ORTE, wege: ["persönlich", "telefonisch", "E-Mail"], monate: MONATE.slice(0, 3) }[quer];
    const sum = (r: readonly number[]) => r.reduce((a, b) => a + b, 0);
    const total = (one: Testzelle): Testzelle[] => (gesamt === "" ? [] : [one]);
    const line = (label: string, r: readonly number[]): Testzelle[] =>
      vorn ? [label, ...total(sum(r)), ...r] : [label, ...r, ...total(sum(r))];
    const label = (i: number) => (quer === "monate" ? (THEMEN[i % 4]?.[0] ?? "") : monat(i));
    const used = quer === "monate" ? rows.slice(0, 4) : rows;
    const all = sum(used.map(sum));
    const ort = (i: number) => sum(used.map((r) => r[i] ?? 0));
    const kommunen = quer === "orte" ? Object.fromEntries(ORTE.map((name, i) => [name, ort(i)])) : { Much: all };
    const themen = Object.fromEntries(used.map((r, i) => [THEMEN[i]?.[1] ?? "", sum(r)]));
    const head = [
      quer === "monate" ? "Thema" : "Monat",
      ...(vorn ? total(gesamt) : []),
      ...heads,
      ...(vorn ? [] : total(gesamt)),
    ];
    return {
      blaetter: [
        {
          name: "Blatt",
          rows: [[quer === "orte" ? titel : "Much 2025"], head, ...used.map((r, i) => line(label(i), r))],
        },
      ],
      soll: quer === "monate" ? { beratungen: 0, themen } : { beratungen: all, kommunen, themen: {} },
    };
  });

describe("tallies made at random: every figure is right, or something waits", () => {
  test("totals above, below and between, and columns that count again", () => prueft(mitSummen, 60), 60_000);
  test("the same figures on another sheet", () => prueft(nochEinmal, 30), 60_000);
  test("places, contact ways or months side by side with their total", () => prueft(nebeneinander, 40), 60_000);
});
