import type { Zeitraum } from "./kennzahlen.ts";

/** A month as `YYYY-MM`. */
export type Monat = string;

/** No figure is older than the program's own earliest day of a consultation. */
const FIRST: Monat = "2015-01";
const MAX_MONTHS = 60;

const MONTH = new Intl.DateTimeFormat("de-DE", { month: "long", timeZone: "UTC" });
const NAMEN = Array.from({ length: 12 }, (_, i) => MONTH.format(Date.UTC(2026, i)));

const number = (monat: Monat): number => Number(monat.slice(0, 4)) * 12 + Number(monat.slice(5, 7)) - 1;
const monatOf = (n: number): Monat => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
const firstDay = (monat: Monat): string => `${monat}-01`;
const lastDay = (monat: Monat): string =>
  new Date(Date.UTC(Number(monat.slice(0, 4)), Number(monat.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** From the first day of one month to the last day of another. */
export const spanne = (von: Monat, bis: Monat): Zeitraum => ({ von: firstDay(von), bis: lastDay(bis) });

/** The first and the last month, and how many there are. */
const span = (z: Zeitraum) => {
  const [first, last] = [number(z.von.slice(0, 7)), number(z.bis.slice(0, 7))];
  return { first, last, length: last - first + 1 };
};

/** Every month of it in order. */
export const monateIn = (z: Zeitraum): Monat[] =>
  Array.from({ length: span(z).length }, (_, i) => monatOf(span(z).first + i));

/**
 * What is wrong with two days as a period of figures, as a sentence; undefined where nothing is. Figures are kept by the
 * month, so a part of one cannot be told. With `heute` (ISO day), what has not begun yet is refused as well.
 */
export function unbrauchbar(z: Zeitraum, heute?: string): string | undefined {
  const whole = z.von.endsWith("-01") && z.bis === lastDay(z.bis.slice(0, 7));
  if (!whole)
    return "Zahlen gibt es nur für ganze Monate: vom ersten Tag eines Monats bis zum letzten Tag eines Monats.";
  if (z.bis < z.von) return "Das Ende liegt vor dem Anfang. Tauschen Sie die beiden Monate.";
  if (z.von.slice(0, 7) < FIRST) return "Vor Januar 2015 gibt es keine Zahlen. Wählen Sie einen späteren Anfang.";
  if (heute !== undefined && z.von > heute)
    return "Dieser Zeitraum hat noch nicht begonnen. Wählen Sie einen, der schon läuft oder vorbei ist.";
  if (span(z).length > MAX_MONTHS) return "Das sind mehr als fünf Jahre. Wählen Sie einen kürzeren Zeitraum.";
  return undefined;
}

/** The same number of months, directly before. */
export function davor(z: Zeitraum): Zeitraum {
  const { first, length } = span(z);
  return spanne(monatOf(first - length), monatOf(first - 1));
}

/** The first day of the month after the one that a day lies in. */
export const danach = (day: string): string => firstDay(monatOf(number(day.slice(0, 7)) + 1));

/** The calendar's parts of a year with so many months that begin in January or a multiple of them later. */
const teil = (jahr: number, monate: number, nr: number): Zeitraum =>
  spanne(monatOf(jahr * 12 + (nr - 1) * monate), monatOf(jahr * 12 + nr * monate - 1));

/** The same months a year before. */
export const vorjahr = (z: Zeitraum): Zeitraum => {
  const { first, last } = span(z);
  return spanne(monatOf(first - 12), monatOf(last - 12));
};

/** January to June (1) or July to December (2) of a year. */
export const halbjahr = (jahr: number, nr: 1 | 2): Zeitraum => teil(jahr, 6, nr);

/** The half-year that a day lies in. */
export const halbjahrAm = (day: string): Zeitraum => halbjahr(Number(day.slice(0, 4)), day.slice(5, 7) < "07" ? 1 : 2);

/** The year that a day lies in. */
export const jahrAm = (day: string): Zeitraum => teil(Number(day.slice(0, 4)), 12, 1);

/** The twelve months before the one that a day lies in. */
export function letzteZwoelf(day: string): Zeitraum {
  const current = number(day.slice(0, 7));
  return spanne(monatOf(current - 12), monatOf(current - 1));
}

/** How many months make a span of the calendar for which persons are counted: month, quarter, half-year, year. */
export const PERSONEN_SPANNEN = [1, 3, 6, 12] as const;

/** Whether the period is a month, quarter, half-year or year of the calendar. */
export function istKalenderspanne(z: Zeitraum): boolean {
  const { first, length } = span(z);
  return PERSONEN_SPANNEN.some((n) => n === length) && first % length === 0;
}

/** A month as people say it: "Januar 2023". */
export const monatName = (monat: Monat): string => `${NAMEN[number(monat) % 12]} ${monat.slice(0, 4)}`;

/** As people say it: "1. Halbjahr 2023", "2022", "2. Quartal 2023", "Januar 2023", "November 2022 bis März 2023". */
export function zeitraumName(z: Zeitraum): string {
  const { first, last, length } = span(z);
  const jahr = Math.floor(first / 12);
  if (length === 1) return monatName(monatOf(first));
  if (istKalenderspanne(z)) {
    const nr = (first % 12) / length + 1;
    return length === 12 ? String(jahr) : `${nr}. ${length === 6 ? "Halbjahr" : "Quartal"} ${jahr}`;
  }
  const from = jahr === Math.floor(last / 12) ? NAMEN[first % 12] : monatName(monatOf(first));
  return `${from} bis ${monatName(monatOf(last))}`;
}
