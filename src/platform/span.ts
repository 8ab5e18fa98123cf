/** Days are ISO texts (`2026-11-20`), so that comparing texts compares days. */

/** A span of days, both included; `bis: null` has no end yet. */
export type Span = { readonly von: string; readonly bis: string | null };

/** Whether a span is in force on a day. */
export const gilt = (span: Span, day: string): boolean => span.von <= day && isOpen(span, day);

/** Whether a span has not ended before a day: in force then or later. */
export const isOpen = (span: Pick<Span, "bis">, day: string): boolean => span.bis === null || span.bis >= day;

/** Whether two spans share a day. */
export const overlap = (a: Span, b: Span): boolean => isOpen(a, b.von) && isOpen(b, a.von);

/** Whether a span ends no earlier than it begins. In a schema: `.refine(inOrder, IN_ORDER)`. */
export const inOrder = (span: Span): boolean => isOpen(span, span.von);

/** What the field `bis` says when it does. */
export const IN_ORDER = { path: ["bis"], message: "Der letzte Tag liegt vor dem ersten." };

const DAY_MS = 86_400_000;

/** So many days later, or earlier. */
export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const tagDanach = (day: string): string => daysFrom(day, 1);

export const tagDavor = (day: string): string => daysFrom(day, -1);

/** So many whole months later, or earlier; of a month that has no such day its last one (§ 188 BGB). */
export function monateSpaeter(day: string, monate: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + monate;
  const first = new Date(Date.UTC(Math.floor(months / 12), months % 12)).toISOString().slice(0, 8);
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return `${first}${String(Math.min(Number(day.slice(8)), last)).padStart(2, "0")}`;
}

/** A day as it stands in a German text: 01.09.2023. What is no ISO day, as it was typed. */
export const tagText = (day: string): string => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1");
