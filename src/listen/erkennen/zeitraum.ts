import { schuljahrVon } from "./schuljahr.ts";
import { isoTag, monatVon, tageImMonat, tagePlus } from "./monate.ts";

/** A span of days (ISO), both included. */
export type Tagesspanne = { readonly von: string; readonly bis: string };

/** What a text says of a time; every part may be missing. */
export type Zeitangabe = {
  readonly jahr: number | null;
  readonly monat: number | null;
  readonly woche: number | null;
  /** Months of a half-year or quarter. */
  readonly monate: readonly [from: number, to: number] | null;
  /** From one day to another: “01.01.–31.03.2024”, “15.–20. Januar”. */
  readonly tage: Tage | null;
};

/** Month and day; the year where it is told. */
type Tagimjahr = { readonly jahr: number | null; readonly monat: number; readonly tag: number };
type Tage = { readonly von: Tagimjahr; readonly bis: Tagimjahr };

const DAYS_IN_NUMBERS =
  /(?<![\d.])(\d{1,2})\.(?:\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d(?!\d)))?)?\s*(?:-|–|—|bis(?: zum)?)\s*(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d(?!\d)))?/u;
const DAYS_OF_MONTH =
  /(?<![\d.])(\d{1,2})\.?\s?(\p{L}{3,12})?\.?\s*(?:-|–|—|bis(?: zum)?)\s*(\d{1,2})\.\s?(\p{L}{3,12})\.?(?:\s?(20\d\d))?/u;

const jahrVon = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.length === 2 ? `20${text}` : text);

function tageVon(text: string): Tage | null {
  const numbers = DAYS_IN_NUMBERS.exec(text);
  const named = numbers === null ? DAYS_OF_MONTH.exec(text) : null;
  const [, d1, m1, y1, d2, m2, y2] = numbers ?? [];
  const [, n1, w1, n2, w2, y] = named ?? [];
  const bis = {
    tag: Number(d2 ?? n2),
    monat: numbers === null ? (monatVon(w2 ?? "") ?? 0) : Number(m2),
    jahr: jahrVon(y2 ?? y),
  };
  const first = numbers === null ? (w1 === undefined ? bis.monat : (monatVon(w1) ?? 0)) : Number(m1 ?? m2);
  const von = { tag: Number(d1 ?? n1), monat: first, jahr: jahrVon(y1) };
  const isDay = ({ tag, monat, jahr }: Tagimjahr) =>
    monat >= 1 && monat <= 12 && tag >= 1 && tag <= tageImMonat(jahr ?? 2024, monat);
  return isDay(von) && isDay(bis) ? { von, bis } : null;
}

const MONTHS_OVER =
  /(?<![\p{L}\d.])(\p{L}{3,12}\.?|\d{1,2}[./])\s?((?:20|['’]?(?=\d\d(?!\d)))\d\d)\s*(?:-|–|—|bis)\s*(\p{L}{3,12}\.?|\d{1,2}[./])\s?((?:20|['’]?(?=\d\d(?!\d)))\d\d)(?!\d)/u;

/** “November 2023 – Februar 2024”: from the first day of a month to the last of one of another year. */
function monateUeberJahre(text: string): Tage | null {
  const [, w1 = "", y1 = "", w2 = "", y2 = ""] = MONTHS_OVER.exec(text) ?? [];
  const month = (word: string) =>
    /^\d/u.test(word) ? Number.parseInt(word, 10) : (monatVon(word.replace(".", "")) ?? 0);
  const [von, bis] = [month(w1), month(w2)];
  const [first, last] = [y1, y2].map((year) => jahrVon(year.replace(/^['’]/u, "")) ?? 0);
  if (first === undefined || last === undefined || last <= first) return null;
  if (![von, bis].every((n) => n >= 1 && n <= 12)) return null;
  return { von: { jahr: first, monat: von, tag: 1 }, bis: { jahr: last, monat: bis, tag: tageImMonat(last, bis) } };
}

/** Both days in a year; the first one in the year before where the span runs over new year. */
function spanneDer({ von, bis }: Tage, jahr: number): Tagesspanne | null {
  const last = bis.jahr ?? jahr;
  const over = von.monat > bis.monat || (von.monat === bis.monat && von.tag > bis.tag);
  const first = isoTag(von.jahr ?? (over ? last - 1 : last), von.monat, von.tag);
  const end = isoTag(last, bis.monat, bis.tag);
  return first <= end ? { von: first, bis: end } : null;
}

const YEAR = /(?<!\d)(20[0-4]\d)(?!\d)/u;
const HALF =
  /(?:(?:^|[^\d])([12])\.?\s?(?:halbjahr|hj\b|half|semestre|semester|yariyil))|(?:\b(?:h|hj|halbjahr)\s?([12])\b)/iu;
const QUARTER =
  /(?:(?:^|[^\d])([1-4])\.?\s?(?:quartal|quarter|trimestre|ceyrek))|(?:\b(?:q|qrtl|quartal)\s?([1-4])\b)/iu;
const WEEK =
  /(?:\b(?:kw|kalenderwoche|woche|week|wk|semaine|hafta|w)\.?\s?(\d{1,2})(?!\d))|(?:(?:^|[^\d])(\d{1,2})\.?\s?(?:kw|kalenderwoche|woche|week)\b)|(?:20\d\d-?W(\d{1,2})\b)/iu;
/** “KW 3/4”, “KW 3 + 4”, “KW 3–KW 5”: none of them is the one week; “KW 3/24” is one of 2024. */
const WEEKS =
  /\b(?:kw|kalenderwochen?|wochen?)\.?\s?(\d{1,2})\.?\s?(?:([/+&–-]|u\.|und|bis)\s?(?:kw\.?\s?)?(\d{1,2}))(?![\d.]|\s?(?:\p{L}|%))/iu;
function mehrereWochen(text: string): boolean {
  const [, von, trenner, bis] = WEEKS.exec(text) ?? [];
  // Two digits from 15 on behind a slash may be a year.
  const isJahr = trenner === "/" && Number(bis) >= 15 && Number(bis) !== Number(von) + 1;
  return bis !== undefined && !isJahr;
}
const MONTH_NUMBER =
  /(?:^|[^\d.])(0?[1-9]|1[0-2])\s?[./-]\s?(20\d\d)(?!\d)|(?<!\d)(20\d\d)\s?[-/.]\s?(0[1-9]|1[0-2])(?![\d.-])/u;
const SHORT_YEAR = /\p{L}{3,}\.?\s?['’]?(\d{2})(?!\d)/u;

/** “2023/1”, “1/2023”: what a column of weeks holds. */
const WEEK_OF_YEAR = /^(?:(20\d\d)\s?[/.\s-]\s?(?:kw\s?)?(\d{1,2})|(?:kw\s?)?(\d{1,2})\.?\s?[/.\s-]\s?(20\d\d))$/iu;

/** Week and, where it is told, year of a cell in a column of weeks; undefined when it is none. */
export function wochenangabe(text: string): { readonly woche: number; readonly jahr: number | null } | undefined {
  const both = WEEK_OF_YEAR.exec(text.trim());
  const { woche, jahr } = zeitangabe(text);
  const number =
    both === null
      ? (woche ?? (/^\d{1,2}\.?$/u.test(text) ? Number.parseInt(text, 10) : 0))
      : Number(both[2] ?? both[3]);
  if (number < 1 || number > 53) return undefined;
  return { woche: number, jahr: both === null ? jahr : Number(both[1] ?? both[4]) };
}

const numberOf = (match: RegExpExecArray | null): number | null => {
  const found = match?.slice(1).find((group) => group !== undefined);
  return found === undefined ? null : Number(found);
};

/** Titles say it at the beginning. */
const LONGEST = 300;

/** Finds year, month, week, half-year or quarter in a title, a name of a sheet or file, or a cell. */
export function zeitangabe(text: string): Zeitangabe {
  const plain = text.slice(0, LONGEST).replaceAll("_", " ");
  const numbered = MONTH_NUMBER.exec(plain);
  const words = plain.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  const months = [...new Set(words.map(monatVon).filter((m) => m !== undefined))];
  const named = months.length === 1 ? (months[0] ?? null) : null;
  const halves = HALF.exec(plain);
  const quarters = QUARTER.exec(plain);
  const part = halves ?? quarters;
  const shortly = named !== null ? shortYear(plain) : part !== null ? yearBehind(plain, part) : null;
  const year = numberOf(YEAR.exec(plain)) ?? shortly;
  const half = numberOf(halves);
  const quarter = numberOf(quarters);
  const woche = mehrereWochen(plain) ? null : numberOf(WEEK.exec(plain));
  const tage = schuljahrVon(plain) ?? monateUeberJahre(plain) ?? tageVon(plain);
  if (tage !== null) return { jahr: tage.bis.jahr ?? year, monat: null, woche: null, monate: null, tage };
  const monate = half !== null ? span(half, 6) : quarter !== null ? span(quarter, 3) : monthsFromTo(months);
  return {
    jahr: year,
    monat: monate === null ? (named ?? numberOf1(numbered)) : null,
    woche: woche !== null && woche >= 1 && woche <= 53 ? woche : null,
    monate,
    tage: null,
  };
}

const span = (nth: number, months: number): [number, number] => [(nth - 1) * months + 1, nth * months];
/** “Januar bis Juni” */
const monthsFromTo = (months: readonly number[]): [number, number] | null => {
  const [from, to] = months;
  return months.length === 2 && from !== undefined && to !== undefined && from < to ? [from, to] : null;
};
const numberOf1 = (match: RegExpExecArray | null): number | null =>
  match === null ? null : Number(match[1] ?? match[4]);

/** “Jan 23”, “Jan. '23” */
function shortYear(text: string): number | null {
  const match = SHORT_YEAR.exec(text);
  return match !== null && monatVon(match[0].replaceAll(/[\d'’.\s]/gu, "")) !== undefined
    ? 2000 + Number(match[1])
    : null;
}

/** “H1/23”, “2. Hj. 24”: two digits right behind the half-year or quarter, and nothing more. */
function yearBehind(text: string, part: RegExpExecArray): number | null {
  const found = /^\.?\s?[/'’.\s-]\s?['’]?(\d\d)$/u.exec(text.slice(part.index + part[0].length).trimEnd());
  return found === null ? null : 2000 + Number(found[1]);
}

/** The Monday of an ISO week: week 1 is the one with the first Thursday of the year (DIN ISO 8601). */
export function wochenZeitraum(jahr: number, woche: number): Tagesspanne | undefined {
  const fourth = isoTag(jahr, 1, 4);
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  const von = tagePlus(fourth, (woche - 1) * 7 - weekday);
  // The Thursday says which year a week belongs to; a 53rd week exists in some years only.
  return tagePlus(von, 3).startsWith(String(jahr)) ? { von, bis: tagePlus(von, 6) } : undefined;
}

/** A month, or several, of a year. */
export const monatsZeitraum = (jahr: number, from: number, to = from): Tagesspanne => ({
  von: isoTag(jahr, from, 1),
  bis: isoTag(jahr, to, tageImMonat(jahr, to)),
});

/** The span that a text and, for a missing year, its surroundings give; null when they do not say enough. */
export function zeitraumVon(angabe: Zeitangabe, umgebung: number | null): Tagesspanne | null {
  const jahr = angabe.jahr ?? umgebung;
  if (jahr === null) return null;
  if (angabe.tage !== null) return spanneDer(angabe.tage, jahr);
  if (angabe.woche !== null) return wochenZeitraum(jahr, angabe.woche) ?? null;
  if (angabe.monat !== null) return monatsZeitraum(jahr, angabe.monat);
  if (angabe.monate !== null) return monatsZeitraum(jahr, ...angabe.monate);
  return angabe.jahr === null ? null : monatsZeitraum(jahr, 1, 12);
}

/** The month (`2023-01`) that holds a whole span, undefined when it crosses into another: a week may belong to two. */
export const monatDes = ({ von, bis }: Tagesspanne): string | undefined =>
  von.slice(0, 7) === bis.slice(0, 7) ? von.slice(0, 7) : undefined;
