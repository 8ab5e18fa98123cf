import { diffArrays } from "diff";

/** A piece of two texts: in both, only in the earlier, or only in the later one. */
export type Stueck = { readonly art: "gleich" | "weg" | "neu"; readonly text: string };

/** Words in any script, with what joins their letters; spaces; every other sign by itself. Together they are the text again. */
const WORTE = /[\p{L}\p{M}\p{N}\u200c\u200d]+|\s+|[^\p{L}\p{M}\p{N}\u200c\u200d\s]/gu;

const worteOf = (text: string): string[] => text.match(WORTE) ?? [];

/**
 * Compares two texts word by word. All pieces but the new ones are the earlier text, all but those that are gone the later one,
 * sign by sign.
 */
export const wortvergleich = (frueher: string, spaeter: string): Stueck[] =>
  diffArrays(worteOf(frueher), worteOf(spaeter)).map(({ value, added, removed }) => ({
    art: added ? "neu" : removed ? "weg" : "gleich",
    text: value.join(""),
  }));
