import { schluessel } from "./schluessel.ts";

/** What is kept at most: a column of always different texts would fill the memory for nothing. */
const MOST_KNOWN = 2000;

/** The same twelve words stand in a column again and again: what was found for a text once is not looked for again. */
export function gemerkt<T extends string | boolean>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size < MOST_KNOWN) known.set(text, found);
    return found;
  };
}

/** The key of a head, or of a word that a column holds again and again. */
export const wortschluessel = gemerkt(schluessel);
