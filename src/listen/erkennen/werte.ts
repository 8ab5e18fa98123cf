import type { Zelle } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { JA_ZEICHEN, NEIN_ZEICHEN } from "../woerter/wege.ts";

/** Strokes of a tally, in groups or not: |||| ||, IIII I, 正. */
const STROKES = /^[|Il/\\ǀ∣¦1\s]+$/u;
const FIVES = /[卌正]/gu;

/** “2x”, “3 ×”, “2 mal”: so often. */
const TIMES = /^(\d{1,3})\s?(?:x|×|mal)\.?$/iu;

/** 12*, 12 ¹, 12 (davon 3 neu), 1.204: a count with a footnote or a remark that does not change it. */
const WITH_REMARK =
  /^(\d{1,6}|\d{1,3}(?:\.\d{3})+)\s*(?:\*{1,3}|[⁰¹²³⁴-⁹]{1,2}|!{1,3}|\((?:davon|darunter|inkl|\d{1,3} (?:davon|darunter))[^)]*\)|inkl(?:\.|usive)?\s(?:telefon\p{L}*|tel\.?|e?-?mails?|online|video|hausbesuche?)|(?:beratung(?:en)?|gespräche?|kontakte?))?$/iu;
/** A remark that says that the number is of something else as well. */
const OTHER_TIME = /vormonat|vorjahr|uebertrag|übertrag|nachtrag|letzte[rsnm]?\s/iu;

/** The same mark again and again is a tally: x x x, ✓✓. */
const MARKS = /^(?:x+|[✓✔]+|[☑☒]+|[✗✘×]+|[●•■]+)$/iu;

/** Whether a cell is a cross, once or several times, and no number. */
export const isMarke = (zelle: Zelle | undefined): boolean =>
  typeof zelle === "string" && MARKS.test(zelle.replaceAll(/\s/gu, ""));

/** Longer texts count nothing. */
const LONGEST = 200;

/** More than that is no count: numbers of telephones and files. */
const MOST = 99_999;

/** Blanks between digits part thousands and nothing else: “1 204” is one number, “2 3” is none. */
const THOUSANDS = /^-?\d{1,3}(?:\s\d{3})+(?:,\d+)?$/u;
const ziffern = (text: string): string => (THOUSANDS.test(text) ? text.replaceAll(/\s/gu, "") : text);

/**
 * What a cell counts: a number, strokes or one mark (x, ✓, ja). Undefined when it is no count. An empty cell and a dash
 * count nothing.
 */
export function zaehlwert(zelle: Zelle | undefined): number | undefined {
  if (zelle === null || zelle === undefined) return 0;
  if (typeof zelle === "number") return Number.isInteger(zelle) && zelle >= 0 && zelle <= MOST ? zelle : undefined;
  if (typeof zelle === "boolean") return zelle ? 1 : 0;
  if (typeof zelle !== "string" || zelle.length > LONGEST) return undefined;
  const trimmed = zelle.trim();
  const digits = ziffern(trimmed);
  if (/^\d{1,5}$/u.test(digits)) return Number(digits);
  const whole = OTHER_TIME.test(trimmed) ? null : (WITH_REMARK.exec(trimmed) ?? TIMES.exec(trimmed));
  if (whole !== null) return Number((whole[1] ?? "").replaceAll(".", ""));
  const plain = zelle.replaceAll(/\s/gu, "");
  const fives = plain.match(FIVES)?.length ?? 0;
  const rest = plain.replaceAll(FIVES, "");
  if (rest === "" || STROKES.test(rest)) return fives * 5 + rest.length;
  if (NEIN_ZEICHEN.test(plain)) return 0;
  if (MARKS.test(plain)) return plain.length;
  if (JA_ZEICHEN.test(plain) && plain.length === 1) return 1;
  // “(x)” is perhaps a cross.
  if (/[([]/u.test(plain)) return undefined;
  const key = schluessel(plain);
  const named = ZAHLWORTE.indexOf(key);
  if (named !== -1) return named + 2;
  if (key === "x" || key === "ja" || key === "j" || key === "wahr" || key === "true") return 1;
  return key === "nein" || key === "n" || key === "falsch" || key === "false" ? 0 : undefined;
}

/** Numbers in words, from two on: “ein” may as well be an article. */
const ZAHLWORTE = "zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf".split(" ");

/** A number as it is written here or there: 30, 1,5, 1.200. */
export function zahlVon(zelle: Zelle | undefined): number | undefined {
  if (typeof zelle === "number") return zelle;
  if (typeof zelle !== "string") return undefined;
  const plain = ziffern(zelle.trim());
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
  return /^-?\d{1,9}(?:[.,]\d+)?$/u.test(plain) ? Number(plain.replace(",", ".")) : undefined;
}

const HOURS =
  /^(?:ca\.?)?(\d{1,2})(?:[.,](\d{1,2}))?(?:h|std|stunden?|hours?|saat|heures?)\.?(?:(\d{1,2})(?:min|m|minuten)?\.?)?$/u;
const MINUTES = /^(?:ca\.?)?(\d{1,3})(?:min|minuten?|minutes?|mins|m|'|’|dk|dakika)\.?$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?(?:h|std)?$/u;
const HALVES: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };
/** Words and fractions before a unit: “halbe Stunde”, “1/4 Std.”. */
const PARTS = new Map<string, number>([
  ...(["halbe", "einehalbe", "1/2", "0.5"] as const).map((word) => [word, 0.5] as const),
  ...(["viertel", "eineviertel", "1/4"] as const).map((word) => [word, 0.25] as const),
  ...(["dreiviertel", "3/4"] as const).map((word) => [word, 0.75] as const),
  ...(["anderthalb", "eineinhalb", "1½"] as const).map((word) => [word, 1.5] as const),
  ...([
    ["eine", 1],
    ["zwei", 2],
    ["drei", 3],
  ] as const),
]);
const UNIT = /-?(?:h|std|stunden?)\.?$/u;

/** Minutes of a duration, undefined when it is none. `stunden`: numbers without a unit are hours. */
export function minutenVon(zelle: Zelle | undefined, stunden: boolean): number | undefined {
  if (zelle !== null && typeof zelle === "object") return zelle.art === "zeit" ? zelle.minuten : undefined;
  const number = zahlVon(zelle);
  if (number !== undefined) return Math.round(stunden ? number * 60 : number);
  if (typeof zelle !== "string") return undefined;
  const plain = zelle.toLowerCase().replaceAll(/\s/gu, "");
  const half = HALVES[plain.replace(/(?:h|std|stunden?)\.?$/u, "")];
  if (half !== undefined) return half * 60;
  const part = UNIT.test(plain) ? PARTS.get(plain.replace(UNIT, "")) : undefined;
  if (part !== undefined) return part * 60;
  const clock = CLOCK.exec(plain);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = MINUTES.exec(plain);
  if (minutes !== null) return Number(minutes[1]);
  const hours = HOURS.exec(plain);
  if (hours === null) return undefined;
  return Math.round(Number(`${hours[1]}.${hours[2] ?? "0"}`) * 60) + Number(hours[3] ?? "0");
}
