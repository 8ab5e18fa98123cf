import type { Datumsfolge } from "./typen.ts";
import { isoTag, monatVon, tageImMonat } from "./monate.ts";

/** A date as its numbers were written. `erst` and `zweit` are day and month in an order that the column decides. */
export type Datumsteile =
  | {
      readonly art: "folge";
      readonly erst: number;
      readonly zweit: number;
      readonly jahr: number | null;
      readonly trenner: string;
    }
  | { readonly art: "klar"; readonly tag: number; readonly monat: number; readonly jahr: number | null };

const WEEKDAY =
  /^(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar)\.?(?:,\s*|\s+)(?:den\s+)?(?=\d|\p{L}{3})/iu;
const TIME = /(?:[ ,]+(?:um )?|T)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:uhr|h|am|pm|z|[+-]\d{2}:?\d{2})?$/iu;
const ISO = /^(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})\.?$/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u;
const NUMBERS = /^(\d{1,2})\s?([-./, ])\s?(\d{1,2})(?:\s?[-./, ]\s?['’]?(\d{4}|\d{2}))?\.?$/u;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]*(?:de |of )?(\p{L}{3,}\.?)[ -]*,?[ -]*['’]?(\d{4}|\d{2})?\.?$/iu;
const NAME_FIRST = /^(\p{L}{3,}\.?) (\d{1,2})(?:st|nd|rd|th)?,? +['’]?(\d{4}|\d{2})$/iu;

/** No date is longer; long texts are not searched for one. */
const LONGEST = 60;

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** The numbers of a date in text, undefined when it has no such form. Nothing is checked: 31.02. has its numbers too. */
export function datumsteile(text: string): Datumsteile | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.trim().replace(WEEKDAY, "").replace(TIME, "").trim();
  const iso = ISO.exec(plain) ?? COMPACT.exec(plain);
  if (iso !== null) return { art: "klar", jahr: Number(iso[1]), monat: Number(iso[2]), tag: Number(iso[3]) };
  const numbers = NUMBERS.exec(plain);
  if (numbers !== null) {
    const [, erst, trenner = ".", zweit, jahr] = numbers;
    // “12,5” and “12 30” are no dates; without a year only dots or slashes say so.
    if (jahr === undefined && trenner !== "." && trenner !== "/") return undefined;
    return { art: "folge", erst: Number(erst), zweit: Number(zweit), jahr: yearOf(jahr), trenner };
  }
  const named = NAMED.exec(plain);
  const first = NAME_FIRST.exec(plain);
  const monat = monatVon(named?.[2] ?? first?.[1] ?? "");
  if (monat === undefined) return undefined;
  return { art: "klar", tag: Number(named?.[1] ?? first?.[2]), monat, jahr: yearOf(named?.[3] ?? first?.[3]) };
}

/** Whether a date with these numbers can exist in some order: 13/23 is no evidence of dates. */
export function isMoeglich(teile: Datumsteile): boolean {
  if (teile.art === "klar") return teile.monat >= 1 && teile.monat <= 12 && teile.tag >= 1 && teile.tag <= 31;
  const [low, high] = [Math.min(teile.erst, teile.zweit), Math.max(teile.erst, teile.zweit)];
  return low >= 1 && low <= 12 && high <= 31;
}

/** Where dates of a column come from, for years that were left out or written with two digits. */
export type Jahresregel = {
  /** Taken for dates without a year. */
  readonly jahr: number | null;
  /** Two digits that would lie after this year mean the century before. */
  readonly bis: number;
};

function fullYear(jahr: number | null, { jahr: missing, bis }: Jahresregel): number | null {
  if (jahr === null) return missing;
  if (jahr > 99) return jahr;
  return 2000 + jahr > bis ? 1900 + jahr : 2000 + jahr;
}

/** The ISO day of a date's numbers, or a German sentence saying why there is none. */
export function tagVonTeilen(
  teile: Datumsteile,
  folge: Datumsfolge,
  regel: Jahresregel,
): { readonly tag: string } | { readonly fehler: string } {
  // Dots are German: the day comes first whatever the rest of the column does.
  const dayFirst = teile.art === "folge" && (folge === "tmj" || teile.trenner === ".");
  const tag = teile.art === "klar" ? teile.tag : dayFirst ? teile.erst : teile.zweit;
  const monat = teile.art === "klar" ? teile.monat : dayFirst ? teile.zweit : teile.erst;
  const jahr = fullYear(teile.jahr, regel);
  if (jahr === null) return { fehler: "Im Datum fehlt das Jahr." };
  if (monat < 1 || monat > 12) return { fehler: `Einen Monat ${monat} gibt es nicht.` };
  if (tag < 1 || tag > tageImMonat(jahr, monat)) return { fehler: `Den ${tag}.${monat}.${jahr} gibt es nicht.` };
  return { tag: isoTag(jahr, monat, tag) };
}

/**
 * Decides for a whole column whether 03/04 is the third of April or the fourth of March: by the days that can be read in
 * one way only; without any, the German order. Dates with dots do not take part.
 */
export function findFolge(values: Iterable<Datumsteile>): Datumsfolge {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const teile of values) {
    if (teile.art === "klar" || teile.trenner === ".") continue;
    if (teile.erst > 12 && teile.zweit <= 12) dayFirst += 1;
    if (teile.zweit > 12 && teile.erst <= 12) monthFirst += 1;
  }
  return monthFirst > dayFirst ? "mtj" : "tmj";
}
