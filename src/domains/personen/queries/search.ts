import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { birthIn } from "../../../platform/day.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { doubleScore, type Known, type Question, searchScore } from "../model/match.ts";
import { LEAST_LETTERS, nameParts } from "../model/namen.ts";
import { kontaktToken } from "../model/suchworte.ts";
import { kontaktIn } from "../model/kontakt.ts";
import type { NameScore } from "../model/namensvergleich.ts";
import { CANDIDATES, type Kandidat, similarIds } from "./candidates.ts";
import { knownWords } from "./known-words.ts";
import { type PersonKurz, withShown } from "./personen.ts";
import { tokenHashes } from "../rows/search-tokens.ts";
import { compareNames } from "../../../platform/words.ts";

/** A person found; `grund` says in a few words why, `score` is at most 1. */
export type Treffer = PersonKurz & NameScore;

/** Whom a search found, the best first; `weiter` is where it goes on looking, where more share something with the question. */
export type Gefunden = { readonly treffer: readonly Treffer[]; readonly weiter: number | undefined };

/** Letters of a question: more than a full name, a birth and a number have. Comparing costs with the square of it. */
const MOST = 300;
const TOO_LONG = `So viel Text ist kein Name. Suchen Sie mit höchstens ${MOST} Zeichen.`;

/** What was typed into the search as a name, a birth and a number or address, or why the date in it is none. */
export const readQuestion = (text: string): Question & { readonly problem: string | undefined } => {
  if (text.length > MOST)
    return { name: "", geburtsdatum: null, geburtsjahr: undefined, kontakt: undefined, problem: TOO_LONG };
  const { kontakt, rest: other } = kontaktIn(text);
  const { rest, day, year, problem } = birthIn(other, today());
  return { name: rest, geburtsdatum: day, geburtsjahr: year, kontakt, problem };
};

/** What is wrong with a search, in a sentence: a date that is none, far too much text; undefined where nothing is. */
export const searchProblem = (text: string): string | undefined => readQuestion(text).problem;

const NOBODY =
  "Niemand in den Akten, die für Sie heute offen sind. Vielleicht hilft nur der Nachname oder das Geburtsdatum.";
const TOO_FEW = `Kein Name heißt so. Damit Anfänge gefunden werden, schreiben Sie mindestens ${LEAST_LETTERS} Buchstaben eines Namens.`;

/** What to say where a search found nobody: also that so few letters begin too many names. */
export function nobodyFound(text: string): string {
  const { name, geburtsdatum, geburtsjahr, kontakt } = readQuestion(text);
  const parts = nameParts(name);
  const isShort = parts.length > 0 && parts.every(({ wort }) => [...wort].length < LEAST_LETTERS);
  return isShort && geburtsdatum === null && geburtsjahr === undefined && kontakt === undefined ? TOO_FEW : NOBODY;
}

/**
 * One's own persons that a typed text may mean: name in any script or spelling, parts in any order, beginnings, a birth
 * date or its year, a telephone number or e-mail address. All of those that were compared, best first; nothing for a text without a name or date, or with
 * something wrong (`searchProblem` says what). Nobody is opened who shares far less with a name than others do, unless none of those fits or one
 * goes on looking. `ab`: how many were compared before.
 */
export async function findPersons(tx: Tx, actor: Actor, text: string, ab = 0): Promise<Gefunden> {
  const question = readQuestion(text);
  return question.problem === undefined
    ? compare(tx, actor, question, (asked) => searchScore(asked, knownWords()), { ab, nearFirst: isName(question) })
    : NOTHING;
}

/** Births and numbers tell apart by themselves: whoever shares only those is far from a whole name, and yet meant. */
const isName = ({ geburtsdatum, geburtsjahr, kontakt }: Question): boolean =>
  geburtsdatum === null && geburtsjahr === undefined && kontakt === undefined;

const NOTHING: Gefunden = { treffer: [], weiter: undefined };

/** What the quick form says of whoever is about to be recorded. */
type Entered = Question & { readonly kontakt?: string | undefined };

/** One's own persons that may be the one about to be recorded. Best first. */
export async function findDoubles(tx: Tx, actor: Actor, entered: Entered): Promise<readonly Treffer[]> {
  const { kontakt } = entered;
  const known = {
    name: entered.name,
    geburtsdatum: entered.geburtsdatum,
    kontakte: kontakt === undefined ? [] : [kontakt],
  };
  return (await compare(tx, actor, entered, () => doubleScore(known), { ab: 0, nearFirst: false })).treffer;
}

async function compare(
  tx: Tx,
  actor: Actor,
  question: Question,
  score: (question: Question) => (person: Known) => NameScore | undefined,
  { ab, nearFirst }: { readonly ab: number; readonly nearFirst: boolean },
): Promise<Gefunden> {
  // A form that was refused shows again whatever was typed.
  if (question.name.length > MOST) return NOTHING;
  const found = await similarIds(tx, actor, question, ab);
  const fit = score(question);
  const reached = await reachedBy(tx, actor, question.kontakt);
  const fitting = async (those: readonly Kandidat[]): Promise<Treffer[]> => {
    const persons = await withShown(
      tx,
      actor,
      those.map(({ id }) => id),
    );
    return persons.flatMap(({ own, shown }) => {
      const kontakte = question.kontakt !== undefined && reached.has(own.id) ? [question.kontakt] : [];
      const result = bestOf(fit, own, kontakte);
      return result === undefined ? [] : [{ ...shown, id: shown.gezeigt, ...result }];
    });
  };
  const page = found.slice(0, CANDIDATES);
  const near = nearFirst && ab === 0 ? page.filter(({ nah }) => nah) : page;
  const nearest = await fitting(near);
  const all = nearest.length === 0 && near.length < page.length;
  const hits = all ? await fitting(page.slice(near.length)) : nearest;
  const compared = all ? page.length : near.length;
  const best = hits.toSorted((a, b) => b.score - a.score || compareNames(a.name, b.name));
  return {
    // Whoever was written down twice is found by either name, and shown once.
    treffer: best.filter((hit, i) => best.findIndex(({ id }) => id === hit.id) === i),
    weiter: found.length > compared ? ab + compared : undefined,
  };
}

/** How well the best of a person's names fits; where it is not the usual one, the reason says which. */
function bestOf(
  fit: ReturnType<typeof searchScore>,
  person: PersonKurz,
  kontakte: readonly string[],
): NameScore | undefined {
  const fits = person.namen.flatMap(({ name, art }) => {
    const result = fit(knownAs(person, name, kontakte));
    if (result === undefined) return [];
    return [art === undefined ? result : { ...result, grund: `${art}: ${result.grund}` }];
  });
  return fits.reduce<NameScore | undefined>((best, one) => (best && best.score >= one.score ? best : one), undefined);
}

/** What is compared of somebody under one of her names; a birth is opened where the comparison reads it. */
const knownAs = (person: PersonKurz, name: string, kontakte: readonly string[]): Known => ({
  name,
  kontakte,
  geburtGeschaetzt: person.geburtGeschaetzt,
  get geburtsdatum() {
    return person.geburtsdatum;
  },
  get geburtsjahr() {
    return person.geburtsjahr;
  },
});

/** Who is reached by a number or address, by the index alone. */
async function reachedBy(tx: Tx, actor: Actor, kontakt: string | undefined): Promise<ReadonlySet<string>> {
  if (kontakt === undefined) return new Set();
  const hashes = await tokenHashes(tx, actor, [kontaktToken(kontakt)]);
  const rows = await tx
    .selectFrom("kim.person_token")
    .select("person_id")
    .where("token", "=", anyOf(hashes))
    .where("traeger_id", "=", actor.traegerId)
    .limit(CANDIDATES)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}
