import anyAscii from "any-ascii";

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  Ä: "ae",
  Ö: "oe",
  Ü: "ue",
  ẞ: "ss",
};

/**
 * A word as it is compared and remembered: Latin small letters and digits, umlauts written out, everything else one space.
 * “Türkei ”, “TUERKEI” and “türkei.” have the same key.
 */
export function schluessel(wort: string): string {
  const latin = /^[\u0020-\u007E]*$/.test(wort)
    ? wort
    : anyAscii(wort.normalize("NFC").replaceAll(/[äöüßÄÖÜẞ]/gu, (letter) => UMLAUTS[letter] ?? letter));
  const small = latin.toLowerCase();
  return IS_KEY.test(small) ? small : small.replaceAll(/[^a-z0-9]+/gu, " ").trim();
}

/** Most words are keys once they are small: nothing of them is replaced. */
const IS_KEY = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Rows of the comparison, made once: a strange list asks for it millions of times. Nothing waits between their first and last use. */
let rows = [0, 1, 2].map(() => new Int32Array(64));

/** More than any limit. */
const FAR = 1_000_000;

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to get from one word to the other;
 * `limit` + 1 as soon as it is more than `limit`. Looks only at places that are no further apart than that.
 */
export function abstand(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if ((rows[0]?.length ?? 0) < b.length + 2) rows = rows.map(() => new Int32Array(2 * b.length + 2));
  let [beforeLast, last, row] = rows;
  if (beforeLast === undefined || last === undefined || row === undefined) return limit + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    const [letter, before] = [a.charCodeAt(i - 1), i === 1 ? Number.NaN : a.charCodeAt(i - 2)];
    let [left, least] = from === 1 ? [i, i] : [FAR, FAR];
    row[from - 1] = left;
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      left = Math.min((last[j] ?? FAR) + 1, left + 1, (last[j - 1] ?? FAR) + (letter === other ? 0 : 1));
      if (j > 1 && before === other && letter === b.charCodeAt(j - 2))
        left = Math.min(left, (beforeLast[j - 2] ?? FAR) + 1);
      row[j] = left;
      if (left < least) least = left;
    }
    if (least > limit) return limit + 1;
    row[to + 1] = FAR;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? FAR, limit + 1);
}

/** Which letters a key has, a bit for each: words that differ in many of them are far apart, without comparing them. */
export function buchstaben(key: string): number {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
}

/** At least so many letters must be changed between two words with these letters; one change concerns two of them. */
export function mindestens(a: number, b: number): number {
  let odd = a ^ b;
  let n = 0;
  while (odd !== 0) {
    odd &= odd - 1;
    n += 1;
  }
  return (n + 1) >> 1;
}

/** How many wrong letters a word of this length may have and still be recognised. */
export const erlaubteFehler = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : length < 13 ? 2 : 3);
