import { csvOf } from "../../../platform/csv.ts";
import { tagText } from "../../../platform/span.ts";
import { type SheetCell, XLSX_TYPE, xlsxOf } from "../../../platform/xlsx.ts";
import { type Codelisten, nameOf } from "../../codelisten/index.ts";
import { type Genannt, genanntText, istKlein } from "../model/gewicht.ts";
import { STAENDE } from "../model/stand.ts";
import type { Zeile } from "../queries/uebersicht.ts";

export const FORMATE = ["xlsx", "csv"] as const;
export type Format = (typeof FORMATE)[number];

/** What the codes of the list are called. */
export type Woerter = { readonly listen: Codelisten; readonly kommunen: ReadonlyMap<string, string> };

type Spalte = { readonly head: string; readonly width: number; readonly cell: (zeile: Zeile) => SheetCell };

const zahlZelle = (n: Genannt): SheetCell => (istKlein(n) ? genanntText(n) : n);

/** What the list shows and the sentence behind it; small numbers of others stay untold in a file as well. */
const spalten = ({ listen, kommunen }: Woerter): readonly Spalte[] => [
  { head: "Lücke", width: 60, cell: ({ name }) => name },
  { head: "Satz", width: 60, cell: ({ luecke }) => luecke.satz },
  { head: "Handlungsfeld", width: 28, cell: ({ luecke }) => nameOf(listen.handlungsfeld, luecke.handlungsfeld) },
  { head: "Rechtskreis", width: 28, cell: ({ luecke }) => nameOf(listen.rechtskreis, luecke.rechtskreis) },
  { head: "Stand", width: 20, cell: ({ luecke }) => STAENDE[luecke.stand] },
  { head: "Stand seit", width: 12, cell: ({ luecke }) => ({ day: luecke.standSeit }) },
  { head: "Gemeldet am", width: 12, cell: ({ luecke }) => ({ day: luecke.gemeldetAm }) },
  { head: "Fällt auf seit", width: 12, cell: ({ gewicht }) => ({ day: gewicht.seit }) },
  { head: "Meldungen", width: 14, cell: ({ gewicht }) => zahlZelle(gewicht.meldungen) },
  { head: "Fälle", width: 14, cell: ({ gewicht }) => zahlZelle(gewicht.faelle) },
  { head: "Standorte", width: 10, cell: ({ gewicht }) => gewicht.standorte },
  {
    head: "Kommunen",
    width: 40,
    cell: ({ gewicht }) => gewicht.kommunen.map((ags) => kommunen.get(ags) ?? ags).join(", "),
  },
  { head: "Menschen", width: 14, cell: ({ gewicht }) => zahlZelle(gewicht.menschen) },
  { head: "Gewicht", width: 10, cell: ({ rang }) => rang },
];

const plain = (value: SheetCell): string | number | undefined =>
  typeof value === "object" ? tagText(value.day) : value;

/** Gaps as a file for a spreadsheet, in the order given: its bytes and what they are. */
export function listeAlsDatei(
  zeilen: readonly Zeile[],
  woerter: Woerter,
  format: Format,
): { readonly bytes: Buffer; readonly type: string } {
  const all = spalten(woerter);
  const rows = zeilen.map((zeile) => all.map(({ cell }) => cell(zeile)));
  if (format === "xlsx") return { bytes: xlsxOf("Systemlücken", all, rows), type: XLSX_TYPE };
  const text = csvOf([all.map(({ head }) => head), ...rows.map((cells) => cells.map(plain))]);
  return { bytes: Buffer.from(text), type: "text/csv; charset=utf-8" };
}
