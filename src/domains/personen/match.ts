import { nameParts } from "./namen.ts";
import { GLEICHER_NAME, nameScore, type NameScore } from "./namensvergleich.ts";

/** What is compared: a full name in any script and an ISO birth date, if known. */
export type Known = { readonly name: string; readonly geburtsdatum: string | null };

/** From here on somebody who searches may mean this person: one part of the name is enough. */
const FOUND = 0.6;
const ONLY_BIRTH = 0.5;
const OTHER_BIRTH = 0.1;
const SAME_BIRTH: NameScore = { score: ONLY_BIRTH, grund: "gleiches Geburtsdatum" };

/** Whether somebody who typed `question` may mean this person, and why; undefined when not. The best score is 1. */
export function searchScore(question: Known, person: Known): NameScore | undefined {
  const sameBirth = question.geburtsdatum !== null && question.geburtsdatum === person.geburtsdatum;
  const name = nameHit(question.name, person.name);
  if (name === undefined) return sameBirth ? SAME_BIRTH : undefined;
  if (sameBirth) return { score: (1 + name.score) / 2, grund: `gleiches Geburtsdatum, ${name.grund}` };
  if (question.geburtsdatum === null || person.geburtsdatum === null) return name;
  return { score: name.score - OTHER_BIRTH, grund: `${name.grund}, anderes Geburtsdatum` };
}

const BEGINS: NameScore = { score: 0.7, grund: "beginnt so" };
const LEAST_LETTERS = 3;

function nameHit(question: string, name: string): NameScore | undefined {
  const whole = nameScore(question, name);
  const best = whole.score < BEGINS.score && allBegin(question, name) ? BEGINS : whole;
  return best.score >= FOUND ? best : undefined;
}

/** Whoever searches often types only the first letters of one or two parts. */
function allBegin(question: string, name: string): boolean {
  const parts = nameParts(name).map((part) => part.text);
  const typed = nameParts(question).map((part) => part.text);
  return (
    typed.length > 0 &&
    typed.every((start) => start.length >= LEAST_LETTERS && parts.some((part) => part.startsWith(start)))
  );
}

/**
 * Whether a person to be recorded may be one who is there already, and why. Stricter than searching: it interrupts the
 * work. Birth dates that contradict one another clearly speak against it, however alike the names.
 */
export function doubleScore(entered: Known, person: Known): NameScore | undefined {
  const name = nameScore(entered.name, person.name);
  const birth = compareBirths(entered.geburtsdatum, person.geburtsdatum);
  if (birth === "gleich") {
    return name.score >= FOUND ? { score: 1, grund: `gleiches Geburtsdatum, Name ${name.grund}` } : undefined;
  }
  if (name.score < GLEICHER_NAME || birth === "anders") return undefined;
  return birth === "fast" ? { score: name.score, grund: `${name.grund}, ähnliches Geburtsdatum` } : name;
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
