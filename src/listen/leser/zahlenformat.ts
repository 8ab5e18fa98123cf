/** What a number with this format is meant to be. */
export type Formatart = "zahl" | "tag" | "zeit" | "prozent" | "geld";

/** Built-in formats that are dates, East Asian ones included (ECMA-376, 18.8.30). */
const BUILT_IN_DATES = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
] as const;
const BUILT_IN_TIMES = [
  [18, 21],
  [45, 47],
] as const;
const BUILT_IN_PERCENT = [[9, 10]] as const;
/** With a sign of money; the accounting formats without one are how some write mere numbers. */
const BUILT_IN_MONEY = [
  [5, 8],
  [42, 42],
  [44, 44],
] as const;
const MONEY = /€|\beur\b|\[\$(?:€|\$|£|[A-Z]{2,3})|"(?:\$|£|chf)"/iu;
const within = (id: number, ranges: readonly (readonly [number, number])[]) =>
  ranges.some(([from, to]) => id >= from && id <= to);

/** Names of “no format” in some languages; some of their letters would read as day or hour. */
const GENERAL = /general|standard|allgemein|genel|estándar/giu;
/** Whatever stands in a format without meaning a part of a date: quoted text, escaped and padded characters, colours. */
const LITERAL = /"[^"]*"|\\.|[_*]./gu;
const BRACKETS = /\[(?!h+\]|m+\]|s+\]|std+\])[^\]]*\]/giu;
const ELAPSED = /\[(?:h+|m+|s+|std+)\]/iu;
/** Day and year as files hold them, and as some programs write the German ones (T, J) or the French year (a, j). */
const DAY_OR_YEAR = /[dtyj]|a{2,}/iu;
const HOUR = /h|s|m:|:m/iu;

/**
 * Tells dates and durations from plain numbers by a format's code; `id` is its number, `code` its own text when it has one.
 * Only the first section counts: the others are for negative numbers and zero.
 */
export function formatart(id: number, code: string | undefined): Formatart {
  if (code === undefined) {
    if (within(id, BUILT_IN_DATES)) return "tag";
    if (within(id, BUILT_IN_PERCENT)) return "prozent";
    if (within(id, BUILT_IN_MONEY)) return "geld";
    return within(id, BUILT_IN_TIMES) ? "zeit" : "zahl";
  }
  const bare = code.replaceAll(GENERAL, "").replaceAll(LITERAL, "").replaceAll(BRACKETS, "").split(";", 1)[0] ?? "";
  if (ELAPSED.test(bare)) return "zeit";
  const letters = bare.replaceAll(/am\/pm|a\/p/giu, "");
  if (DAY_OR_YEAR.test(letters)) return "tag";
  if (HOUR.test(letters)) return "zeit";
  if (bare.includes("%")) return "prozent";
  if (MONEY.test(code.split(";", 1)[0] ?? "")) return "geld";
  return /m/iu.test(letters) ? "tag" : "zahl";
}
