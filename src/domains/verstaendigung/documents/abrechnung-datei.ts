import { csvOf } from "../../../platform/csv.ts";
import { tagText } from "../../../platform/span.ts";
import { type SheetCell, XLSX_TYPE, xlsxOf } from "../../../platform/xlsx.ts";
import { type Codelisten, nameOf } from "../../codelisten/index.ts";
import { STAENDE, WEGE, uhrText } from "../model/einsatz.ts";
import { monatText } from "../model/monat.ts";
import type { Einsatz } from "../queries/einsaetze.ts";

export const FORMATE = ["xlsx", "csv"] as const;
export type Format = (typeof FORMATE)[number];

type Spalte = { readonly head: string; readonly width: number; readonly cell: (e: Einsatz) => SheetCell };

/** Amounts stand in whole cents: a spreadsheet adds them up without rounding. */
const spalten = (sprachen: Codelisten["sprache"]): readonly Spalte[] => [
  { head: "Tag", width: 12, cell: ({ tag }) => ({ day: tag }) },
  { head: "Beginn", width: 10, cell: ({ beginn }) => uhrText(beginn) },
  { head: "Wer mittelt", width: 30, cell: ({ sprachmittler }) => sprachmittler ?? "" },
  { head: "Sprache", width: 18, cell: ({ sprache }) => nameOf(sprachen, sprache) },
  { head: "Wie", width: 12, cell: ({ weg }) => WEGE[weg] },
  { head: "Standort", width: 26, cell: ({ standort }) => standort ?? "" },
  { head: "Minuten", width: 10, cell: ({ minuten }) => minuten ?? 0 },
  { head: "Cent je Stunde", width: 14, cell: ({ satzCent }) => satzCent ?? 0 },
  { head: "Fahrt in Cent", width: 14, cell: ({ fahrtCent }) => fahrtCent ?? 0 },
  { head: "Betrag in Cent", width: 14, cell: ({ betragCent }) => betragCent ?? 0 },
  { head: "Stand", width: 14, cell: ({ stand }) => STAENDE[stand] },
];

const plain = (value: SheetCell): string | number | undefined =>
  typeof value === "object" ? tagText(value.day) : value;

/** What was done in a month (first day, ISO), one booking a row, no client in any: the bytes and what they are. */
export function monatAlsDatei(
  all: readonly Einsatz[],
  { sprachen, monat }: { readonly sprachen: Codelisten["sprache"]; readonly monat: string },
  format: Format,
): { readonly bytes: Buffer; readonly type: string } {
  const columns = spalten(sprachen);
  const rows = all.map((e) => columns.map(({ cell }) => cell(e)));
  if (format === "xlsx") return { bytes: xlsxOf(monatText(monat), columns, rows), type: XLSX_TYPE };
  const text = csvOf([columns.map(({ head }) => head), ...rows.map((cells) => cells.map(plain))]);
  return { bytes: Buffer.from(text), type: "text/csv; charset=utf-8" };
}
