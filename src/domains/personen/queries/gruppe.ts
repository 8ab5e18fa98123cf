import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";
import type { Place } from "../../../platform/place.ts";

/**
 * Who belongs to the same person. Persons that are the same one stay rows of their own, with their own keys and their own
 * records; one of them is shown for all. Whatever belongs to "this person" belongs to any of them, and asks for it with the
 * functions here: `tests/zusammengefuehrt.test.ts` finds a query that compares `person_id` with one id alone.
 */

/** Everybody who is the same person as one of these, they included. Two steps on indexes, nothing where nobody was merged. */
const group = (ids: readonly string[]) => sql<string[]>`array(
  select g.id from kim.person a
  join kim.person g on g.kreis = a.kreis and g.id = coalesce(a.zusammengefuehrt_in, a.id) where a.id = ${anyOf(ids)}
  union all
  select g.id from kim.person a
  join kim.person g on g.kreis = a.kreis and g.zusammengefuehrt_in = coalesce(a.zusammengefuehrt_in, a.id)
  where a.id = ${anyOf(ids)})`;

/** The right side of `person_id = …` for whatever belongs to a person, those merged into her included. */
export const ofPerson = (id: string) => ofPersons([id]);

/** The same for what belongs to any of several persons. */
export const ofPersons = (ids: readonly string[]) => sql<string>`any(${group(ids.filter(isId))})`;

/** Everybody who is the same person as `p`, that one included. */
export const SAME = sql<string[]>`array(
  select p.id union all select z.id from kim.person z where z.kreis = p.kreis and z.zusammengefuehrt_in = p.id)`;

/** The same inside a statement that has persons `p` already. */
export const OF_P = sql<string>`any(${SAME})`;

/** The same where the statement has them as `p.gleiche`, asked for once: each time costs PostgreSQL the whole wall again. */
export const OF_SAME = sql<string>`any(p.gleiche::uuid[])`;

/** The same one below the other, as `one.id`: for what is looked for of each by a walk of its own. */
export const EACH_OF_P = sql`unnest(${SAME}) as one (id)`;
export const EACH_OF_SAME = sql`unnest(p.gleiche::uuid[]) as one (id)`;

/** The last day with a person `p` or somebody merged into her, of consultations that count: of each the first that her index has. */
export const LETZTER_KONTAKT = sql<string | null>`(
  select max(l.am) from ${EACH_OF_P} cross join lateral (
    select x.am from kim.beratung_person x
    join kim.beratung b on b.kreis = x.kreis and b.id = x.beratung_id and not b.zurueckgezogen
    where x.kreis = p.kreis and x.person_id = one.id order by x.am desc, x.beratung_id desc limit 1) l)`;

/** Everybody who is the same person as somebody, as the transaction asked before: `personWithBlicken`. */
export type Gleiche = { readonly gleiche: readonly string[] };

/** The same for any of some persons. */
export const eachOf = (whom: readonly string[] | Gleiche) =>
  "gleiche" in whom
    ? sql`unnest(${[...whom.gleiche]}::uuid[]) as one (id)`
    : sql`unnest(${group(whom.filter(isId))}) as one (id)`;

type Query<Row> = { readonly compile: () => unknown; readonly execute: () => Promise<Row[]> };

type Ordered = {
  readonly direction: "asc" | "desc";
  readonly limit: number;
  /** What the rows are ordered by; they have it under these names. */
  readonly by?: readonly string[];
};

/**
 * A page of what belongs to any of some persons: of each of those who are the same by a walk of its own over the index (`each`, in
 * this order and with this limit), then the first of all of them, each once. Behind several persons no index is in order, and everything
 * that ever belonged to them would be read and sorted.
 */
export async function ofEachPerson<Row extends Place>(
  tx: Tx,
  whom: readonly string[] | Gleiche,
  { direction, limit, by = ["am", "id"] }: Ordered,
  each: (eachPerson: ReturnType<typeof sql<string>>) => Query<Row>,
): Promise<Row[]> {
  const order = sql.join(by.map((column) => sql`x.${sql.ref(column)} ${sql.raw(direction)}`));
  const { rows } = await sql<Row>`
    select distinct on (${sql.join(by.map((column) => sql`x.${sql.ref(column)}`))}) x.*
    from ${eachOf(whom)} cross join lateral (${each(sql<string>`one.id`)}) x
    order by ${order} limit ${limit}`.execute(tx);
  return rows;
}

/** Who is shown for each of some persons, by their ids; one that is out of reach is missing. */
export async function shownFor(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("kim.person")
    .select(["id", "zusammengefuehrt_in"])
    .where("id", "=", anyOf(ids.filter(isId)))
    .execute();
  return new Map(rows.map((row) => [row.id, row.zusammengefuehrt_in ?? row.id]));
}

/** Of persons that are one, only the first: a consultation was with somebody once, however often she was written down. */
export async function eachOnce(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length < 2) return [...ids];
  const shown = await shownFor(tx, ids);
  const seen = new Set<string>();
  return ids.filter((id) => {
    const one = shown.get(id) ?? id;
    const isNew = !seen.has(one);
    seen.add(one);
    return isNew;
  });
}
