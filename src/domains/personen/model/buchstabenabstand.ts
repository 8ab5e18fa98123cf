/** What one step between two sound forms costs: 1 is about one typing error, 0 the same. */
export type Kosten = {
  /** One letter for another; `first`: both begin their forms. */
  readonly replace: (a: string, b: string, first: boolean) => number;
  /** A letter that only one side has, by its place. */
  readonly extra: (form: string, i: number) => number;
};

const at = (form: string, i: number): string => form[i] ?? "";
const isVowel = (letter: string): boolean => letter !== "" && "aeiou".includes(letter);
const isLong = (letter: string): boolean => letter !== "" && "AIU".includes(letter);

type Prices = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Prices of letter pairs, by the one letter and then the other, either way round. */
function prices(list: Readonly<Record<number, string>>): Prices {
  const all = new Map<string, Map<string, number>>();
  const set = (a: string, b: string, price: number) =>
    all.set(a, (all.get(a) ?? new Map<string, number>()).set(b, price));
  for (const [price, pairs] of Object.entries(list)) {
    for (const [a = "", b = ""] of pairs.split(" ")) {
      set(a, b, Number(price));
      set(b, a, Number(price));
    }
  }
  return all;
}
const priceOf = (list: Prices, a: string, b: string) => list.get(a)?.get(b);

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
  replace: (a, b, first) => {
    const near = priceOf(NEAR, a, b);
    if (near !== undefined) return near;
    if (isVowel(a) && isVowel(b)) return VOWEL_FOR_VOWEL;
    return first ? OTHER_BEGINNING : OTHER_CONSONANT;
  },
  extra: (form, i) => {
    const [before, letter, after] = [at(form, i - 1), at(form, i), at(form, i + 1)];
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
  replace: (a, b, first) => {
    const reading = priceOf(READINGS, a, b);
    if (reading !== undefined) return reading;
    return isLong(a) || isLong(b) ? OTHER_LONG_VOWEL : VOKALISIERT.replace(a, b, first);
  },
  extra: (form, i) => {
    const letter = at(form, i);
    if (isLong(letter)) return OTHER_LONG_VOWEL;
    if (!isVowel(letter) || i === form.length - 1) return VOKALISIERT.extra(form, i);
    if (letter === "a" || letter === "e") return 0.05;
    return isVowel(at(form, i - 1)) ? OTHER_ENDING : 0.1;
  },
};

const SWAPPED = 0.8;
/** What a letter costs at least that only one side has, where both write vowels. */
const LEAST_EXTRA = 0.5;

/** What two forms written with vowels are apart at least, told by their lengths and beginnings alone: far quicker than the distance. */
export function leastDistance(a: string, b: string): number {
  const byLength = Math.abs(a.length - b.length) * LEAST_EXTRA;
  return Math.max(byLength, firstStep(a, b, VOKALISIERT));
}

/** What the first step of any way costs at least: nothing further makes it cheaper. */
export function firstStep(a: string, b: string, kosten: Kosten): number {
  if (a[0] === b[0]) return 0;
  const least = Math.min(replaced(kosten, pricesOf(kosten), a, 0, b, 0), kosten.extra(a, 0), kosten.extra(b, 0));
  return a[0] === b[1] && a[1] === b[0] ? Math.min(SWAPPED, least) : least;
}

/** Codes of letters that are looked up; sound forms have no others. */
const LETTERS = 128;

/** What `replace` says of each pair of letters, once it was asked: a search compares thousands of forms, of the same few letters. */
const asked = new WeakMap<Kosten, Float64Array>();

function pricesOf(kosten: Kosten): Float64Array {
  const known = asked.get(kosten) ?? new Float64Array(2 * LETTERS * LETTERS).fill(Number.NaN);
  asked.set(kosten, known);
  return known;
}

/** What is replaced at (i, j) costs, out of the table where the letters are in it. */
function replaced(kosten: Kosten, table: Float64Array, a: string, i: number, b: string, j: number): number {
  const [left, right, first] = [a.charCodeAt(i), b.charCodeAt(j), i === 0 && j === 0];
  if (left >= LETTERS || right >= LETTERS) return kosten.replace(at(a, i), at(b, j), first);
  const place = ((first ? LETTERS : 0) + left) * LETTERS + right;
  const known = table[place] ?? Number.NaN;
  return Number.isNaN(known) ? (table[place] = kosten.replace(at(a, i), at(b, j), first)) : known;
}

/** Rows of the way, made once: whoever compares makes no garbage of thousands of small ones. Nothing waits between their first and last use. */
let rows = [0, 1, 2, 3].map(() => new Float64Array(64));

function rowsOf(size: number): Float64Array[] {
  if ((rows[0]?.length ?? 0) < size) rows = rows.map(() => new Float64Array(2 * size));
  return rows;
}

/** The cheapest way from one form to the other (Damerau-Levenshtein, neighbours may be swapped, weighted). */
export function letterDistance(a: string, b: string, kosten: Kosten): number {
  if (a === b) return 0;
  const table = pricesOf(kosten);
  let [before, above, row, gaps] = rowsOf(b.length + 1);
  if (before === undefined || above === undefined || row === undefined || gaps === undefined) return 0;
  above[0] = 0;
  for (let j = 0; j < b.length; j++) {
    const gap = kosten.extra(b, j);
    gaps[j] = gap;
    above[j + 1] = (above[j] ?? 0) + gap;
  }
  for (let i = 0; i < a.length; i++) {
    const gap = kosten.extra(a, i);
    const [letter, last] = [a.charCodeAt(i), i === 0 ? 0 : a.charCodeAt(i - 1)];
    let least = (above[0] ?? 0) + gap;
    row[0] = least;
    for (let j = 0; j < b.length; j++) {
      const other = b.charCodeAt(j);
      const step = (above[j] ?? 0) + (letter === other ? 0 : replaced(kosten, table, a, i, b, j));
      least = Math.min(step, (above[j + 1] ?? 0) + gap, least + (gaps[j] ?? 0));
      if (i > 0 && j > 0 && last === other && letter === b.charCodeAt(j - 1))
        least = Math.min(least, (before[j - 1] ?? 0) + SWAPPED);
      row[j + 1] = least;
    }
    [before, above, row] = [above, row, before];
  }
  return above[b.length] ?? 0;
}

/** What each of the first letters of a form costs where only this side has it. */
const extras = ({ extra }: Kosten, form: string, count: number): number[] =>
  Array.from({ length: count }, (_, i) => extra(form, i));

/** All cells of the way, row by row, made once like `rows`. */
let cells = new Float64Array(1024);

/**
 * The cheapest way from a form to any beginning of another that has `least` to `most` letters, as `letterDistance` has it for each of
 * them; Infinity where it has none. They differ in their last letter alone, which costs otherwise at an end: everything before it is
 * gone once for all of them.
 */
export function beginningDistance(a: string, b: string, least: number, most: number, kosten: Kosten): number {
  const wide = Math.min(most, b.length);
  if (least > wide) return Infinity;
  const table = pricesOf(kosten);
  const size = wide + 1;
  if (cells.length < (a.length + 1) * size) cells = new Float64Array(2 * (a.length + 1) * size);
  const cell = (i: number, j: number): number => cells[i * size + j] ?? 0;
  /** Letter `i` of the one against letter `j` of the other, or both with those before them in the other order. */
  const met = (i: number, j: number): number => {
    const step = cell(i, j) + (a[i] === b[j] ? 0 : replaced(kosten, table, a, i, b, j));
    const isSwap = i > 0 && j > 0 && a[i - 1] === b[j] && a[i] === b[j - 1];
    return isSwap ? Math.min(step, cell(i - 1, j - 1) + SWAPPED) : step;
  };
  const gaps = extras(kosten, a, a.length);
  const others = extras(kosten, b, wide);
  cells[0] = 0;
  for (const [j, gap] of others.entries()) cells[j + 1] = cell(0, j) + gap;
  for (const [i, gap] of gaps.entries()) {
    cells[(i + 1) * size] = cell(i, 0) + gap;
    for (const [j, other] of others.entries())
      cells[(i + 1) * size + j + 1] = Math.min(met(i, j), cell(i, j + 1) + gap, cell(i + 1, j) + other);
  }
  let best = Infinity;
  for (let n = least; n <= wide; n++) {
    const end = kosten.extra(b.slice(0, n), n - 1);
    let last = cell(0, n - 1) + end;
    for (const [i, gap] of gaps.entries()) last = Math.min(met(i, n - 1), last + gap, cell(i + 1, n - 1) + end);
    best = Math.min(best, last);
  }
  return best;
}
