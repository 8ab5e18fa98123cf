import { isSummentext } from "../erkennen/kopf.ts";
import type { Bedeutung, Tabelle } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import type { Korrektur } from "./typen.ts";
import { vierOderFuenf } from "./zeichen.ts";

const ZAEHLT = new Set<Bedeutung>(["anzahl", "kreuz"]);
const isGruppe = (zelle: Zelle | undefined): zelle is string =>
  typeof zelle === "string" && vierOderFuenf(zelle) !== undefined;

/** Each group but the last is five, one stroke of it across the others. */
const alsFuenfer = (text: string): number => {
  const groups = text.trim().split(/\s+/u);
  return (groups.length - 1) * 5 + (groups.at(-1)?.length ?? 0);
};
const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);

/**
 * Strokes in groups of four as numbers, where the total of their column agrees with one way of counting them and not with the other.
 * Walks the rows once a column that has such strokes.
 */
export function strichgruppen({ art, blatt, spalten }: Tabelle, rows: readonly Blattzeile[]): readonly Korrektur[] {
  if (art !== "summen") return [];
  const counted = spalten.filter(({ bedeutung }) => ZAEHLT.has(bedeutung));
  return counted.flatMap(({ index, buchstabe }): Korrektur[] => {
    const groups = rows.filter(({ zellen }) => isGruppe(zellen[index]));
    if (groups.length === 0) return [];
    const isTotal = ({ zellen }: Blattzeile) => zellen.some((z) => typeof z === "string" && isSummentext(z));
    const end = rows.findIndex(isTotal);
    const total = zaehlwert(rows[end]?.zellen[index]) ?? 0;
    const cells = rows.slice(0, Math.max(0, end)).map(({ zellen }) => zellen[index]);
    const fours = sum(cells.map((zelle) => zaehlwert(zelle) ?? 0));
    const fives = sum(cells.map((zelle) => (isGruppe(zelle) ? alsFuenfer(zelle) : (zaehlwert(zelle) ?? 0))));
    if (fours === fives || (total !== fours && total !== fives)) return [];
    return groups.map(({ nr, zellen }) => {
      const text = zellText(zellen[index]);
      const n = total === fives ? alsFuenfer(text) : (zaehlwert(text) ?? 0);
      return { blatt, zeile: nr, spalte: buchstabe, wert: String(n) };
    });
  });
}
