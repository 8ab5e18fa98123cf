import { line } from "../../../platform/fields.ts";

/** Times of day are minutes since midnight by the clock on the wall: summer or winter changes nothing about them. */

const DAY = 1440;
const HOW = "Schreiben Sie die Uhrzeit, zum Beispiel 9:30.";
const TYPED = /^(\d{1,2})(?:[:.h ]?(\d{2}))?(?: ?uhr| ?h)?$/i;

/** 9, 9:30, 9.30, 0930, 14 Uhr; undefined for what is no time. */
export function readUhr(typed: string): number | undefined {
  const [, hours, minutes = "0"] = TYPED.exec(typed.trim()) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return hours === undefined || Number(minutes) > 59 || all >= DAY ? undefined : all;
}

const two = (n: number) => String(n).padStart(2, "0");

/** 570 is "9:30". */
export const uhrText = (minutes: number): string => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;

/** "9:30–10:15 Uhr" */
export const spanneText = (von: number, bis: number): string => `${uhrText(von)}–${uhrText(bis)} Uhr`;

export const uhr = (missing: string) =>
  line(20, missing)
    .refine((typed) => readUhr(typed) !== undefined, HOW)
    .transform((typed) => readUhr(typed) ?? 0);
