import { type Feld, schuetze, schuetzeReihe } from "./schutz.ts";
import { MONAT_AB } from "./atom.ts";
import { VERDECKT, type Zelle } from "./zelle.ts";

/** How often two features occur together in a half-year (first day). */
export type Kreuzung = {
  readonly halbjahr: string;
  readonly zeile: string;
  readonly spalte: string;
  readonly anzahl: number;
};

/** Counts by row and column, and which of them occur. */
export type Kreuztafel = {
  readonly zeilen: readonly string[];
  readonly spalten: readonly string[];
  readonly wert: (zeile: string, spalte: string) => Zelle;
  /** The sum of a row. */
  readonly summe: (zeile: string) => Zelle;
};

const keyOf = (zeile: string, spalte: string): string => `${zeile}|${spalte}`;
const codesOf = (all: readonly string[]): string[] => [...new Set(all)].toSorted();

/** Whether the sum of a row or a column is not told itself. */
export type SummeVerdeckt = (halbjahr: string, kode: string) => boolean;

/**
 * What of a half-year is not told where both sums of a cell are: cells below `MONAT_AB`, and what would give them away. A line
 * whose sum is not told is not told at all.
 */
function musterBeider(all: readonly Kreuzung[], zeile: SummeVerdeckt, spalte: SummeVerdeckt): Set<string> {
  const [rows, columns] = [codesOf(all.map((k) => k.zeile)), codesOf(all.map((k) => k.spalte))];
  const halbjahr = all[0]?.halbjahr ?? "";
  const count = new Map(all.map((k) => [keyOf(k.zeile, k.spalte), k.anzahl]));
  const tafel = rows.map((r) =>
    columns.map((c): Feld => {
      const before = zeile(halbjahr, r) || spalte(halbjahr, c);
      return { wert: count.get(keyOf(r, c)) ?? 0, zeichen: 1, art: before ? "verdeckt" : "offen", leer: before };
    }),
  );
  schuetze(tafel, MONAT_AB);
  return new Set(
    rows.flatMap((r, i) => columns.flatMap((c, j) => (tafel[i]?.[j]?.art === "verdeckt" ? [keyOf(r, c)] : []))),
  );
}

/** The same where only the sums of rows are told. */
function musterZeilen(all: readonly Kreuzung[], ab: number, zeile: SummeVerdeckt): Set<string> {
  const columns = codesOf(all.map((k) => k.spalte));
  const hidden = [...Map.groupBy(all, (k) => k.zeile)].flatMap(([r, cells]) => {
    const werte = new Map(columns.map((c) => [c, cells.find((k) => k.spalte === c)?.anzahl ?? 0]));
    const gone = zeile(cells[0]?.halbjahr ?? "", r);
    return [...schuetzeReihe(werte, ab, () => gone)].map((c) => keyOf(r, c));
  });
  return new Set(hidden);
}

/** Half-years added up; what one of them does not tell, the sum does not tell either. */
function summiert(
  all: readonly Kreuzung[],
  muster: (half: readonly Kreuzung[]) => Set<string>,
  verdeckt: SummeVerdeckt,
): Kreuztafel {
  const hidden = new Set([...Map.groupBy(all, (k) => k.halbjahr).values()].flatMap((half) => [...muster(half)]));
  const sums = new Map<string, number>();
  for (const k of all) sums.set(keyOf(k.zeile, k.spalte), (sums.get(keyOf(k.zeile, k.spalte)) ?? 0) + k.anzahl);
  return {
    zeilen: codesOf(all.map((k) => k.zeile)),
    spalten: codesOf(all.map((k) => k.spalte)),
    summe: (zeile) => {
      const row = all.filter((k) => k.zeile === zeile);
      return row.some((k) => verdeckt(k.halbjahr, zeile)) ? VERDECKT : row.reduce((sum, k) => sum + k.anzahl, 0);
    },
    wert: (zeile, spalte) => (hidden.has(keyOf(zeile, spalte)) ? VERDECKT : (sums.get(keyOf(zeile, spalte)) ?? 0)),
  };
}

/** Two features whose own tables are told: every cell stands in two sums. */
export const kreuztafel = (all: readonly Kreuzung[], zeile: SummeVerdeckt, spalte: SummeVerdeckt): Kreuztafel =>
  summiert(all, (half) => musterBeider(half, zeile, spalte), zeile);

/** A row with its sum, the cells of which add up to it; columns add up to nothing that is told. */
export const zeilentafel = (all: readonly Kreuzung[], ab: number, zeile: SummeVerdeckt): Kreuztafel =>
  summiert(all, (half) => musterZeilen(half, ab, zeile), zeile);

/** As it is counted: a Träger's own view. */
export const rohtafel = (all: readonly Kreuzung[]): Kreuztafel =>
  summiert(
    all,
    () => new Set(),
    () => false,
  );
