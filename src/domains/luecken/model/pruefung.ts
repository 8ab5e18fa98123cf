import { type Spur, type Wer, spurenIn, spurenText } from "../../fallbesprechung/model/erkennbar.ts";

/** A number as cases have them here: a year and a count. Two years are a school year. */
const AKTENZEICHEN = /(?<![\d-])20\d\d\s*[-–/]\s*(?!(?:19|20)?\d\d(?!\d))\d{3,5}(?![\d-])/gu;
/** Somebody who is addressed; what follows is a name, or a noun. */
const ANREDE = /(?<!\p{L})(?:Herrn?|Frau|Hr\.|Fr\.|Familie|Fam\.)\s+\p{Lu}[\p{L}\p{M}'’-]*/gu;
/** German is written in Latin letters: what is not is most likely a name. */
const ANDERE_SCHRIFT = /(?=\p{L})\P{Script=Latin}[\p{L}\p{M}'’-]+/gu;

const GEBURT = "ein Geburtsdatum";
const NUMMER = [{ muster: AKTENZEICHEN, was: "ein Aktenzeichen" }];
const NAMEN = [
  { muster: ANREDE, was: "vielleicht ein Name" },
  { muster: ANDERE_SCHRIFT, was: "vielleicht ein Name in anderer Schrift" },
];
/** What a law, a decision or a plan is "of" is a day, and long ago as well; nobody is born "vom". */
const VOM = /(?<!\p{L})vom\s+$/iu;
export const NIEMAND: Wer = { namen: [], aktenzeichen: null };

/** Whom the report is about, and whom else whoever writes may have in mind. */
export type Kennt = { readonly wer: Wer; readonly andere: readonly string[] };

/** What tells in a text who it is about: for sure, and what looks like a name and may be a word. */
export type Befund = { readonly sicher: readonly Spur[]; readonly vielleicht: readonly Spur[] };

/**
 * Looks through a text that everybody of the Kreis may read. Names of `wer` in any script, birth dates, numbers and addresses are
 * told for sure. What is like a name of `andere`, or looks like somebody's, may be a word.
 * @param am the day it is written (ISO)
 */
export function pruefe(text: string, { wer, andere }: Kennt, am: string): Befund {
  const found = spurenIn(text, wer, am, NUMMER);
  const isDay = ({ start, was }: Spur) => was === GEBURT && VOM.test(text.slice(0, start));
  const numbers = spurenIn(text, NIEMAND, am);
  const known = new Set([...found, ...numbers].map(({ start }) => start));
  const others = spurenIn(text, { namen: andere, aktenzeichen: null }, am, NAMEN);
  const vielleicht = [
    ...found.filter(isDay).map((spur) => ({ ...spur, was: "vielleicht ein Geburtsdatum" })),
    ...others.filter(({ start }) => !known.has(start)),
  ].toSorted((a, b) => a.start - b.start);
  return { sicher: found.filter((spur) => !isDay(spur)), vielleicht };
}

/** What is to be done about it, in one sentence; undefined where nothing was found, or only what is said to be no name. */
export function befundSatz({ sicher, vielleicht }: Befund, keinName: boolean): string | undefined {
  if (sicher.length > 0)
    return `${spurenText(sicher)} Andere im Kreis lesen das mit. Schreiben Sie es ohne, zum Beispiel „eine Familie mit zwei Kindern“.`;
  if (vielleicht.length > 0 && !keinName)
    return `${spurenText(vielleicht)} Andere im Kreis lesen das mit. Schreiben Sie es ohne, oder bestätigen Sie unten, dass es kein Name ist.`;
  return undefined;
}
