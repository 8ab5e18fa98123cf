import { daysFrom } from "./span.ts";

/**
 * Reads a day as people in Germany type it. Whatever is not surely a day becomes a sentence that says what to do: a day is
 * never guessed, and 31.02. is never another one.
 */

/**
 * What a field asks for, where the year is short or missing:
 *  - `back`, something that happened: 12.3. is the most recent one.
 *  - `ahead`, a beginning, an end, an appointment: 31.12. is the coming one, or that of the last 31 days, because ends are
 *    often entered late (on 3 September, 1.9. is two days ago and not next year).
 *  - `birth`: two digits go back in time, and no day is in the future.
 */
export type Sense = "back" | "ahead" | "birth";

/** An ISO day, or why there is none. */
export type ReadDay = { readonly day: string } | { readonly problem: string };

/** When and what for something is typed; `today` is an ISO day. */
export type TypedAt = { readonly today: string; readonly sense: Sense };

const LATE_DAYS = 31;
/** Two digits reach so many years ahead; the rest of the hundred lies behind. */
const YEARS_AHEAD = 19;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;
const LONGEST = 60;

const HOW = "Schreiben Sie das Datum als Tag, Monat und Jahr, zum Beispiel 12.03.2026.";
const HOW_BIRTH = "Schreiben Sie das Datum als Tag, Monat und Jahr, zum Beispiel 12.03.1985.";
const NO_YEAR = "Schreiben Sie auch das Jahr, zum Beispiel 12.03.1985.";
const IN_FUTURE = "Dieser Tag liegt in der Zukunft. Prüfen Sie das Datum.";

const WORDS: ReadonlyMap<string, number> = new Map([
  ["vorgestern", -2],
  ["gestern", -1],
  ["heute", 0],
  ["morgen", 1],
  ["übermorgen", 2],
]);

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "januar jan",
    "februar feb",
    "märz maerz mär mrz",
    "april apr",
    "mai",
    "juni jun",
    "juli jul",
    "august aug",
    "september sept sep",
    "oktober okt",
    "november nov",
    "dezember dez",
  ].flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i + 1])),
);

const GAP = "(?: ?[./,-] ?| )";
const GERMAN = new RegExp(`^(\\d{1,2})${GAP}(\\d{1,2})(?:${GAP}(\\d{4}|\\d\\d))?(?: ?[./,-])?$`);
const NAMED = /^(\d{1,2})\.? ?([a-zä]+)\.?(?: ?(\d{4}|\d\d))?\.?$/;
const YEAR_FIRST = new RegExp(`^(\\d{4})${GAP}(\\d{1,2})${GAP}(\\d{1,2})$`);
/** No month is called 18 to 21, so no day with its year first reads like this as well. */
const COMPACT = /^(\d\d)(\d\d)((?:1[89]|2[01])\d\d|\d\d)$/;
const COMPACT_YEAR_FIRST = /^(\d{4})(\d\d)(\d\d)$/;
const ONLY_YEAR = /^(1[89]|2[01])\d\d$/;

/** One spelling for each sign: wide characters, Arabic digits, dashes, spaces of every kind. */
const plainSigns = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replaceAll(/[\p{Pd}−]/gu, "-")
    .replaceAll(/\s+/g, " ");

const fold = (typed: string): string =>
  plainSigns(typed.replaceAll(/\p{Cf}/gu, ""))
    .trim()
    .toLowerCase();

/** Day, month and year as they stand there; the year may be missing. */
type Parts = { readonly day: number; readonly month: number; readonly year: string | undefined };

function partsOf(text: string): Parts | undefined {
  const german = GERMAN.exec(text) ?? COMPACT.exec(text);
  if (german) return { day: Number(german[1]), month: Number(german[2]), year: german[3] };
  const named = NAMED.exec(text);
  const month = MONTHS.get(named?.[2] ?? "");
  if (named && month !== undefined) return { day: Number(named[1]), month, year: named[3] };
  const turned = YEAR_FIRST.exec(text) ?? COMPACT_YEAR_FIRST.exec(text);
  return turned ? { day: Number(turned[3]), month: Number(turned[2]), year: turned[1] } : undefined;
}

const two = (n: number) => String(n).padStart(2, "0");

/** An ISO text, of a day that may not exist. */
const isoOf = (year: number, { day, month }: Parts) => `${year}-${two(month)}-${two(day)}`;

const exists = (iso: string): boolean => {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
};

/** The year that is meant. Compares texts, so the day need not exist. */
function yearOf(parts: Parts, { today, sense }: TypedAt): number {
  const now = Number(today.slice(0, 4));
  if (parts.year === undefined) {
    if (sense === "back") return isoOf(now, parts) <= today ? now : now - 1;
    const earliest = daysFrom(today, -LATE_DAYS);
    return [now - 1, now].find((year) => isoOf(year, parts) >= earliest) ?? now + 1;
  }
  if (parts.year.length === 4) return Number(parts.year);
  const year = now - (now % 100) + Number(parts.year);
  if (sense === "birth") return isoOf(year, parts) <= today ? year : year - 100;
  if (year > now + YEARS_AHEAD) return year - 100;
  return year <= now + YEARS_AHEAD - 100 ? year + 100 : year;
}

function wrong(year: number, parts: Parts): string {
  const { day, month } = parts;
  if (month < 1 || month > 12) {
    return `Den Monat ${month} gibt es nicht. Schreiben Sie zuerst den Tag, dann den Monat, zum Beispiel 25.03.2026.`;
  }
  // 31.02. is wrong in every year; for 29.02. it matters which one was meant.
  const shown = parts.year === undefined && !exists(isoOf(2000, parts)) ? "" : year;
  return `Den ${two(day)}.${two(month)}.${shown} gibt es nicht. Prüfen Sie Tag und Monat.`;
}

/**
 * Reads what was typed into a date field: 12.03.2026, 1.3.26, 12.3., 12/3/2026, 12 3 2026, 12. März 2026, 12032026, 2026-03-12,
 * heute, gestern, morgen. Between slashes the day comes first as well. Nothing typed is no day either.
 */
export function readDay(typed: string, at: TypedAt): ReadDay {
  const how = { problem: at.sense === "birth" ? HOW_BIRTH : HOW };
  if (typed.length > LONGEST) return how;
  const text = fold(typed);
  const away = WORDS.get(text);
  if (away !== undefined) return notAhead(daysFrom(at.today, away), at);
  if (ONLY_YEAR.test(text)) return { problem: `Schreiben Sie auch Tag und Monat, zum Beispiel 12.03.${text}.` };
  const parts = partsOf(text);
  if (parts === undefined) return how;
  if (parts.year === undefined && at.sense === "birth") return { problem: NO_YEAR };
  const year = yearOf(parts, at);
  const iso = isoOf(year, parts);
  if (year < FIRST_YEAR || year > LAST_YEAR) return { problem: `Prüfen Sie das Jahr ${parts.year}.` };
  return exists(iso) ? notAhead(iso, at) : { problem: wrong(year, parts) };
}

const notAhead = (day: string, { today, sense }: TypedAt): ReadDay =>
  sense === "birth" && day > today ? { problem: IN_FUTURE } : { day };

/** The day, where one is typed; for what is shown beside a form before anybody sends it. */
export function dayIn(typed: string, at: TypedAt): string | undefined {
  const read = readDay(typed, at);
  return "day" in read ? read.day : undefined;
}

/** A birth date, or only its year, in a text that also holds a name. */
export type BirthIn = {
  readonly rest: string;
  readonly day: string | null;
  readonly year: string | undefined;
  /** Why what looks like a date is none. */
  readonly problem: string | undefined;
};

const LIKE_DATE = /(?<![\d\p{L}])\d{1,4} ?[./-] ?\d{1,2}(?: ?[./-] ?\d{1,4})?[./-]?(?![\d\p{L}])/u;
const LIKE_YEAR = /(?<![\d\p{L}])(?:19|20)\d\d(?![\d\p{L}])/u;

/** Takes a typed search apart: 1.1.92, 01/01/1992 or 1992 is when somebody was born, the rest a name. */
export function birthIn(text: string, today: string): BirthIn {
  const folded = plainSigns(text);
  const found = LIKE_DATE.exec(folded)?.[0];
  const year = found === undefined ? LIKE_YEAR.exec(folded)?.[0] : undefined;
  const part = found ?? year;
  if (part === undefined) return { rest: text.trim(), day: null, year, problem: undefined };
  const rest = folded.replace(part, " ").trim();
  if (found === undefined) return { rest, day: null, year, problem: undefined };
  const read = readDay(found, { today, sense: "birth" });
  return "day" in read
    ? { rest, day: read.day, year, problem: undefined }
    : { rest, day: null, year, problem: read.problem };
}
