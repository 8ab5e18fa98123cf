import { skeletons } from "./umschrift.ts";
import {
  beginnings,
  isVocalised,
  joinParts,
  type KnownWords,
  nameParts,
  type NamePart,
  soundCode,
  withoutArticle,
} from "./namen.ts";

const trigrams = (form: string): string[] => {
  const framed = `^${form}$`;
  return Array.from({ length: framed.length - 2 }, (_, i) => framed.slice(i, i + 3));
};

function strongTokens(part: NamePart): string[] {
  const code = soundCode(part);
  return [
    ...part.formen.map((form) => `form:${form.toLowerCase()}`),
    ...part.formen.flatMap(skeletons).map((bare) => `geruest:${bare}`),
    ...(code.length > 1 ? [`klang:${code}`] : []),
  ];
}

const BEGIN_SOUNDS = [2, 3, 4, 5];
const BEGIN_CONSONANTS = [2, 3];

/**
 * How a part begins: its first sounds, and its first consonants, which it has in every script and transcription. Of each reading the
 * longest so many that are stored.
 */
function beginTokens(part: NamePart, longest = Infinity): string[] {
  const of = (text: string, lengths: readonly number[]) => begins(text, lengths).slice(-longest);
  const sounds = isVocalised(part) ? part.formen.flatMap((form) => of(form, BEGIN_SOUNDS)) : [];
  const bare = part.formen.flatMap(skeletons).flatMap((skeleton) => of(skeleton, BEGIN_CONSONANTS));
  return [...sounds.map((begin) => `anfang:${begin}`), ...bare.map((begin) => `anfang:-${begin}`)];
}

/** So much of each part is kept of a pair: what the shortest beginning that is searched for has in every reading. */
const PAIR_SOUNDS = 3;
const PAIR_CONSONANTS = 2;
/** Of longer names no more parts are paired. */
const PAIRED_PARTS = 4;

/** How a part begins in each of its readings, as it stands in a pair. */
const pairBegins = (readings: readonly NamePart[]): string[] => [
  ...new Set(
    readings.flatMap((part) => [
      ...(isVocalised(part) ? part.formen.map((form) => form.slice(0, PAIR_SOUNDS)) : []),
      ...part.formen.flatMap(skeletons).map((bare) => `-${bare.slice(0, PAIR_CONSONANTS)}`),
    ]),
  ),
];

/**
 * How any two parts begin, in whatever order they are written: many are called Mohammed and many Ali, few are both. Each part comes as
 * its readings.
 */
function pairTokens(parts: readonly (readonly NamePart[])[]): string[] {
  const begun = parts.slice(0, PAIRED_PARTS).map(pairBegins);
  return begun.flatMap((left, i) =>
    begun
      .slice(i + 1)
      .flatMap((right) =>
        left.flatMap((a) =>
          right
            .filter((b) => a.startsWith("-") === b.startsWith("-"))
            .map((b) => `paar:${[a, b].toSorted().join("+")}`),
        ),
      ),
  );
}

const begins = (text: string, lengths: readonly number[]): string[] =>
  lengths.filter((n) => n <= text.length).map((n) => text.slice(0, n));

/**
 * The search tokens of a name, to be hashed with the Träger's search key before they are stored or looked up. Kinds by
 * prefix: `form:` sound form, `klang:` Kölner Phonetik, `geruest:` consonants, `anfang:` how a part begins, `paar:` how two of them do,
 * `ngramm:` three letters. Who shares many and rare ones is compared (candidates.ts); `nameScore` decides after decryption.
 */
export const nameTokens = (name: string, known: KnownWords = new Map()): string[] => tokensOf(nameParts(name, known));

/** What to look for when somebody typed something: the tokens of a name, and for each part those of names that begin so. */
export type SearchTokens = { readonly tokens: readonly string[]; readonly begun: readonly (readonly string[])[] };

export function searchTokens(typed: string): SearchTokens {
  const parts = nameParts(typed);
  const begun = parts.map((part) => [...new Set(beginnings(part).flatMap((one) => beginTokens(one, 1)))]);
  const letters = parts.flatMap(beginnings).flatMap((part) => [...ngramTokens(part), ...beginTokens(part)]);
  const pairs = pairTokens(parts.map(beginnings));
  return { tokens: [...new Set([...tokensOf(parts), ...pairs, ...letters, ...begun.flat()])], begun };
}

const ngramTokens = (part: NamePart): string[] =>
  isVocalised(part) ? trigrams(part.formen[0] ?? "").map((ngram) => `ngramm:${ngram}`) : [];

function tokensOf(parts: readonly NamePart[]): string[] {
  const pairs = parts.slice(1).map((right, i) => joinParts(parts[i] ?? right, right));
  const bare = parts.flatMap((part) => withoutArticle(part, true) ?? []);
  const begin = [...parts, ...bare].flatMap((part) => beginTokens(part));
  return [
    ...new Set([
      ...[...parts, ...bare, ...pairs].flatMap(strongTokens),
      ...pairTokens(parts.map((part) => [part, withoutArticle(part, true)].filter((one) => one !== undefined))),
      ...begin,
      ...parts.flatMap(ngramTokens),
    ]),
  ];
}

/** The search token of a date of birth (ISO date). */
export const birthToken = (date: string): string => `geburt:${date}`;

/** The search token of a number or an address, as it is compared (kontakt.ts). */
export const kontaktToken = (kennung: string): string => `kontakt:${kennung}`;

/** Two beginnings at once. */
export const isPair = (token: string): boolean => token.startsWith("paar:");

/** A few letters in common mean little; whatever else is in common makes a name worth a look. */
export const isLoose = (token: string): boolean => /^(?:ngramm|anfang):/.test(token);
