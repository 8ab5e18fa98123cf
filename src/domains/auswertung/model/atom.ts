import type { Monat } from "./zeitraum.ts";

/** What is counted in a half-year: of one Träger, by feature and code; `monat` only where it is counted by month. */
export type Atom = {
  readonly traegerId: string;
  readonly merkmal: string;
  readonly kode: string;
  readonly monat: Monat | null;
  readonly anzahl: number;
};

/** The whole Kreis, beside its Träger. */
export const KREIS = "*";

/** Which numbers of a half-year are not told: keys as `keyOf` makes them. */
export type Muster = ReadonlySet<string>;

/** `wer` is a Träger or `KREIS`; without a month the half-year. */
export const keyOf = (wer: string, merkmal: string, kode: string, monat: Monat | null = null): string =>
  [monat ?? "", wer, merkmal, kode].join("|");

/** Consultations of a Träger in a month, which are always counted; everything else by month only where it is asked for. */
export const BERATUNGEN_JE_MONAT = "monat";

/** Mentions without a theme, in the table of themes. */
export const OHNE_THEMA = "?";

/** A month of a Träger or a Kommune is told from so many on. */
export const MONAT_AB = 5;
