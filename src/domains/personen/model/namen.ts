import { colognePhonetic } from "cologne-phonetic";
import {
  arabicForms,
  begunForms,
  hasArabicArticle,
  latinise,
  plainWord,
  scriptOf,
  soundForms,
  type Schrift,
} from "./umschrift.ts";

/** One part of a name, ready to compare. */
export type NamePart = {
  /** As written, in small letters. */
  readonly wort: string;
  readonly schrift: Schrift;
  /** In Latin letters; for Arabic script its sound form. */
  readonly text: string;
  /** An Arabic article was written apart or in Arabic script, and is left out of `text`. */
  readonly artikel: boolean;
  /** Sound forms, the likeliest first; never empty. */
  readonly formen: readonly string[];
};

/** Scripts without short vowels are compared by other rules. */
export const isVocalised = (part: NamePart): boolean => part.schrift !== "arabisch" && part.schrift !== "hebräisch";

/** Left out wherever they stand: they are written, joined or dropped at will. */
const ARTICLES = new Set(["al", "el"]);
/** The article before s, r, n …: only with a hyphen, because An and As are also names. */
const ASSIMILATED = /(?<=^|[\s-])(?:a[rsntdz]|ash|asch|ul|ur|us)-(?=\p{L})/giu;
/** Left out after the first part: Ben and Van are also given names. */
const PARTICLES = new Set(
  "van von zu zur der den de del della da das do dos di du la le bin ibn ben bint bent".split(" "),
);
/** What stands between the parts of a name: any dash, dot or blank there is. */
const APART = /[^\p{L}\p{M}\p{N}]+/u;
const DASHES = /[\p{Pd}\u2212]/gu;
const APOSTROPHES = /['’‘‛＇ʼʹʻʽʾʿ`´]/gu;
/** “Servant of …”: first half of a name that is written apart or together, with or without the article. */
const ABD = /^(?:abd(?:ou|[aeou])?l?|عبد)$/u;
const ABD_JOINED = /^abd(?:ou|[aeou])[lr](?=.{3})|^عبدال(?=.{2})/u;

/** Fewer letters begin too many names. */
export const LEAST_LETTERS = 3;

function latinPart(wort: string, schrift: Schrift, texts: readonly string[], artikel: boolean): NamePart | undefined {
  const formen = [...new Set(texts.flatMap(soundForms))];
  return formen.length === 0 ? undefined : { wort, schrift, text: texts[0] ?? "", artikel, formen };
}

function partOf(plain: string, artikel: boolean): NamePart | undefined {
  const schrift = scriptOf(plain);
  if (schrift !== "arabisch") return latinPart(plain, schrift, latinise(plain.replace(ABD_JOINED, "abd")), artikel);
  const formen = arabicForms(plain.replace(ABD_JOINED, "عبد"));
  const [form] = formen;
  return form === undefined
    ? undefined
    : { wort: plain, schrift, text: form.toLowerCase(), artikel: artikel || hasArabicArticle(plain), formen };
}

/** Remembers what was found out about two parts for as long as anybody holds them: until the search is over. */
export function onceForPair<R>(work: (a: NamePart, b: NamePart) => R): (a: NamePart, b: NamePart) => R {
  const known = new WeakMap<NamePart, WeakMap<NamePart, R>>();
  return (a, b) => {
    const ofA = known.get(a) ?? new WeakMap<NamePart, R>();
    known.set(a, ofA);
    const result = ofA.get(b) ?? work(a, b);
    ofA.set(b, result);
    return result;
  };
}

/** The same for what is found out about one. */
export function onceFor<R extends object>(work: (part: NamePart) => R): (part: NamePart) => R {
  const known = new WeakMap<NamePart, R>();
  return (part) => {
    const result = known.get(part) ?? work(part);
    known.set(part, result);
    return result;
  };
}

/** A part made of two neighbours: Gebre Medhin, Gebremedhin. */
export const joinParts = onceForPair((left, right): NamePart => {
  const both = { ...left, wort: left.wort + right.wort, text: left.text + right.text };
  if (isVocalised(left) && isVocalised(right)) return { ...both, formen: soundForms(both.text) };
  return { ...both, formen: left.formen.flatMap((l) => right.formen.map((r) => l + r)) };
});

/** The parts that words were made into, for comparing many names: of those that a search finds, most share words. */
export type KnownWords = Map<string, NamePart | undefined>;

function knownPart(known: KnownWords, word: string, artikel: boolean): NamePart | undefined {
  const key = artikel ? `al ${word}` : word;
  if (!known.has(key)) known.set(key, partOf(word, artikel));
  return known.get(key);
}

/**
 * Takes a name of any script and order apart into comparable parts. Hyphens, titles' dots, articles and particles do not
 * matter; a name of nothing but particles keeps them.
 */
export function nameParts(name: string, known: KnownWords = new Map()): NamePart[] {
  const words = plainWord(name)
    .replaceAll(APOSTROPHES, "")
    .replaceAll(DASHES, "-")
    .replaceAll(ASSIMILATED, "al ")
    .split(APART)
    .filter((word) => word !== "");
  const parts: NamePart[] = [];
  let artikel = false;
  let servant: NamePart | undefined;
  for (const word of words) {
    if (ARTICLES.has(word) && words.length > 1) {
      artikel = true;
      continue;
    }
    if (PARTICLES.has(word) && parts.length > 0) continue;
    const part = knownPart(known, word, artikel);
    artikel = false;
    if (part === undefined) continue;
    if (servant === undefined && ABD.test(word)) {
      servant = partOf(part.schrift === "arabisch" ? "عبد" : "abd", false);
      continue;
    }
    parts.push(servant === undefined ? part : joinParts(servant, part));
    servant = undefined;
  }
  if (servant !== undefined) parts.push(servant);
  if (parts.length > 0) return parts;
  const whole = partOf(words.join(""), false);
  return whole === undefined ? [] : [whole];
}

/**
 * An attached article taken off (Alahmad, Elsayed; with `certain`, when the other name has an article, also Assaleh).
 * Undefined where there is none, or too little would be left to tell names apart: Ina is not Alina.
 */
export const withoutArticle = (part: NamePart, certain: boolean): NamePart | undefined =>
  (certain ? certainlyBare : bare)(part)[0];

const bare = onceFor((part) => bareOf(part, false));
const certainlyBare = onceFor((part) => bareOf(part, true));

/** None or one, so that it is remembered that there is none. */
function bareOf(part: NamePart, certain: boolean): readonly NamePart[] {
  if (!isVocalised(part)) return [];
  const article = /^[ae]l/.test(part.text) ? 2 : certain && /^[ae]([rsntdz])\1/.test(part.text) ? 1 : 0;
  const rest = part.text.slice(article);
  if (article === 0 || rest.length < (certain ? 3 : 4)) return [];
  const one = latinPart(part.wort, part.schrift, [rest], true);
  return one === undefined ? [] : [one];
}

/** What may follow is part of how a sound is spelt: whoever stops after "Schewt" may have meant "Schewtschenko". */
const UNFINISHED = ["schtsc", "tsc", "dsc", "szc", "shc", "dz", "ts", "sc", "sz", "cz", ..."bcdgkopstuz"];

/**
 * What somebody may have begun to type: the part read as the beginning of a word, and the same without an article in front or the
 * letters of a sound that was not finished. None for fewer letters than tell names apart.
 */
export const beginnings = onceFor((part): readonly NamePart[] => {
  if ([...part.wort].length < LEAST_LETTERS) return [];
  if (part.schrift === "arabisch") {
    const formen = arabicForms(part.wort, true);
    return formen.length === 0 ? [] : [{ ...part, formen }];
  }
  const texts = latinise(part.wort);
  const bare = texts.filter((text) => /^[ae]l/.test(text)).map((text) => text.slice(2));
  const shorter = UNFINISHED.flatMap((tail) =>
    texts.filter((t) => t.endsWith(tail)).map((t) => t.slice(0, -tail.length)),
  );
  return [texts, [...bare, ...shorter].filter((text) => text.length >= LEAST_LETTERS)].flatMap((list) => {
    const formen = [...new Set(list.flatMap(begunForms))];
    return formen.length === 0 ? [] : [{ ...part, text: list[0] ?? "", formen }];
  });
});

/** Kölner Phonetik of a part; empty for a word without short vowels, whose code would mislead. */
export const soundCode = (part: NamePart): string => (isVocalised(part) ? colognePhonetic(part.text) : "");
