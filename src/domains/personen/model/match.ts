import { type KnownWords, nameParts, type NamePart } from "./namen.ts";
import { GLEICHER_NAME, type NameScore, partsScore } from "./namensvergleich.ts";

/** What is compared: a full name in any script and an ISO birth date, if known. */
export type Known = { readonly name: string; readonly geburtsdatum: string | null };

/** What somebody searches for: perhaps only the year of the birth. */
export type Question = Known & { readonly geburtsjahr?: string | undefined };

/** From here on somebody who searches may mean this person: one part of the name is enough, or a slip in each. */
const FOUND = 0.5;
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

const BEGINS: NameScore = { score: 0.7, grund: "beginnt so" };
const LEAST_LETTERS = 3;

function nameHit(typed: readonly NamePart[], parts: readonly NamePart[]): NameScore | undefined {
  const whole = partsScore(typed, parts);
  const best = whole.score < BEGINS.score && allBegin(typed, parts) ? BEGINS : whole;
  return best.score >= FOUND ? best : undefined;
}

/** Whoever searches often types only the first letters of one or two parts. */
const allBegin = (typed: readonly NamePart[], parts: readonly NamePart[]): boolean =>
  typed.length > 0 &&
  typed.every(({ text }) => text.length >= LEAST_LETTERS && parts.some((part) => part.text.startsWith(text)));

/**
 * Whether a person to be recorded may be one who is there already. Stricter than searching: it interrupts the work. Birth
 * dates that contradict one another clearly speak against it, however alike the names.
 */
export function doubleScore(entered: Known): Fit {
  const known: KnownWords = new Map();
  const typed = nameParts(entered.name, known);
  return (person) => {
    const name = partsScore(typed, nameParts(person.name, known));
    if (name.score < FOUND) return undefined;
    const birth = compareBirths(entered.geburtsdatum, person.geburtsdatum);
    if (birth === "gleich") return { score: 1, grund: `gleiches Geburtsdatum, Name ${name.grund}` };
    if (name.score < GLEICHER_NAME || birth === "anders") return undefined;
    return birth === "fast" ? { score: name.score, grund: `${name.grund}, ähnliches Geburtsdatum` } : name;
  };
}

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
