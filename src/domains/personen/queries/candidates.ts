import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import type { Question } from "../model/match.ts";
import { birthToken, isLoose, isPair, kontaktToken, searchTokens } from "../model/suchworte.ts";
import { tokenHashes } from "../rows/search-tokens.ts";

/** So many are opened and compared at once. */
export const CANDIDATES = 50;

/** A search word of a question: whether it says something by itself, and which parts of a name begin as typed with it (a bit each). */
export type Word = { readonly token: string; readonly telling: boolean; readonly begins: number };

/** More parts than are typed of a name share a bit with the last. */
const PARTS = 4;
/** The bit of two parts that begin as typed; below it those of the parts. */
const PAIR = 1 << PARTS;

/** What to look for: the words of the name, and what is known of birth and number. */
export function searchWords(question: Question): Word[] {
  const { tokens, begun } = searchTokens(question.name);
  const { kontakt } = question;
  const named = tokens.map((token) => {
    const part = begun.findIndex((one) => one.includes(token));
    const begins = part === -1 ? 0 : 1 << Math.min(part, PARTS - 1);
    return { token, telling: !isLoose(token) || part !== -1, begins: isPair(token) ? PAIR : begins };
  });
  const other = [...birthsOf(question).map(birthToken), ...(kontakt === undefined ? [] : [kontaktToken(kontakt)])];
  return [...named, ...other.map((token) => ({ token, telling: true, begins: 0 }))];
}

/** Whoever shares search words with a question; `nah`: nearly as much as whoever shares most. */
export type Kandidat = { readonly id: string; readonly nah: boolean };

/** Whoever shares enough search words with a question, those that share most first: one more than are compared at once. Opens nobody. */
export async function similarIds(tx: Tx, actor: Actor, question: Question, ab = 0): Promise<Kandidat[]> {
  const words = searchWords(question);
  if (words.length === 0) return [];
  const hashes = await tokenHashes(
    tx,
    actor,
    words.map(({ token }) => token),
  );
  const { rows } = await candidates(actor, words, hashes, ab).execute(tx);
  return rows.map(({ person_id, nah }) => ({ id: person_id, nah }));
}

/** The days that somebody may be born on. A year is all of its days: nothing more is kept about anybody to find it by. */
function birthsOf({ geburtsdatum, geburtsjahr }: Question): string[] {
  // Of whom only the year is known, that is all there is to find them by.
  if (geburtsdatum !== null) return [geburtsdatum, geburtsdatum.slice(0, 4)];
  if (geburtsjahr === undefined) return [];
  const days = Array.from({ length: 366 }, (_, i) => daysFrom(`${geburtsjahr}-01-01`, i));
  return [geburtsjahr, ...days.filter((day) => day.startsWith(geburtsjahr))];
}

/** By what is decided who is opened. */
export const SEARCH = {
  /** What more persons share says little: letters are left out then, and names read only if there is nothing rarer. */
  rare: 300,
  /** So many of a common name are looked at, if that is all that was typed. */
  common: 3000,
  /** So large a part of the letters must agree where nothing else does (of 9,300 worse ones 9 fitted, measured on invented names). */
  leastShared: 0.4,
  /** A part that begins as it was typed, or two, count for more than all letters in common. */
  begun: 10,
  /** Whoever shares less of what the first one shares is opened only if none of the others fits (0061: what that finds). */
  near: 0.4,
} as const;

/** A word counts for more the fewer persons share it: 3.6 for somebody's own, 1.2 for the commonest that is read. */
const WEIGHT = sql`ln(100000.0::float8 / (1 + cardinality(persons))) / 3`;

/** Who shares a word, at most so many. The walls ask for the Träger as well; the worker has none, and its index begins with it. */
const sharing = (actor: Actor, most: number) => sql`array(
  select t.person_id from kim.person_token t
  where t.token = q.token and t.traeger_id = ${actor.traegerId}::uuid limit ${most})`;

/**
 * The persons that share most with a question. Of each word one more than are rare is read off the index, by equality alone: nothing
 * else gets past row-level security fast. A word that more share is left out, because whoever is meant shares a rarer one as well, the
 * beginnings of two parts at least. Only where too few share a rare one that tells something, common names are read as well. What that
 * finds is measured in tests/bench/namen.ts, what it costs in docs/betrieb/leistung.md.
 */
export const candidates = (actor: Actor, words: readonly Word[], hashes: readonly number[], ab = 0) => sql<{
  person_id: string;
  nah: boolean;
}>`
  with q as (
    select * from unnest(
      ${[...hashes]}::bigint[], ${words.map(({ telling }) => telling)}::boolean[], ${words.map(({ begins }) => begins)}::int[]
    ) as q (token, telling, begins)
  ), few as materialized (
    select q.*, ${sharing(actor, SEARCH.rare + 1)} as persons from q
  ), rare as (
    select * from few where cardinality(persons) <= ${SEARCH.rare}
  ), enough as materialized (
    select count(distinct person_id) > ${CANDIDATES} as enough from rare, unnest(persons) as person_id where telling
  ), common as (
    select q.token, q.telling, q.begins, ${sharing(actor, SEARCH.common)} as persons from few q
    where telling and cardinality(persons) > ${SEARCH.rare} and not (select enough from enough)
  ), shared as materialized (
    select telling, begins, persons, ${WEIGHT} as weight from (select * from rare union all select * from common) r
  ), ranked as (
    select person_id, sum(weight) + ${SEARCH.begun}::int * bit_count(bit_or(begins)::bit(5)) as rank
    from shared, unnest(persons) as person_id
    group by person_id
    having bool_or(telling) or count(*) >= ${SEARCH.leastShared}::float8 * (select count(*) from shared where not telling)
  )
  select person_id, rank >= ${SEARCH.near}::float8 * max(rank) over () as nah from ranked
  order by rank desc, person_id
  limit ${CANDIDATES + 1} offset ${ab}`;
