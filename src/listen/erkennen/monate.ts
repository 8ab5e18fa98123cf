import { schluessel } from "../woerter/schluessel.ts";
import { readWortliste, wortsorten } from "../woerter/wortliste.ts";

const MONATE = Array.from({ length: 12 }, (_, i) => String(i + 1));
const MONAT = readWortliste("monat", { als: ["wort"], codes: MONATE });
/** January to December in several languages, with short forms that are no beginning of the name. */
const NAMEN = MONATE.map((monat) => wortsorten(MONAT, monat).wort);

const SHORTEST = 3;
const SHORTEST_BEGINNING = 4;

/** The number of a month named in a word (1 to 12), in full or as its beginning; undefined for anything else. */
export function monatVon(wort: string): number | undefined {
  const key = schluessel(wort).replaceAll(" ", "");
  if (key.length < SHORTEST || /\d/u.test(key)) return undefined;
  const exact = NAMEN.findIndex((names) => names.includes(key));
  if (exact !== -1) return exact + 1;
  if (key.length < SHORTEST_BEGINNING) return undefined;
  const begun = NAMEN.flatMap((names, i) => (names.some((name) => name.startsWith(key)) ? i + 1 : []));
  return begun.length === 1 ? begun[0] : undefined;
}

/** Days of a month. */
export const tageImMonat = (jahr: number, monat: number): number => new Date(Date.UTC(jahr, monat, 0)).getUTCDate();

/** An ISO day from its numbers. */
export const isoTag = (jahr: number, monat: number, tag: number): string =>
  `${String(jahr).padStart(4, "0")}-${String(monat).padStart(2, "0")}-${String(tag).padStart(2, "0")}`;

/** A day some days later or, negative, earlier; both ISO. */
export function tagePlus(iso: string, days: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
