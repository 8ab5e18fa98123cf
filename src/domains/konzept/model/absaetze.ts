import { diff3Merge } from "node-diff3";

/** A place that two people wrote at the same time: what stood there, and what each made of it. "" where it was taken out. */
export type Beruehrung = { readonly vorher: string; readonly eigen: string; readonly fremd: string };

/** Two texts in one. Where they touch, the text has both, one's own first, so that no word of either is lost. */
export type Zusammen = { readonly text: string; readonly beruehrungen: readonly Beruehrung[] };

type Region = {
  readonly ok?: readonly string[];
  readonly conflict?: { readonly a: readonly string[]; readonly o: readonly string[]; readonly b: readonly string[] };
};

const BETWEEN = "\n\n";

/** The paragraphs of a text, as they are typed: what a blank line parts. */
export const absaetzeOf = (text: string): string[] =>
  text
    .split(/\n[^\S\n]*\n/)
    .map((one) => one.replace(/^\n+/, "").trimEnd())
    .filter((one) => one.trim() !== "");

const joined = (absaetze: readonly string[]): string => absaetze.join(BETWEEN);

/**
 * Merges two texts that were written from the same one, paragraph by paragraph (diff3). Paragraphs that only one of them changed are
 * as that one has them; what both changed, or changed side by side, stands twice and is told.
 * @param vorher what both began with
 */
export function zusammengefuehrt(vorher: string, eigen: string, fremd: string): Zusammen {
  if (eigen === fremd || fremd === vorher) return { text: eigen, beruehrungen: [] };
  if (eigen === vorher) return { text: fremd, beruehrungen: [] };
  const merged: readonly Region[] = diff3Merge(absaetzeOf(eigen), absaetzeOf(vorher), absaetzeOf(fremd), {
    excludeFalseConflicts: true,
  });
  const beruehrungen: Beruehrung[] = [];
  const all = merged.flatMap(({ ok, conflict }) => {
    if (conflict === undefined) return ok ?? [];
    const { a, o, b } = conflict;
    beruehrungen.push({ vorher: joined(o), eigen: joined(a), fremd: joined(b) });
    return [...a, ...b.filter((one) => !a.includes(one))];
  });
  return { text: joined(all), beruehrungen };
}

/** Whether a passage still stands in a text as it was quoted. */
export const stehtIn = (text: string, stelle: string): boolean => stelle !== "" && text.includes(stelle);

/** What a text says that another did not, paragraph by paragraph: what was looked through once is not looked through again. */
export function neuesIn(text: string, vorher: string): string {
  const known = new Set(absaetzeOf(vorher));
  return joined(absaetzeOf(text).filter((one) => !known.has(one)));
}
