import { schluessel } from "../woerter/schluessel.ts";
import type { Rohspalte } from "./kreuz.ts";
import { isoTag, tageImMonat, tagePlus } from "./monate.ts";
import { type Tagesspanne, monatsZeitraum } from "./zeitraum.ts";

const WOCHENTAGE = ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"];

/** Monday is 0; undefined for any other word. */
export function wochentagVon(wort: string): number | undefined {
  const key = schluessel(wort);
  const at = WOCHENTAGE.findIndex((name) => key === name || key === name.slice(0, 2));
  return at === -1 ? undefined : at;
}

const tagesnummer = (wort: string): number | undefined => {
  const n = /^\d{1,2}\.?$/u.test(wort) ? Number.parseInt(wort, 10) : 0;
  return n >= 1 && n <= 31 ? n : undefined;
};

/** “I | II | III | IV” side by side are the quarters of a year. */
const ROEMISCH = ["I", "II", "III", "IV"];
const quartalVon = (wort: string): number | undefined => {
  const at = ROEMISCH.indexOf(wort.replace(/\.$/u, ""));
  return at === -1 ? undefined : at + 1;
};
/** The quarter of the year that such a head is. */
export const quartal = (wort: string, jahr: number | null): Tagesspanne | null => {
  const n = quartalVon(wort);
  return n === undefined || jahr === null ? null : monatsZeitraum(jahr, n * 3 - 2, n * 3);
};

/** Fewer columns are no week, and no month. */
const LEAST_DAYS = 3;
const LEAST_NUMBERS = 7;

/** Neighbouring columns whose heads run on: Mo, Di, Mi … or 1, 2, 3 … from the first day on. */
export function rasterspalten(spalten: readonly Rohspalte[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [of, least] of [
    [wochentagVon, LEAST_DAYS],
    [tagesnummer, LEAST_NUMBERS],
    [quartalVon, ROEMISCH.length],
  ] as const) {
    let run: Rohspalte[] = [];
    const close = () => {
      const first = of(run[0]?.wort ?? "");
      if (run.length >= least && (of === wochentagVon || first === 1)) for (const { index } of run) found.add(index);
      run = [];
    };
    for (const spalte of spalten) {
      const day = of(spalte.wort);
      const last = run.at(-1);
      const goesOn = last !== undefined && last.index + 1 === spalte.index && day === (of(last.wort) ?? 0) + 1;
      const counts = spalte.profil.gefuellt === 0 || spalte.profil.zaehlwerte > 0.85;
      if (!goesOn || !counts) close();
      if (day !== undefined && counts) run.push(spalte);
    }
    close();
  }
  return found;
}

const DAY = 86_400_000;
const daysIn = ({ von, bis }: Tagesspanne): number => (Date.parse(bis) - Date.parse(von)) / DAY + 1;
const isMonday = (iso: string): boolean => new Date(`${iso}T00:00:00Z`).getUTCDay() === 1;

/** Whether a head is a day of a week or month that something else names. */
export const isRastertag = (wort: string): boolean =>
  wochentagVon(wort) !== undefined || tagesnummer(wort) !== undefined;
export const isQuartal = (wort: string): boolean => quartalVon(wort) !== undefined;

/** The day of such a head, within the week or month around it; null where that is no week or month, or has no such day. */
export function rastertag(wort: string, around: Tagesspanne): Tagesspanne | null {
  const weekday = wochentagVon(wort);
  if (weekday !== undefined) {
    // “Woche vom 03.03.” says its Monday only.
    const isWeek = isMonday(around.von) && (daysIn(around) === 7 || around.von === around.bis);
    const tag = tagePlus(around.von, weekday);
    return isWeek ? { von: tag, bis: tag } : null;
  }
  const number = tagesnummer(wort);
  const month = around.von.slice(0, 7);
  if (number === undefined || !around.von.endsWith("-01") || daysIn(around) < 28 || !around.bis.startsWith(month))
    return null;
  const tag = isoTag(Number(month.slice(0, 4)), Number(month.slice(5)), number);
  return tag > around.bis ? null : { von: tag, bis: tag };
}

/** “Di 07.11.”, “7.11.2023” above a column: the day of what stands below. */
const KOPFTAG = /^(?:(?:mo|di|mi|do|fr|sa|so)\p{L}{0,8}\.?,?\s+)?(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d|\d\d)?$/iu;
export const isKopftag = (wort: string): boolean => wort.length <= 30 && KOPFTAG.test(wort);

/** That day; null where no year is told, or it is no day of that year. */
export function kopftag(wort: string, jahr: number | null): Tagesspanne | null {
  const [, day, month, own] = KOPFTAG.exec(wort) ?? [];
  const of = own === undefined ? jahr : Number(own.length === 2 ? `20${own}` : own);
  const [tag, monat] = [Number(day), Number(month)];
  if (of === null || !(monat >= 1 && monat <= 12 && tag >= 1 && tag <= tageImMonat(of, monat))) return null;
  const iso = isoTag(of, monat, tag);
  return { von: iso, bis: iso };
}
