import type { Zelle } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { JA_ZEICHEN, NEIN_ZEICHEN } from "../woerter/wege.ts";

/** Strokes of a tally, in groups or not: |||| ||, IIII I, 正. */
const STROKES = /^[|Il/\\ǀ∣¦1\s]+$/u;
const FIVES = /[卌正]/gu;

/** “2x”, “3 ×”, “2 mal”: so often. */
const TIMES = /^(\d{1,3})\s?(?:x|×|mal)\.?$/iu;

/** 12*, 12 ¹, 12 (davon 3 neu), 1.204: a count with a footnote or a remark that does not change it. */
const WITH_REMARK = /^(\d{1,6}|\d{1,3}(?:\.\d{3})+)\s*(?:\*{1,3}|[¹²³⁴⁵]|\((?:davon|darunter|inkl)[^)]*\))?$/iu;

/**
 * What a cell counts: a number, strokes or one mark (x, ✓, ja). Undefined when it is no count. An empty cell and a dash
 * count nothing.
 */
export function zaehlwert(zelle: Zelle | undefined): number | undefined {
  if (zelle === null || zelle === undefined) return 0;
  if (typeof zelle === "number") return Number.isInteger(zelle) && zelle >= 0 ? zelle : undefined;
  if (typeof zelle === "boolean") return zelle ? 1 : 0;
  if (typeof zelle !== "string") return undefined;
  const plain = zelle.replaceAll(/\s/gu, "");
  if (/^\d{1,6}$/u.test(plain)) return Number(plain);
  const whole = WITH_REMARK.exec(zelle.trim()) ?? TIMES.exec(zelle.trim());
  if (whole !== null) return Number((whole[1] ?? "").replaceAll(".", ""));
  const fives = plain.match(FIVES)?.length ?? 0;
  const rest = plain.replaceAll(FIVES, "");
  if (rest === "" || STROKES.test(rest)) return fives * 5 + rest.length;
  if (NEIN_ZEICHEN.test(plain)) return 0;
  if (JA_ZEICHEN.test(plain)) return 1;
  const key = schluessel(plain);
  if (key === "x" || key === "xx" || key === "ja" || key === "j") return 1;
  return key === "nein" || key === "n" ? 0 : undefined;
}

/** A number as it is written here or there: 30, 1,5, 1.200. */
export function zahlVon(zelle: Zelle | undefined): number | undefined {
  if (typeof zelle === "number") return zelle;
  if (typeof zelle !== "string") return undefined;
  const plain = zelle.replaceAll(/\s/gu, "");
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
  return /^-?\d{1,9}(?:[.,]\d+)?$/u.test(plain) ? Number(plain.replace(",", ".")) : undefined;
}

const HOURS =
  /^(?:ca\.?)?(\d{1,2})(?:[.,](\d{1,2}))?(?:h|std|stunden?|hours?|saat|heures?)\.?(?:(\d{1,2})(?:min|m|minuten)?\.?)?$/u;
const MINUTES = /^(?:ca\.?)?(\d{1,3})(?:min|minuten?|minutes?|mins|m|'|’|dk|dakika)\.?$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?(?:h|std)?$/u;
const HALVES: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** Minutes of a duration, undefined when it is none. `stunden`: numbers without a unit are hours. */
export function minutenVon(zelle: Zelle | undefined, stunden: boolean): number | undefined {
  if (zelle !== null && typeof zelle === "object") return zelle.art === "zeit" ? zelle.minuten : undefined;
  const number = zahlVon(zelle);
  if (number !== undefined) return Math.round(stunden ? number * 60 : number);
  if (typeof zelle !== "string") return undefined;
  const plain = zelle.toLowerCase().replaceAll(/\s/gu, "");
  const half = HALVES[plain.replace(/(?:h|std|stunden?)\.?$/u, "")];
  if (half !== undefined) return half * 60;
  const clock = CLOCK.exec(plain);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = MINUTES.exec(plain);
  if (minutes !== null) return Number(minutes[1]);
  const hours = HOURS.exec(plain);
  if (hours === null) return undefined;
  return Math.round(Number(`${hours[1]}.${hours[2] ?? "0"}`) * 60) + Number(hours[3] ?? "0");
}
