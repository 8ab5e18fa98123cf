import { schluessel } from "../woerter/schluessel.ts";
import { monatVon } from "./monate.ts";
import { isSchuljahr } from "./schuljahr.ts";
import { type Zeitangabe, wochenangabe, zeitangabe } from "./zeitraum.ts";

/** A mark of a footnote behind a month or week: Februar*, März 1), Mai ². Nothing in it repeats without a bound: cells are long. */
const FOOTNOTE = /(?:\*{1,3}|(?<=\s|\p{L})\d\)|[¹²³⁴⁵])$/u;
export const withoutFootnote = (text: string): string => text.replace(FOOTNOTE, "").trim();

const ROMAN = ["I", "II", "III", "IV"];
const PART = String.raw`(?:q|qu|quartal|hj|h|halbjahr)?\.?\s?([1-4]|I{1,3}|IV)\.?`;
const YEAR = String.raw`['’]?(20\d\d|\d\d)`;
const PART_FIRST = new RegExp(`^${PART}(?:\\s?[/. -]\\s?${YEAR})?$`, "iu");
const YEAR_FIRST = new RegExp(`^(20\\d\\d)\\s?[/. -]\\s?${PART}$`, "iu");

/** How many months a column's head says that its numbers count: quarters or half-years; undefined for months. */
function monthsEach(kopf: string): number | undefined {
  const key = schluessel(kopf);
  if (/\b(?:quartal\w*|quarter|trimestre|ceyrek)\b/u.test(key)) return 3;
  return /\b(?:halbjahr\w*|semester|semestre|half year)\b/u.test(key) ? 6 : undefined;
}

const fullYear = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.length === 2 ? `20${text}` : text);

/** “2” or “II/2023” in a column of quarters or half-years. */
function teil(text: string, months: number): Zeitangabe | undefined {
  const first = PART_FIRST.exec(text);
  const second = YEAR_FIRST.exec(text);
  const word = (first?.[1] ?? second?.[2] ?? "").toUpperCase();
  const n = ROMAN.includes(word) ? ROMAN.indexOf(word) + 1 : Number(word);
  if (!(n >= 1 && n * months <= 12)) return undefined;
  const jahr = first === null ? fullYear(second?.[1]) : fullYear(first[2]);
  return { jahr, monat: null, woche: null, monate: [(n - 1) * months + 1, n * months], tage: null };
}

/** 09.23, 9/2023, 2023-09: a month of a year, as only a column of months holds it. */
const MONTH_OF_YEAR = /^(?:(0?[1-9]|1[0-2])\s?[./-]\s?(\d\d|20\d\d)|(20\d\d)\s?[./-]\s?(0?[1-9]|1[0-2]))$/u;

/** What a cell in a column of months, quarters or half-years says; undefined when it is none. */
export function monatsangabe(kopf: string, written: string): Zeitangabe | undefined {
  const text = withoutFootnote(written);
  const months = monthsEach(kopf);
  if (months !== undefined) {
    const told = zeitangabe(text);
    return teil(text, months) ?? (told.monate === null && told.tage === null ? undefined : told);
  }
  // Below “Schuljahr” two years are one of them.
  const schuljahr = isSchuljahr(kopf) ? zeitangabe(`Schuljahr ${text}`) : null;
  if (schuljahr?.tage != null) return schuljahr;
  const both = MONTH_OF_YEAR.exec(text);
  if (both !== null) {
    const jahr = fullYear(both[2] ?? both[3]);
    return { jahr, monat: Number(both[1] ?? both[4]), woche: null, monate: null, tage: null };
  }
  const angabe = zeitangabe(text);
  if (angabe.tage !== null) return angabe;
  const number = /^\d{1,2}\.?$/u.test(text) ? Number.parseInt(text, 10) : 0;
  const monat = angabe.monat ?? monatVon(text) ?? (number >= 1 && number <= 12 ? number : null);
  // “11. KW 2024” among months and spans.
  return monat === null && angabe.monate === null && angabe.woche === null ? undefined : { ...angabe, monat };
}

/** “1/23”: a week and the year in two digits, where the column's cells end in years and not in further weeks. */
const SHORT_YEAR = /^(?:kw\s?)?(\d{1,2})\s?[/.-]\s?['’]?(\d{1,2})$/iu;

/** The two numbers of such a cell. */
export function wocheKurz(text: string): { readonly woche: number; readonly zweite: number } | undefined {
  const found = SHORT_YEAR.exec(withoutFootnote(text));
  return found === null ? undefined : { woche: Number(found[1]), zweite: Number(found[2]) };
}

/** “3+4”, “6-8”, “KW 15/16 Osterferien”: weeks that were counted together; “15/16” alone may be anything. */
const WEEKS =
  /^(?:kw\.?\s?)?(\d{1,2})\.?\s?(?:\+|&|und|u\.|bis|-|–|\/(?=\d{1,2}\.?\s+\(?\p{L}))\s?(?:kw\.?\s?)?(\d{1,2})\.?(?:\s+\(?\p{L}[\p{L} .-]{2,40}\)?)?$/iu;
const MOST_WEEKS = 9;

/** The first and the last week of such a cell; undefined for any other. */
export function wochenBis(text: string): { readonly von: number; readonly bis: number } | undefined {
  const found = WEEKS.exec(withoutFootnote(text));
  const [von, bis] = [Number(found?.[1]), Number(found?.[2])];
  return von >= 1 && bis > von && bis <= 53 && bis - von < MOST_WEEKS ? { von, bis } : undefined;
}

/** “KW 3/4” below each other: two weeks each, where the column says so (`Zeitfolge.doppelwochen`). “3/4” alone may be anything. */
export function doppelwoche(text: string): { readonly von: number; readonly bis: number } | undefined {
  const short = wocheKurz(text);
  return short === undefined ||
    !/^kw/iu.test(text.trim()) ||
    short.woche < 1 ||
    short.zweite !== short.woche + 1 ||
    short.zweite > 53
    ? undefined
    : { von: short.woche, bis: short.zweite };
}

/** “9 (Karneval)”: a week with a word beside it. */
const REMARK = /^((?:kw\.?\s?)?\d{1,2})\.?\s+\(?\p{L}[\p{L} .-]{2,40}\)?$/iu;

/** Week and, where it is told, year of a cell in a column of weeks. `kurz`: two digits behind a slash are a year. */
export function wocheVon(text: string, kurz: boolean): { woche: number; jahr: number | null } | undefined {
  const plain = withoutFootnote(text).replace(REMARK, "$1");
  const short = wocheKurz(plain);
  if (short === undefined) return wochenangabe(plain);
  const fits = kurz && short.woche >= 1 && short.woche <= 53 && short.zweite >= 15;
  return fits ? { woche: short.woche, jahr: 2000 + short.zweite } : undefined;
}
