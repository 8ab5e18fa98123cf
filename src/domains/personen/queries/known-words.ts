import type { KnownWords } from "../model/namen.ts";

const MOST = 5000;
const KEPT_MS = 5 * 60_000;

let words: KnownWords = new Map();
let forgetting: NodeJS.Timeout | undefined;

/**
 * What words of names were taken for by searches of the last minutes. To read a word costs as much as to compare it, and those that a
 * search finds share most words with those of the one before. Words alone: not which belong together, nor whose they are, of no Träger;
 * and whoever reads the memory of this process has the key of everything. Gone after five minutes, and sooner where there are many.
 */
export function knownWords(): KnownWords {
  if (words.size > MOST) words = new Map();
  forgetting ??= setTimeout(() => {
    words = new Map();
    forgetting = undefined;
  }, KEPT_MS).unref();
  return words;
}
