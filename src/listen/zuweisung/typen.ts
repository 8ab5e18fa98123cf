/** Somebody on a list of people who are assigned. Days are ISO, codes those of the code lists. */
export type Zugewiesen = {
  readonly vorname: string;
  readonly nachname: string;
  readonly geburtsdatum: string | null;
  readonly staatsangehoerigkeit: string | null;
  readonly sprache: string | null;
  /** A number or an address as it is written. */
  readonly kontakt: string | null;
  /** What else the row says of her and nobody understood: “head: value”, a line each. */
  readonly hinweis: string | null;
};

/** Where and when, as the rows of a household say; `unterkunft` in the list's own words. */
type Ort = {
  readonly ags: string | null;
  readonly unterkunft: string | null;
  readonly ankunft: string | null;
};

/** A household: those whom the list names or at least has a row for, and how many it says they are in all. */
export type ZugewiesenerHaushalt = Ort & {
  readonly menschen: readonly Zugewiesen[];
  readonly anzahl: number;
  /** The rows that it was read from. */
  readonly nrs: readonly number[];
};

/** A row that nobody understands, with everything in it. */
export type UnklareZeile = { readonly nr: number; readonly text: string };

/**
 * A list as it was understood. Every row with something in it is in exactly one place: `zeilen` is those of households, `unklar` and
 * `ohneDaten` (heads, titles, sums) together. `nie`: heads of columns that nothing is ever taken from.
 */
export type Zuweisungsliste = {
  readonly haushalte: readonly ZugewiesenerHaushalt[];
  readonly unklar: readonly UnklareZeile[];
  readonly ohneDaten: number;
  readonly zeilen: number;
  readonly nie: readonly string[];
};
