import type { Kreuzart, Spalte } from "../erkennen/typen.ts";

const NONE: readonly never[] = [];

/** The columns of a table, by what they mean; made once per table. */
export class Spaltenplan {
  private readonly plain: ReadonlyMap<Spalte["bedeutung"], readonly Spalte[]>;
  private readonly crossed: ReadonlyMap<Kreuzart | null, readonly Spalte[]>;

  readonly spalten: readonly Spalte[];

  constructor(spalten: readonly Spalte[]) {
    this.spalten = spalten;
    this.plain = Map.groupBy(spalten, (s) => s.bedeutung);
    this.crossed = Map.groupBy(spalten, (s) => s.kreuz);
  }

  /** The first column with this meaning. */
  eine(bedeutung: Spalte["bedeutung"]): Spalte | undefined {
    return this.plain.get(bedeutung)?.[0];
  }

  alle(bedeutung: Spalte["bedeutung"]): readonly Spalte[] {
    return this.plain.get(bedeutung) ?? NONE;
  }

  /** The columns whose heads are words of this kind. */
  kreuze(art: Kreuzart): readonly Spalte[] {
    return this.crossed.get(art) ?? NONE;
  }
}
