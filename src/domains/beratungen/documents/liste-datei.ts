import { csvOf } from "../../../platform/csv.ts";
import { tagText } from "../../../platform/span.ts";
import { type SheetCell, XLSX_TYPE, xlsxOf } from "../../../platform/xlsx.ts";
import type { Listenwoerter } from "../model/listenwoerter.ts";
import type { BeratungKurz } from "../queries/beratungen.ts";

export const FORMATE = ["xlsx", "csv"] as const;
export type Format = (typeof FORMATE)[number];

type Spalte = { readonly head: string; readonly width: number; readonly cell: (b: BeratungKurz) => SheetCell };

/** What the list shows, a word for each code: no name, no note, nothing that only the single consultation says. */
const spalten = (w: Listenwoerter): readonly Spalte[] => [
  { head: "Datum", width: 12, cell: (b) => ({ day: b.am }) },
  { head: "Themen", width: 36, cell: w.themen },
  { head: "Neuzuweisung", width: 14, cell: (b) => (b.neuzuweisung ? "ja" : "nein") },
  { head: "Stufe", width: 18, cell: w.stufe },
  { head: "Ergebnis", width: 26, cell: w.ergebnis },
  { head: "Sprache", width: 18, cell: w.sprache },
  { head: "Kommune", width: 18, cell: w.kommune },
  { head: "Personen", width: 10, cell: (b) => b.personenzahl },
  { head: "Minuten", width: 10, cell: (b) => b.dauerMin ?? undefined },
];

const plain = (value: SheetCell): string | number | undefined =>
  typeof value === "object" ? tagText(value.day) : value;

/** Consultations as a file for a spreadsheet, in the order given: its bytes and what they are. */
export function listeAlsDatei(
  zeilen: readonly BeratungKurz[],
  woerter: Listenwoerter,
  format: Format,
): { readonly bytes: Buffer; readonly type: string } {
  const all = spalten(woerter);
  const rows = zeilen.map((b) => all.map(({ cell }) => cell(b)));
  if (format === "xlsx") return { bytes: xlsxOf("Beratungen", all, rows), type: XLSX_TYPE };
  const text = csvOf([all.map(({ head }) => head), ...rows.map((cells) => cells.map(plain))]);
  return { bytes: Buffer.from(text), type: "text/csv; charset=utf-8" };
}
