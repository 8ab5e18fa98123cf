import * as fc from "fast-check";
import { type Testzelle, dayCell } from "./listen-datei.ts";
import type { Soll } from "./listen-soll.ts";

export const MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
export const monat = (i: number): string => MONATE[i] ?? "";
const iso = (i: number): string => `2025-${String(i + 1).padStart(2, "0")}`;
export const THEMEN = [
  ["Wohnen", "wohnen"],
  ["Schule", "schule"],
  ["Arbeit", "arbeit"],
  ["Gesundheit", "gesundheit"],
] as const;

/** The same month as lists write it. */
export const schreibweise = fc.constantFrom<(i: number) => Testzelle>(
  (i) => monat(i),
  (i) => `${monat(i).slice(0, 3)}.`,
  (i) => `${monat(i)} 2025`,
  (i) => `${String(i + 1).padStart(2, "0")}/2025`,
  (i) => `${monat(i).slice(0, 3)} 25`,
  (i) => iso(i),
  (i) => dayCell(`${iso(i)}-01`, "mmm yy"),
);

export const n = fc.integer({ min: 0, max: 20 });
export const zeile = fc.record({ beratungen: fc.integer({ min: 1, max: 40 }), themen: fc.tuple(n, n, n) });
export type Zeile = { readonly beratungen: number; readonly themen: readonly number[] };
export const plus = (rows: readonly Zeile[]): Zeile => ({
  beratungen: rows.reduce((sum, r) => sum + r.beratungen, 0),
  themen: [0, 1, 2].map((i) => rows.reduce((sum, r) => sum + (r.themen[i] ?? 0), 0)),
});
export const sollVon = (rows: readonly Zeile[]): Soll => {
  const all = plus(rows);
  return {
    beratungen: all.beratungen,
    themen: Object.fromEntries(THEMEN.slice(0, 3).map(([, code], i) => [code, all.themen[i] ?? 0])),
    kommunen: { Much: all.beratungen },
    monate: Object.fromEntries(rows.map((r, i) => [iso(i), r.beratungen])),
  };
};
