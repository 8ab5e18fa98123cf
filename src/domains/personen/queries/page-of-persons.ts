import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { type PersonKurz, personsByIds } from "./personen.ts";

/** Persons on one page of the list. */
export const PAGE_SIZE = 50;

/** Where a page of the list begins: at the persons before or after this one. */
export type Cursor = { readonly direction: "aeltere" | "neuere"; readonly am: string; readonly id: string };

export type PersonPage = {
  readonly persons: readonly PersonKurz[];
  readonly newer: boolean;
  readonly older: boolean;
};

type Place = { readonly id: string; readonly erfasst_am: string };

/** One's own persons, those recorded last first. */
export async function personList(tx: Tx, actor: Actor, cursor?: Cursor): Promise<PersonPage> {
  const places = await pageOfIds(tx, cursor).execute();
  const more = places.length > PAGE_SIZE;
  const page = places.slice(0, PAGE_SIZE);
  if (cursor?.direction === "neuere") page.reverse();
  const persons = await personsByIds(
    tx,
    actor,
    page.map((place) => place.id),
  );
  const backwards = cursor?.direction === "neuere";
  return {
    persons,
    newer: backwards ? more : cursor !== undefined && places.length > 0,
    older: backwards ? places.length > 0 : more,
  };
}

/** The ids of a page, one more than it shows. Walks the index; nothing is joined before the page is known. */
export function pageOfIds(tx: Tx, cursor?: Cursor) {
  const direction = cursor?.direction === "neuere" ? "asc" : "desc";
  const all = tx
    .selectFrom("kim.person")
    .select(["id", "erfasst_am"])
    .orderBy("erfasst_am", direction)
    .orderBy("id", direction)
    .limit(PAGE_SIZE + 1)
    .$castTo<Place>();
  if (cursor === undefined) return all;
  const beyond = sql.raw(cursor.direction === "neuere" ? ">" : "<");
  return all.where(sql<boolean>`(erfasst_am, id) ${beyond} (${cursor.am}::date, ${cursor.id}::uuid)`);
}
