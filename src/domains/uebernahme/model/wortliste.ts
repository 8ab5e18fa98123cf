import { liesWortdatei, WORTSPALTEN, type Wortentscheidung } from "../../../listen/index.ts";
import { asMeant, csvOf } from "../../../platform/csv.ts";

/** Decided words as a file for another Träger. */
export const wortliste = (woerter: readonly Wortentscheidung[]): string =>
  csvOf([WORTSPALTEN, ...woerter.map(({ spalte, wort, code }) => [spalte, wort, code ?? ""])]);

/** The words of such a file. @throws Unlesbar with what is wrong */
export const liesWortliste = (bytes: Uint8Array): Wortentscheidung[] =>
  liesWortdatei(bytes).map((entscheidung) => ({ ...entscheidung, wort: asMeant(entscheidung.wort) }));
