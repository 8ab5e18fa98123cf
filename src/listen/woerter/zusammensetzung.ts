import { abstand, erlaubteFehler } from "./schluessel.ts";
import { readWortliste, wortsorten } from "./wortliste.ts";

const LISTE = readWortliste("wortteil", { als: ["wort"], codes: ["teil", "nebenbei", "eigen"], mehrdeutig: true });
/** What may follow the beginning of a compound: Wohnungs|suche. */
const TEILE = new Set(wortsorten(LISTE, "teil").wort);
/** Parts of a word with hyphens that do not say what it is about: Asyl-|Antrag. */
const NEBENBEI = new Set(wortsorten(LISTE, "nebenbei").wort);

/** Words of their own that look like a misspelt theme: “Person” is no “Perso”. */
const EIGEN = new Set(wortsorten(LISTE, "eigen").wort);

const JOINTS = ["", "s", "es", "n", "en", "er", "e", "o", "ung", "ungs", "ern"];
const ENDINGS =
  /^(?:e[nrsm]?|n|s|in|innen|ungs?|ungen|isch\w{0,2}|lich\w{0,2}|heit|keit|schaft|ig\w{0,2}|ier\w{0,4})?$/u;
/** A beginning as long as this is a compound itself and says enough: asylverf|ahren, kinderbetr|euung. */
const LONG = 7;

/** Whether a word that begins like this is certainly about it: what follows is an ending, or joint and known part;
 * `isSame`: a word of the same kind. */
export function isZusammensetzung(wort: string, anfang: string, isSame: (rest: string) => boolean): boolean {
  const rest = wort.slice(anfang.length);
  if (ENDINGS.test(rest) || anfang.length >= LONG) return true;
  if (anfang.length >= WHOLE && endsWithPart(wort, anfang)) return true;
  const after = JOINTS.filter((joint) => rest.startsWith(joint)).map((joint) => rest.slice(joint.length));
  return after.some((part) => isTeile(part) || isSame(part));
}

/** A beginning that is nearly a word: a few letters may lie between it and the next part, or belong to both. */
const WHOLE = 5;
const BETWEEN = 4;
const SHORTEST = 4;

function endsWithPart(wort: string, anfang: string): boolean {
  for (let at = SHORTEST; at <= anfang.length + BETWEEN && at < wort.length; at++) {
    if (TEILE.has(wort.slice(at))) return true;
  }
  return false;
}

/** One known part, or two of them. */
function isTeile(rest: string, left = 2): boolean {
  if (TEILE.has(rest)) return true;
  if (left === 1) return false;
  for (let at = 3; at < rest.length - 2; at++) {
    if (!TEILE.has(rest.slice(0, at))) continue;
    if (JOINTS.some((joint) => rest.startsWith(joint, at) && isTeile(rest.slice(at + joint.length), left - 1)))
      return true;
  }
  return false;
}

/** Whether a word that ends like this is certainly about it: what stands before is a known part too. */
export const isGrundwort = (wort: string, ende: string, isKnown: (part: string) => boolean): boolean => {
  const before = wort.slice(0, wort.length - ende.length);
  return before === "" || JOINTS.some((joint) => before.endsWith(joint) && isPart(before, joint, isKnown));
};

function isPart(before: string, joint: string, isKnown: (part: string) => boolean): boolean {
  const part = before.slice(0, before.length - joint.length);
  return TEILE.has(part) || isKnown(part);
}

/** Whether a word may follow another one in a compound without changing what it is about. */
export const isTeil = (key: string): boolean => TEILE.has(key);

/** Whether a word only says that there is paper, a day or help, not what about. */
export const isNebenbei = (key: string): boolean => NEBENBEI.has(key);

/** The words that say what it is about; all of them where none does. */
export function aussagekraeftig(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !NEBENBEI.has(word));
  return left.length === 0 ? words : left;
}

/** The part of a hyphenated word that says what it is about; undefined where there is none, or nothing besides. */
export function bedeutungsteil(key: string): string | undefined {
  const parts = key.split(" ");
  const left = parts.filter((part) => !NEBENBEI.has(part));
  return left.length === 0 || left.length === parts.length ? undefined : left.join(" ");
}

/** Whether a word is one of its own, however near it comes to another. */
export const isEigenesWort = (key: string): boolean => EIGEN.has(key) || TEILE.has(key);

/** A shorter end says too little. */
const SHORTEST_END = 5;

/**
 * How many letters may be wrong where both words end in the same known part: only what stands before tells them apart.
 * “Erstberatung” is no “Eheberatung”.
 */
export function fehlerDavor(key: string, form: string): number {
  const [words, others] = [key.split(" "), form.split(" ")];
  // “Anmeldung XY” is no “Anmeldung GS”: each word may be misspelt as much as it is long.
  const differs = (word: string, i: number) => {
    const other = others[i] ?? "";
    const limit = erlaubteFehler(Math.min(word.length, other.length));
    return abstand(word, other, limit) > limit;
  };
  if (words.length > 1 && words.length === others.length && words.some(differs)) return -1;
  for (let at = 1; at <= key.length - SHORTEST_END; at++) {
    const end = key.slice(at);
    if (form.endsWith(end) && TEILE.has(end)) return erlaubteFehler(Math.min(at, form.length - end.length));
  }
  return Infinity;
}
