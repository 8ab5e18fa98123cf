import { type Bereich, type Blatt, type Blattzeile, type Zelle, spaltenIndex, zellText } from "../leser/zelle.ts";
import type { Bedeutung, Spalte, Tabelle } from "../erkennen/typen.ts";
import type { Korrektur, Problem } from "./typen.ts";

/** Marks that say “as above”. */
const DITTO =
  /^(?:["“”„″〃]+|''|,,|-\s?["“”]\s?-|dto\.?|dito|ebenso|s\.?\s?o\.?|w\.?\s?o\.|(?:wie|siehe) (?:oben|vor(?:her|ige)?|zeile (?:dar(?:ue|ü)ber|oben))|dasselbe|desgl\.?|gleiche?s|ditto|idem|↑|\^)$/iu;
/** Longer cells say something of their own. */
const LONGEST_DITTO = 22;
/** Merged cells higher than this are a layout, not a value for many rows. */
const MAX_MERGED_ROWS = 500;

/** The cells of a table's rows as they count: corrected, filled down where cells are merged or say “as above”. */
export class Zugriff {
  readonly spalten: readonly Spalte[];
  private readonly korrekturen: ReadonlyMap<string, string>;
  /** Merged cells of this table, the last ones first; those that a row has reached move to `active`. */
  private readonly merged: Bereich[];
  private active: { readonly bereich: Bereich; value: Zelle }[] = [];
  private readonly fill: ReadonlySet<number>;
  private above: Zelle[] = [];
  private readonly range: readonly [from: number, to: number];

  constructor(blatt: Blatt, tabelle: Tabelle, korrekturen: readonly Korrektur[], auffuellen: readonly Bedeutung[]) {
    this.spalten = tabelle.spalten;
    this.range = [tabelle.vonSpalte, tabelle.bisSpalte];
    this.korrekturen = new Map(
      korrekturen
        .filter((k) => k.blatt === blatt.name)
        .map((k) => [`${k.zeile}/${spaltenIndex(k.spalte)}`, k.wert.trim()]),
    );
    const used = new Set(this.spalten.map(({ index }) => index));
    this.merged = blatt.verbunden
      .filter(({ vonZeile, bisZeile, vonSpalte }) => {
        const height = bisZeile - vonZeile;
        const here = vonZeile >= tabelle.vonZeile && vonZeile <= tabelle.bisZeile && used.has(vonSpalte);
        return here && height > 0 && height <= MAX_MERGED_ROWS;
      })
      .toSorted((a, b) => b.vonZeile - a.vonZeile);
    this.fill = new Set(this.spalten.filter((s) => auffuellen.includes(s.bedeutung)).map((s) => s.index));
  }

  /** The values of a row, by column index. Rows must come in order. */
  row(zeile: Blattzeile): Zelle[] {
    // A table beside this one has its own sums and titles.
    const [from, to] = this.range;
    const cells: Zelle[] = zeile.zellen.slice(0, to);
    cells.fill(null, 0, from);
    for (const { index } of this.spalten) {
      while (cells.length <= index) cells.push(null);
      const mended = this.korrigiert(zeile.nr, index);
      if (mended !== undefined) cells[index] = mended;
    }
    this.spread(zeile.nr, cells);
    const isEmpty = this.fill.size > 0 && cells.every((zelle) => zelle === null);
    for (let i = 0; i < cells.length; i++) {
      const zelle = cells[i] ?? null;
      const same = typeof zelle === "string" && zelle.length <= LONGEST_DITTO && DITTO.test(zelle);
      if (same || (zelle === null && this.fill.has(i) && !isEmpty)) cells[i] = this.above[i] ?? null;
    }
    this.above = cells;
    return cells;
  }

  /** The first column with this meaning. */
  spalte(bedeutung: Bedeutung): Spalte | undefined {
    return this.spalten.find((s) => s.bedeutung === bedeutung);
  }

  private korrigiert(nr: number, index: number): Zelle | undefined {
    if (this.korrekturen.size === 0) return undefined;
    const value = this.korrekturen.get(`${nr}/${index}`);
    return value === undefined ? undefined : value === "" ? null : value;
  }

  private spread(nr: number, cells: Zelle[]): void {
    for (let next = this.merged.at(-1); next !== undefined && next.vonZeile <= nr; next = this.merged.at(-1)) {
      this.merged.pop();
      this.active.push({ bereich: next, value: next.vonZeile === nr ? (cells[next.vonSpalte] ?? null) : null });
    }
    if (this.active.length === 0) return;
    this.active = this.active.filter(({ bereich }) => bereich.bisZeile >= nr);
    for (const { bereich, value } of this.active) cells[bereich.vonSpalte] = cells[bereich.vonSpalte] ?? value;
  }
}

/** A problem with a cell. */
export const problem = (spalte: Spalte, zelle: Zelle | undefined, grund: string): Problem => ({
  spalte: spalte.kopf || spalte.buchstabe,
  buchstabe: spalte.buchstabe,
  wert: zellText(zelle),
  grund,
});
