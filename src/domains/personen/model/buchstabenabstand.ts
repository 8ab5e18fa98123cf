/** A letter in its form: what stands before and after it; "" at the edge. */
export type Letter = { readonly letter: string; readonly before: string; readonly after: string };

/** What one step between two sound forms costs: 1 is about one typing error, 0 the same. */
export type Kosten = {
  readonly replace: (a: Letter, b: Letter) => number;
  /** A letter that only one side has. */
  readonly extra: (a: Letter) => number;
};

const isVowel = (letter: string): boolean => letter !== "" && "aeiou".includes(letter);
const isLong = (letter: string): boolean => letter !== "" && "AIU".includes(letter);

/** Prices of letter pairs in alphabetical order, which is that of character codes: capitals come first. */
function prices(list: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(list).flatMap(([price, pairs]) => pairs.split(" ").map((pair) => [pair, Number(price)] as const)),
  );
}
const priceOf = (list: ReadonlyMap<string, number>, a: string, b: string) => list.get(a < b ? a + b : b + a);

/** Letters that change place between languages, transcriptions and ears. */
const NEAR = prices({
  0.15: "ou",
  0.2: "fv",
  0.25: "ae ei",
  0.4: "gh gx hx kx dt bp",
  0.5: "ao bv gk qs qx gq",
  0.6: "iu mn",
});

const VOWEL_FOR_VOWEL = 0.7;
/** More than one step of typing: names that differ in a consonant (Martin, Marvin) are mostly two names. */
const OTHER_CONSONANT = 1.3;
/** People rarely mistype the first letter, but many names differ in nothing else (Rania, Dania). */
const OTHER_BEGINNING = 1.7;
/** Julia and Julian, Hasan and Hasani: an ending makes another name. */
const OTHER_ENDING = 1.3;

/** Both sides are written with their vowels. */
export const VOKALISIERT: Kosten = {
  replace: (a, b) => {
    const near = priceOf(NEAR, a.letter, b.letter);
    if (near !== undefined) return near;
    if (isVowel(a.letter) && isVowel(b.letter)) return VOWEL_FOR_VOWEL;
    return a.before === "" && b.before === "" ? OTHER_BEGINNING : OTHER_CONSONANT;
  },
  extra: ({ letter, before, after }) => {
    if (after === "") return letter === "h" || (letter === "e" && !isVowel(before)) ? 0.5 : OTHER_ENDING;
    if (letter === "h") return 0.5;
    if (isVowel(letter)) return isVowel(before) || isVowel(after) ? 1 : 0.5;
    return before === "" ? OTHER_BEGINNING : 1;
  },
};

/** Readings of Arabic letters: ض and ذ as d or z (here s), ث as t or s, و and ی as consonants, ع as any vowel. */
const READINGS = prices({
  0: "Aa Ii Uu",
  0.05: "Uo",
  0.1: "Uv ou",
  0.15: "Ie ae ei",
  0.2: "ds Ae",
  0.25: "ao Ao",
  0.3: "st au",
});
/** A long vowel that the other side lacks or has otherwise: Hasan and Husain, Muhammad and Mahmud. */
const OTHER_LONG_VOWEL = 1.5;

/**
 * One side comes from a script without short vowels: the other has them in addition. Long vowels, diphthongs and endings
 * would have been written, so they count; that keeps Hasan (حسن) from Husain (حسین) and from Hasani (حسنی).
 */
export const UNVOKALISIERT: Kosten = {
  replace: (a, b) => {
    const reading = priceOf(READINGS, a.letter, b.letter);
    if (reading !== undefined) return reading;
    return isLong(a.letter) || isLong(b.letter) ? OTHER_LONG_VOWEL : VOKALISIERT.replace(a, b);
  },
  extra: (a) => {
    if (isLong(a.letter)) return OTHER_LONG_VOWEL;
    if (!isVowel(a.letter)) return VOKALISIERT.extra(a);
    if (a.after === "") return VOKALISIERT.extra(a);
    if (a.letter === "a" || a.letter === "e") return 0.05;
    return isVowel(a.before) ? OTHER_ENDING : 0.1;
  },
};

const SWAPPED = 0.8;

const lettersOf = (form: string): Letter[] =>
  Array.from(form, (letter, i) => ({ letter, before: form[i - 1] ?? "", after: form[i + 1] ?? "" }));

/** The cheapest way from one form to the other (Damerau-Levenshtein, neighbours may be swapped, weighted). */
export function letterDistance(a: string, b: string, kosten: Kosten): number {
  const right = lettersOf(b);
  let before: number[] = [];
  let above = [0];
  for (const letter of right) above.push((above.at(-1) ?? 0) + kosten.extra(letter));
  for (const [i, left] of lettersOf(a).entries()) {
    const gap = kosten.extra(left);
    const row = [(above[0] ?? 0) + gap];
    for (const [j, other] of right.entries()) {
      const step = left.letter === other.letter ? 0 : kosten.replace(left, other);
      const swapped = i > 0 && j > 0 && left.letter === other.before && left.before === other.letter;
      row.push(
        Math.min(
          (above[j] ?? 0) + step,
          (above[j + 1] ?? 0) + gap,
          (row[j] ?? 0) + kosten.extra(other),
          swapped ? (before[j - 1] ?? 0) + SWAPPED : Infinity,
        ),
      );
    }
    before = above;
    above = row;
  }
  return above.at(-1) ?? 0;
}
