import { readFileSync } from "node:fs";

/** What somebody who wants to guess would try first besides the frequent ones: words about the person and the place. */
export type PasswortKontext = {
  readonly email: string;
  readonly name: string;
  /** Names of Kreis, Träger and the like. */
  readonly orte?: readonly string[];
};

/** OWASP ASVS 5.0, 6.2.1 and 6.2.9: length in characters counts, composition rules do not exist. */
export const MIN_LENGTH = 12;
const MAX_LENGTH = 256;

const ADVICE = "Nehmen Sie vier Wörter, die nicht zusammengehören, zum Beispiel aus einem Buch, das gerade da liegt.";
const TOO_SHORT = `Das Passwort ist zu kurz. Es braucht mindestens ${MIN_LENGTH} Zeichen. ${ADVICE}`;
const TOO_LONG = `Das Passwort ist zu lang. Nehmen Sie höchstens ${MAX_LENGTH} Zeichen.`;
const FREQUENT = `Dieses Passwort ist leicht zu erraten: Es besteht fast nur aus häufigen Wörtern, Jahreszahlen oder Tastenfolgen. ${ADVICE}`;
const PERSONAL = `Dieses Passwort ist leicht zu erraten: Es besteht fast nur aus Ihrem Namen, Ihrer E-Mail-Adresse oder dem Namen des Kreises. ${ADVICE}`;

// Read once at start; the list belongs to the code and is the same for everybody.
const LIST = new URL("../../../../db/codelisten/haeufige-passwoerter.txt", import.meta.url);
const FREQUENT_WORDS = readFileSync(LIST, "utf8").trim().split("\n");

const LEET: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
  "!": "i",
  "€": "e",
};
const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const translate = (text: string, table: Readonly<Record<string, string>>) =>
  Array.from(text, (letter) => table[letter] ?? letter).join("");

const plain = (text: string) => translate(text.normalize("NFKC").toLowerCase(), UMLAUTS);

/** Rows and walks of the keyboard, alphabet and digits, in both directions. */
const LINES = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertzuiopue",
  "qwertyuiop",
  "asdfghjkloeae",
  "yxcvbnm",
  "zxcvbnm",
  "1q2w3e4r5t6z7u8i9o0p",
  "1qay2wsx3edc4rfv5tgb6zhn7ujm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
].flatMap((line) => [line, [...line].toReversed().join("")]);
const RUN = 4;

/** Takes out keys that lie in a row (four or more): `1234`, `qwer`, `fdsa`. What was taken leaves a gap. */
function withoutRuns(text: string): { readonly rest: string; readonly runs: number } {
  let rest = "";
  let runs = 0;
  for (let at = 0; at < text.length;) {
    let length = RUN;
    while (at + length <= text.length && LINES.some((line) => line.includes(text.slice(at, at + length)))) length++;
    const found = length > RUN;
    rest += found ? "\n" : (text[at] ?? "");
    runs += found ? 1 : 0;
    at += found ? length - 1 : 1;
  }
  return { rest, runs };
}

const escape = (word: string) => word.replaceAll(/[^\p{L}\d]/gu, String.raw`\$&`);
const anyOf = (words: readonly string[]) =>
  new RegExp(
    words
      .toSorted((a, b) => b.length - a.length)
      .map(escape)
      .join("|"),
    "gu",
  );
const FREQUENT_WORD = anyOf(FREQUENT_WORDS);
/** Years and dates (24122024), not the inside of a long number. */
const YEAR = /(?<!\d)(?:(?:[0-3]\d[01]\d)?(?:19|20)\d\d)+(?!\d)/g;

/** A word that everybody tries is worth two letters, so that four of them in a row still make a password. */
const WORD_WORTH = 2;
const YEAR_WORTH = 0.5;
const DIGIT_WORTH = 0.5;
/** Below it stays less than a person would have to guess for long: one word and a year, two words, a name and a sign. */
const ENOUGH = 6;

/** What is left to guess of a password, in letters; words of `known` are worth nothing. */
function worth(text: string, known: readonly string[]): number {
  const own = known.length === 0 ? text : text.replaceAll(anyOf(known), "\n");
  const { rest: noRuns, runs } = withoutRuns(own.replaceAll(/(.)\1{2,}/gu, "$1"));
  const words = new Set(noRuns.match(FREQUENT_WORD));
  const noWords = noRuns.replaceAll(FREQUENT_WORD, "\n");
  const years = noWords.match(YEAR)?.length ?? 0;
  const rest = noWords.replaceAll(YEAR, "\n");
  const letters = rest.match(/[\p{L}\p{So}]/gu)?.length ?? 0;
  const digits = rest.match(/\p{N}/gu)?.length ?? 0;
  return words.size * WORD_WORTH + runs + years * YEAR_WORTH + digits * DIGIT_WORTH + letters;
}

/** A text that only repeats itself is as good as one round of it. */
const oneRound = (text: string): string => /^(?<unit>.+?)\k<unit>+$/su.exec(text)?.groups?.["unit"] ?? text;

/** The weakest reading counts: as typed, and with signs that stand for letters (p4ssw0rt) read as those. */
function isGuessable(password: string, known: readonly string[]): boolean {
  const text = oneRound(plain(password));
  const letters = oneRound(plain(translate(password.toLowerCase(), LEET)));
  return Math.min(worth(text, known), worth(letters, known)) < ENOUGH;
}

const LEAST_KNOWN = 3;
const knownWords = (context: PasswortKontext): string[] =>
  [context.email, context.name, ...(context.orte ?? [])]
    .flatMap((text) => [...plain(text).split(/[^\p{L}\p{N}]+/u), plain(text).replaceAll(/[^\p{L}\p{N}]/gu, "")])
    .concat("kim")
    .filter((word) => word.length >= LEAST_KNOWN);

/**
 * Whether a new password is too weak, as a sentence that says what to do; null when it may be used. Only length and
 * guessability count (NIST SP 800-63B 5.1.1.2, ASVS 6.2): no rules about capitals, digits or signs, all of Unicode.
 */
export function passwordProblem(password: string, context: PasswortKontext): string | null {
  const length = [...password].length;
  if (length < MIN_LENGTH) return TOO_SHORT;
  if (length > MAX_LENGTH) return TOO_LONG;
  if (isGuessable(password, [])) return FREQUENT;
  return isGuessable(password, knownWords(context)) ? PERSONAL : null;
}
