import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { birthIn } from "../../../platform/day.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { doubleScore, type Known, type Question, searchScore } from "../model/match.ts";
import { birthToken, isLoose, LEAST_LETTERS, nameParts, searchTokens } from "../model/namen.ts";
import type { NameScore } from "../model/namensvergleich.ts";
import { type PersonKurz, personsByIds } from "./personen.ts";
import { tokenHashes } from "../rows/search-tokens.ts";
import { compareNames } from "../../../platform/words.ts";

/** A person found; `grund` says in a few words why, `score` is at most 1. */
export type Treffer = PersonKurz & NameScore;

/** So many are opened and compared at once. */
const CANDIDATES = 50;

/** Whom a search found, the best first; `weiter` is where it goes on looking, where more share something with the question. */
export type Gefunden = { readonly treffer: readonly Treffer[]; readonly weiter: number | undefined };

/** What was typed into the search as a name and a birth, or why the date in it is none. */
export const readQuestion = (text: string): Question & { readonly problem: string | undefined } => {
  const { rest, day, year, problem } = birthIn(text, today());
  return { name: rest, geburtsdatum: day, geburtsjahr: year, problem };
};

/** The date in a search that is none, in a sentence; undefined where nothing is wrong. */
export const searchProblem = (text: string): string | undefined => readQuestion(text).problem;

const NOBODY =
  "Niemand in den Akten, die für Sie heute offen sind. Vielleicht hilft nur der Nachname oder das Geburtsdatum.";
const TOO_FEW = `Kein Name heißt so. Damit Anfänge gefunden werden, schreiben Sie mindestens ${LEAST_LETTERS} Buchstaben eines Namens.`;

/** What to say where a search found nobody: also that so few letters begin too many names. */
export function nobodyFound(text: string): string {
  const { name, geburtsdatum, geburtsjahr } = readQuestion(text);
  const parts = nameParts(name);
  const isShort = parts.length > 0 && parts.every(({ wort }) => [...wort].length < LEAST_LETTERS);
  return isShort && geburtsdatum === null && geburtsjahr === undefined ? TOO_FEW : NOBODY;
}

/**
 * One's own persons that a typed text may mean: name in any script or spelling, parts in any order, beginnings, a birth
 * date or its year. All of those that were compared, best first; nothing for a text without a name or date, or with a date that
 * is none (`searchProblem` says why). `ab`: how many were compared before.
 */
export async function findPersons(tx: Tx, actor: Actor, text: string, ab = 0): Promise<Gefunden> {
  const question = readQuestion(text);
  return question.problem === undefined ? compare(tx, actor, question, searchScore, ab) : NOTHING;
}

const NOTHING: Gefunden = { treffer: [], weiter: undefined };

/** One's own persons that may be the one about to be recorded. Best first. */
export async function findDoubles(tx: Tx, actor: Actor, entered: Known): Promise<readonly Treffer[]> {
  return (await compare(tx, actor, entered, doubleScore, 0)).treffer;
}

async function compare(
  tx: Tx,
  actor: Actor,
  question: Question,
  score: (question: Question) => (person: Known) => NameScore | undefined,
  ab: number,
): Promise<Gefunden> {
  const { tokens: named, begun } = searchTokens(question.name);
  const tokens = [...named, ...birthsOf(question).map(birthToken)];
  if (tokens.length === 0) return NOTHING;
  const hashes = await tokenHashes(tx, actor, tokens);
  const hashOf = new Map(tokens.map((token, i) => [token, hashes[i] ?? 0]));
  const wanted = {
    hashes,
    loose: hashes.filter((_, i) => isLoose(tokens[i] ?? "")),
    begun: begun.map((part) => part.flatMap((token) => hashOf.get(token) ?? [])),
  };
  const ids = (await candidates(tx, wanted, ab).execute()).map((row) => row.person_id);
  const persons = await personsByIds(tx, actor, ids.slice(0, CANDIDATES));
  const fit = score(question);
  const hits = persons.flatMap((person) => {
    const result = fit(person);
    return result === undefined ? [] : [{ ...person, ...result }];
  });
  return {
    treffer: hits.toSorted((a, b) => b.score - a.score || compareNames(a.name, b.name)),
    weiter: ids.length > CANDIDATES ? ab + CANDIDATES : undefined,
  };
}

/** The days that somebody may be born on. A year is all of its days: nothing more is kept about anybody to find it by. */
function birthsOf({ geburtsdatum, geburtsjahr }: Question): string[] {
  if (geburtsdatum !== null) return [geburtsdatum];
  if (geburtsjahr === undefined) return [];
  const days = Array.from({ length: 366 }, (_, i) => daysFrom(`${geburtsjahr}-01-01`, i));
  return days.filter((day) => day.startsWith(geburtsjahr));
}

/** So large a part of the letters must agree where nothing else does (of 9,300 worse ones 9 fitted, measured on invented names). */
const LEAST_SHARED = 0.4;

/** A part that begins as it was typed counts for more than all letters in common. */
const BEGUN = 10;

/** More parts than are typed of a name; so many that the statement stays the same. */
const PARTS = 4;

/** Hashes of the tokens of a question: all, those that mean little alone, and for each part those of names that begin so. */
export type Wanted = {
  readonly hashes: readonly number[];
  readonly loose: readonly number[];
  readonly begun: readonly (readonly number[])[];
};

/**
 * The persons that share most tokens, those first that begin as was typed or share more than letters. Equality on the index alone:
 * nothing else gets past row-level security fast. Who shares but a few letters is not worth opening.
 */
export function candidates(tx: Tx, { hashes, loose, begun }: Wanted, ab = 0) {
  const telling = sql<number>`count(*) filter (where token <> all(${[...loose]}))`;
  const parts = Array.from({ length: PARTS }, (_, i) => sql`bool_or(token = any(${[...(begun[i] ?? [])]}))::int`);
  const begins = sql<number>`(${sql.join(parts, sql` + `)})`;
  return tx
    .selectFrom("kim.person_token")
    .select("person_id")
    .where("token", "=", anyOf(hashes))
    .groupBy("person_id")
    .having((e) =>
      e.or([e(telling, ">", 0), e(begins, ">", 0), e(sql`count(*)`, ">=", Math.ceil(loose.length * LEAST_SHARED))]),
    )
    .orderBy(sql`count(*) + ${telling} + ${BEGUN}::int * ${begins}`, "desc")
    .orderBy("person_id")
    .limit(CANDIDATES + 1)
    .offset(ab);
}
