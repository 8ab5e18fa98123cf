import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { doubleScore, type Known, searchScore } from "../model/match.ts";
import { birthToken, nameTokens } from "../model/namen.ts";
import type { NameScore } from "../model/namensvergleich.ts";
import { type PersonKurz, personsByIds } from "./personen.ts";
import { tokenHashes } from "../rows/search-tokens.ts";

/** A person found; `grund` says in a few words why, `score` is at most 1. */
export type Treffer = PersonKurz & NameScore;

/** So many are opened and compared; so many are shown. */
const CANDIDATES = 50;
const SHOWN = 10;

const GERMAN_DATE = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/;
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/;

/** Takes a typed search apart: a date in it is a birth date, the rest a name. */
export function readQuestion(text: string): Known {
  const german = GERMAN_DATE.exec(text);
  if (german !== null) {
    const [found, day = "", month = "", year = ""] = german;
    return {
      name: text.replace(found, " ").trim(),
      geburtsdatum: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    };
  }
  const iso = ISO_DATE.exec(text)?.[0];
  return { name: text.replace(iso ?? "", " ").trim(), geburtsdatum: iso ?? null };
}

/**
 * One's own persons that a typed text may mean: name in any script or spelling, parts in any order, beginnings, a birth
 * date. Best first, at most ten; nothing for a text without a name or date.
 */
export function findPersons(tx: Tx, actor: Actor, text: string): Promise<Treffer[]> {
  return compare(tx, actor, readQuestion(text), searchScore);
}

/** One's own persons that may be the one about to be recorded. Best first, at most ten. */
export function findDoubles(tx: Tx, actor: Actor, entered: Known): Promise<Treffer[]> {
  return compare(tx, actor, entered, doubleScore);
}

async function compare(
  tx: Tx,
  actor: Actor,
  question: Known,
  score: (question: Known) => (person: Known) => NameScore | undefined,
): Promise<Treffer[]> {
  const birth = question.geburtsdatum === null ? [] : [birthToken(question.geburtsdatum)];
  const hashes = await tokenHashes(tx, actor, [...nameTokens(question.name), ...birth]);
  if (hashes.length === 0) return [];
  const ids = (await candidates(tx, hashes).execute()).map((row) => row.person_id);
  const persons = await personsByIds(tx, actor, ids);
  const fit = score(question);
  const hits = persons.flatMap((person) => {
    const result = fit(person);
    return result === undefined ? [] : [{ ...person, ...result }];
  });
  return hits.toSorted((a, b) => b.score - a.score || a.name.localeCompare(b.name, "de")).slice(0, SHOWN);
}

/** The persons that share most tokens. Equality on the index alone: nothing else gets past row-level security fast. */
export const candidates = (tx: Tx, hashes: readonly number[]) =>
  tx
    .selectFrom("kim.person_token")
    .select("person_id")
    .where("token", "=", anyOf(hashes))
    .groupBy("person_id")
    .orderBy(sql`count(*)`, "desc")
    .limit(CANDIDATES);
