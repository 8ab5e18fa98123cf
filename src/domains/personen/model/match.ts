import { kontaktGrund } from "./kontakt.ts";
import type { Namensform } from "./person.ts";
import { beginnings, type KnownWords, nameParts, type NamePart } from "./namen.ts";
import { beginsAlike, compareParts, ENTFERNT, GLEICHER_NAME, type NameScore, partsScore } from "./namensvergleich.ts";

/** What is compared: a full name in any script and an ISO birth date, if known. */
export type Known = {
  readonly name: string;
  readonly geburtsdatum: string | null;
  /** Where only the year is known. */
  readonly geburtsjahr?: string | null;
  /** Whether day or year are no more than a guess. */
  readonly geburtGeschaetzt?: boolean;
  /** Numbers and addresses as they are compared. */
  readonly kontakte?: readonly string[];
};

/** What somebody searches for: perhaps only the year of the birth, or a number. */
export type Question = Pick<Known, "name" | "geburtsdatum"> & {
  readonly geburtsjahr?: string | undefined;
  readonly kontakt?: string | undefined;
};

const ONLY_BIRTH = 0.5;
const ONLY_CONTACT = 0.9;
const OTHER_BIRTH = 0.1;

/** How well a person fits, and why; undefined for one who does not. The best score is 1. */
type Fit = (person: Known) => NameScore | undefined;

/**
 * Whether somebody who typed `question` may mean a person. Takes the question, and each word of a name, apart only once: `words` are those
 * that are known already. What was typed is not among them, so that what was compared with it goes with it.
 */
export function searchScore(question: Question, words: KnownWords = new Map()): Fit {
  const typed = nameParts(question.name);
  const asked = question.geburtsdatum ?? question.geburtsjahr;
  const { kontakt } = question;
  return (person) => {
    const known = byNameAndBirth(person);
    if (kontakt === undefined || person.kontakte?.includes(kontakt) !== true) return known;
    const grund = kontaktGrund(kontakt);
    if (known === undefined) return { score: ONLY_CONTACT, grund };
    return { score: Math.max(ONLY_CONTACT, (1 + known.score) / 2), grund: `${grund}, ${known.grund}` };
  };

  function byNameAndBirth(person: Known): NameScore | undefined {
    const name = nameHit(typed, nameParts(person.name, words));
    // Births are sealed: nobody's is opened where none was asked for.
    if (asked === undefined) return name;
    const { geburtsdatum: day, geburtsjahr = null } = person;
    const year = day === null ? geburtsjahr : null;
    const what = question.geburtsdatum === null || year !== null ? "Geburtsjahr" : "Geburtsdatum";
    const born = day ?? year;
    const sameBirth = (year === null ? born?.startsWith(asked) : asked.startsWith(year)) === true;
    if (name === undefined) return sameBirth ? { score: ONLY_BIRTH, grund: `gleiches ${what}` } : undefined;
    if (sameBirth) return { score: (1 + name.score) / 2, grund: `gleiches ${what}, ${name.grund}` };
    if (born === null) return name;
    return { score: name.score - OTHER_BIRTH, grund: `${name.grund}, anderes ${what}` };
  }
}

/** A sound that was not finished is a little less than one that was. */
const UNFINISHED = 0.98;
/** All parts that were typed are the beginnings of parts of the name, letter for letter. */
const BEGINS = 0.7;

function nameHit(typed: readonly NamePart[], parts: readonly NamePart[]): NameScore | undefined {
  const whole = partsScore(typed, parts);
  const begins = whole.score < BEGINS ? allBegin(typed, parts) : 0;
  const best = whole.score < begins ? { score: begins, grund: "beginnt so" } : whole;
  return best.score >= ENTFERNT ? best : undefined;
}

/** Whoever searches often types only the first letters of one or two parts, in whatever transcription. 0 where one does not fit. */
function allBegin(typed: readonly NamePart[], parts: readonly NamePart[]): number {
  if (typed.length === 0) return 0;
  let sum = 0;
  for (const part of typed) {
    const fit = beginsAny(part, parts);
    // One that does not fit decides: the others need not be looked at.
    if (fit === 0) return 0;
    sum += fit;
  }
  return (BEGINS * sum) / typed.length;
}

/** How well a part begins any of some others: 1 is all that there is. */
function beginsAny(part: NamePart, others: readonly NamePart[]): number {
  if (others.some((other) => compareParts(part, other).score >= GLEICHER_NAME)) return 1;
  let best = 0;
  for (const [i, begun] of beginnings(part).entries())
    for (const other of others) best = Math.max(best, beginsAlike(begun, other) * (i === 0 ? 1 : UNFINISHED));
  return best;
}

/**
 * Whether a person to be recorded may be one who is there already. Stricter than searching: it interrupts the work. Births that
 * contradict one another clearly speak against it, however alike the names, unless number or address are the same. Of a family that
 * shares a number the names and births tell them apart.
 */
export function doubleScore(entered: Known): Fit {
  const known: KnownWords = new Map();
  const typed = nameParts(entered.name, known);
  return (person) => {
    const parts = nameParts(person.name, known);
    const name = partsScore(typed, parts);
    const birth = compareBirths(entered, person);
    const shared = entered.kontakte?.find((one) => person.kontakte?.includes(one) === true);
    // Who married has one part of her name left, and her number.
    const married = shared !== undefined && birth !== "unbekannt" && birth !== "anders" && isAnyPart(typed, parts);
    if (name.score < ENTFERNT && !married) return undefined;
    const also = shared === undefined ? "" : `${kontaktGrund(shared)}, `;
    if (birth === "gleich") return { score: 1, grund: `${also}gleiches Geburtsdatum, Name: ${name.grund}` };
    const sameName = name.score >= GLEICHER_NAME || isOnePart(typed, parts);
    if (birth === "anders" && !(shared !== undefined && name.score >= GLEICHER_NAME)) return undefined;
    if (!sameName && shared === undefined) return undefined;
    const grund = [`${also}${name.grund}`, BIRTH[birth]].filter((part) => part !== "").join(", ");
    return { score: shared === undefined ? name.score : (1 + name.score) / 2, grund };
  };
}

/** Everything that somebody may be recognised by. */
export type Erkennbar = Omit<Known, "name"> & { readonly namen: readonly Namensform[] };

/** The same over all names that two are known by: former ones, how they are called, in their own script. Says by which. */
export function doubleOf(one: Erkennbar): (other: Erkennbar) => NameScore | undefined {
  const fits = one.namen.map(({ name, art }) => ({ art, fit: doubleScore({ ...one, name }) }));
  return (other) => {
    const found = fits.flatMap(({ art, fit }) =>
      other.namen.flatMap((form) => {
        const score = fit({ ...other, name: form.name });
        const by = form.art ?? art;
        return score === undefined ? [] : [by === undefined ? score : { ...score, grund: `${by}: ${score.grund}` }];
      }),
    );
    return found.reduce<NameScore | undefined>(
      (best, next) => (best && best.score >= next.score ? best : next),
      undefined,
    );
  };
}

const BIRTH = {
  fast: "ähnliches Geburtsdatum",
  jahr: "gleiches Geburtsjahr",
  ungefaehr: "ähnliches Geburtsjahr",
  anders: "andere Geburt",
  unbekannt: "",
} as const;

/** Where only one part of a name is known, it is all that can tell: a child by its first name, a pseudonym, a family. */
const isOnePart = (a: readonly NamePart[], b: readonly NamePart[]): boolean =>
  Math.min(a.length, b.length) === 1 && a.length !== b.length && isAnyPart(a, b);

/** Whether any part of one name is a part of the other. */
const isAnyPart = (a: readonly NamePart[], b: readonly NamePart[]): boolean =>
  a.some((left) => b.some((right) => compareParts(left, right).score >= GLEICHER_NAME));

/** So many years may lie between a guess and the truth, or another guess. */
const GUESSED = 2;

/** Of which one side knows only the year, or guessed, the years are compared. */
function compareBirths(one: Known, other: Known): "gleich" | keyof typeof BIRTH {
  const [a, b] = [one.geburtsdatum, other.geburtsdatum];
  const guessed = one.geburtGeschaetzt === true || other.geburtGeschaetzt === true;
  if (a !== null && b !== null && (a === b || !guessed)) return compareDays(a, b);
  const [yearA, yearB] = [a?.slice(0, 4) ?? one.geburtsjahr, b?.slice(0, 4) ?? other.geburtsjahr];
  if (yearA === undefined || yearA === null || yearB === undefined || yearB === null) return "unbekannt";
  if (yearA === yearB) return "jahr";
  return guessed && Math.abs(Number(yearA) - Number(yearB)) <= GUESSED ? "ungefaehr" : "anders";
}

/** "fast": a slip of the pen, day and month swapped, or the 1 January that papers carry where the day is not known. */
function compareDays(a: string, b: string): "gleich" | "fast" | "anders" {
  if (a === b) return "gleich";
  const [yearA, monthA, dayA] = a.split("-");
  const [yearB, monthB, dayB] = b.split("-");
  if (yearA !== yearB) return monthA === monthB && dayA === dayB ? "fast" : "anders";
  const swapped = monthA === dayB && dayA === monthB;
  const unknownDay = a.endsWith("-01-01") || b.endsWith("-01-01");
  return swapped || unknownDay || monthA === monthB || dayA === dayB ? "fast" : "anders";
}
