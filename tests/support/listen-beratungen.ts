import type { Soll } from "./listen-soll.ts";

const THEMEN = [
  ["Wohnen", "wohnen"],
  ["Schule", "schule"],
  ["Jobcenter", "lebensunterhalt"],
  ["Aufenthalt", "aufenthalt"],
  ["Deutschkurs", "sprache"],
  ["Arzttermin", "gesundheit"],
] as const;
/** A word for a theme. */
export const thema = (i: number): string => THEMEN[i % THEMEN.length]?.[0] ?? "";
/** Its code. */
export const code = (i: number): string => THEMEN[i % THEMEN.length]?.[1] ?? "";
/** A day of its own for each row. */
export const tag = (i: number): string =>
  `2025-${String((i % 6) + 1).padStart(2, "0")}-${String((i % 27) + 1).padStart(2, "0")}`;
/** One consultation as it counts; each of a list has a day of its own. */
export const sollVon = (days: readonly { readonly am: string; readonly themen: readonly string[] }[]): Soll => {
  const themen: Record<string, number> = {};
  const monate: Record<string, number> = {};
  for (const day of days) {
    for (const one of new Set(day.themen)) themen[one] = (themen[one] ?? 0) + 1;
    monate[day.am.slice(0, 7)] = (monate[day.am.slice(0, 7)] ?? 0) + 1;
  }
  return { beratungen: days.length, themen, monate, kommunen: days.length === 0 ? {} : { Much: days.length } };
};
