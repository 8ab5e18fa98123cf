import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

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

/** As many tries, as a power of ten, a password has to stand: what zxcvbn calls its best grade (decision 0019). */
const ENOUGH = 10;
/** What is estimated of a long password, and how many signs for letters: with more, one check would keep all others waiting. */
const LIMITS = { maxLength: 32, l33tMaxSubstitutions: 12 } as const;

let loading: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries take up to half a second and 40 MB: only a process that sets a password loads them, once. */
const estimator = (): Promise<ZxcvbnFactory> => (loading ??= loadEstimator());

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common, german] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-de"),
  ]);
  const dictionary = { ...common.dictionary, ...german.dictionary };
  return new core.ZxcvbnFactory({ ...LIMITS, dictionary, graphs: common.adjacencyGraphs });
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** Signs between words, and years: whoever guesses puts them in last, so each kind is worth one digit, however often. */
const FILLING = /[\p{P}\p{Z}]|(?<!\d)(?:19|20)\d\d(?!\d)/gu;

/** The weakest reading counts: as typed, and what stays without the filling. */
function isGuessable(zxcvbn: ZxcvbnFactory, text: string, known: string[]): boolean {
  const kinds = new Set(text.match(FILLING)).size;
  const asTyped = zxcvbn.check(text, known).guessesLog10;
  return Math.min(asTyped, kinds + zxcvbn.check(text.replaceAll(FILLING, ""), known).guessesLog10) < ENOUGH;
}

const LEAST_KNOWN = 3;
const knownWords = (context: PasswortKontext): string[] =>
  [context.email, context.name, ...(context.orte ?? [])]
    .flatMap((text) => [...plain(text).split(/[^\p{L}\p{N}]+/u), plain(text).replaceAll(/[^\p{L}\p{N}]/gu, "")])
    .concat("kim", "landesdatenbank")
    .filter((word) => word.length >= LEAST_KNOWN);

/**
 * Whether a new password is too weak, as a sentence that says what to do. Only length and guessability count
 * (NIST SP 800-63B 5.1.1.2, ASVS 6.2): no rules about capitals, digits or signs, all of Unicode.
 */
export async function passwordProblem(password: string, context: PasswortKontext): Promise<string | undefined> {
  const length = [...password].length;
  if (length < MIN_LENGTH) return TOO_SHORT;
  if (length > MAX_LENGTH) return TOO_LONG;
  const zxcvbn = await estimator();
  const text = password.normalize("NFKC");
  if (isGuessable(zxcvbn, text, [])) return FREQUENT;
  return isGuessable(zxcvbn, text, knownWords(context)) ? PERSONAL : undefined;
}
