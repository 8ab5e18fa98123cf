import { today } from "../platform/clock.ts";
import type { Zufall } from "./zufall.ts";

const DAY_MS = 86_400_000;

/** A calendar day some days before another, as `YYYY-MM-DD`. */
export function daysBefore(day: string, n: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - n * DAY_MS).toISOString().slice(0, 10);
}

const weekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Easter Sunday of a year (Gauss, Gregorian calendar). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}

/** Public holidays in North Rhine-Westphalia (Feiertagsgesetz NW § 2). */
function isHoliday(day: string): boolean {
  const fixed = ["01-01", "05-01", "10-03", "11-01", "12-25", "12-26"];
  const moving = [-2, 1, 39, 50, 60].map((n) => daysBefore(easter(Number(day.slice(0, 4))), -n));
  return fixed.includes(day.slice(5)) || moving.includes(day);
}

/** Open consultation hours on Tuesday and Thursday bring more; Friday is short. Sunday is 0. */
const RHYTHM = [0, 0.8, 1.4, 0.9, 1.5, 0.5, 0];
/** Summer and the end of the year are quiet, the weeks after are not. January is 0. */
const SEASON = [1.15, 1.1, 1.1, 0.9, 1, 1, 0.7, 0.75, 1.2, 1.1, 1.1, 0.7];

/** How many consultations a case manager has that day; `mean` is the average of an ordinary working day. */
export function consultationsOn(day: string, mean: number, zufall: Zufall): number {
  if (isHoliday(day)) return 0;
  const expected = mean * (RHYTHM[weekday(day)] ?? 0) * (SEASON[Number(day.slice(5, 7)) - 1] ?? 1);
  return poisson(expected, zufall);
}

/** A random count with this mean (Knuth). */
function poisson(mean: number, zufall: Zufall): number {
  const limit = Math.exp(-mean);
  let n = 0;
  for (let p = zufall.next(); p > limit; p *= zufall.next()) n += 1;
  return n;
}

/** So many days ago somebody began to work here, and came for the first time at most. */
export const SINCE = 3 * 365;

/** A Wednesday about so many days ago, when the Lenkungsgruppe meets; never after today. */
export function mittwochVor(days: number): string {
  const day = daysBefore(today(), days);
  return daysBefore(day, (weekday(day) + 4) % 7);
}
