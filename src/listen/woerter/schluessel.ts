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
  return latin
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to get from one word to the other;
 * `limit` + 1 as soon as it is more than `limit`.
 */
export function abstand(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** How many wrong letters a word of this length may have and still be recognised. */
export const erlaubteFehler = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : length < 13 ? 2 : 3);
