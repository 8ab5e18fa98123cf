import { beginnings, type KnownWords, nameParts, type NamePart } from "./namen.ts";
import { beginsAlike, compareParts, ENTFERNT, GLEICHER_NAME, type NameScore, partsScore } from "./namensvergleich.ts";

/** What is compared: a full name in any script and an ISO birth date, if known. */
export type Known = { readonly name: string; readonly geburtsdatum: string | null };

/** What somebody searches for: perhaps only the year of the birth. */
export type Question = Known & { readonly geburtsjahr?: string | undefined };

const ONLY_BIRTH = 0.5;
const OTHER_BIRTH = 0.1;

/** How well a person fits, and why; undefined for one who does not. The best score is 1. */
type Fit = (person: Known) => NameScore | undefined;

/** Whether somebody who typed `question` may mean a person. Takes the question, and each word of a name, apart only once. */
export function searchScore(question: Question): Fit {
  const known: KnownWords = new Map();
  const typed = nameParts(question.name, known);
  const asked = question.geburtsdatum ?? question.geburtsjahr;
  const what = question.geburtsdatum === null ? "Geburtsjahr" : "Geburtsdatum";
  return (person) => {
    const sameBirth = asked !== undefined && person.geburtsdatum?.startsWith(asked) === true;
    const name = nameHit(typed, nameParts(person.name, known));
    if (name === undefined) return sameBirth ? { score: ONLY_BIRTH, grund: `gleiches ${what}` } : undefined;
    if (sameBirth) return { score: (1 + name.score) / 2, grund: `gleiches ${what}, ${name.grund}` };
    if (asked === undefined || person.geburtsdatum === null) return name;
    return { score: name.score - OTHER_BIRTH, grund: `${name.grund}, anderes ${what}` };
  };
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
  const fits = typed.map((part) => {
    const begun = beginnings(part);
    const ways = (other: NamePart) => [
      compareParts(part, other).score >= GLEICHER_NAME ? 1 : 0,
      ...begun.map((b, i) => beginsAlike(b, other) * (i === 0 ? 1 : UNFINISHED)),
    ];
    return Math.max(0, ...parts.flatMap(ways));
  });
  return Math.min(...fits) === 0 ? 0 : (BEGINS * fits.reduce((sum, fit) => sum + fit, 0)) / fits.length;
}

/**
 * Whether a person to be recorded may be one who is there already. Stricter than searching: it interrupts the work. Birth
 * dates that contradict one another clearly speak against it, however alike the names.
 */
export function doubleScore(entered: Known): Fit {
  const known: KnownWords = new Map();
  const typed = nameParts(entered.name, known);
  return (person) => {
    const parts = nameParts(person.name, known);
    const name = partsScore(typed, parts);
    if (name.score < ENTFERNT) return undefined;
    const birth = compareBirths(entered.geburtsdatum, person.geburtsdatum);
    if (birth === "gleich") return { score: 1, grund: `gleiches Geburtsdatum, Name ${name.grund}` };
    if (!(name.score >= GLEICHER_NAME || isOnePart(typed, parts)) || birth === "anders") return undefined;
    return birth === "fast" ? { score: name.score, grund: `${name.grund}, ähnliches Geburtsdatum` } : name;
  };
}

/** Where only one part of a name is known, it is all that can tell: a child by its first name, a pseudonym, a family. */
const isOnePart = (a: readonly NamePart[], b: readonly NamePart[]): boolean =>
  Math.min(a.length, b.length) === 1 &&
  a.length !== b.length &&
  a.some((left) => b.some((right) => compareParts(left, right).score >= GLEICHER_NAME));

/** "fast": a slip of the pen, day and month swapped, or the 1 January that papers carry where the day is not known. */
function compareBirths(a: string | null, b: string | null): "gleich" | "fast" | "anders" | "unbekannt" {
  if (a === null || b === null) return "unbekannt";
  if (a === b) return "gleich";
  const [yearA, monthA, dayA] = a.split("-");
  const [yearB, monthB, dayB] = b.split("-");
  if (yearA !== yearB) return monthA === monthB && dayA === dayB ? "fast" : "anders";
  const swapped = monthA === dayB && dayA === monthB;
  const unknownDay = a.endsWith("-01-01") || b.endsWith("-01-01");
  return swapped || unknownDay || monthA === monthB || dayA === dayB ? "fast" : "anders";
}
