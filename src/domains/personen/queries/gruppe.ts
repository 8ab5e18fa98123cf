import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";

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
