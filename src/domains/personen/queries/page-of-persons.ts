import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { keyset, ofEach } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import { type Wessen, kontenDer } from "../../zustaendigkeit/index.ts";
import { type PersonKurz, personsByIds } from "./personen.ts";

/** Persons on one page of the list. */
export const PAGE_SIZE = 50;

/** One page of the list; a missing place means that nothing is there. */
export type PersonPage = {
  readonly persons: readonly PersonKurz[];
  readonly newer: Place | undefined;
  readonly older: Place | undefined;
};

const paging = (from: From) => keyset(from, PAGE_SIZE, ["erfasst_am", "id"]);

/** Persons of one's own, of somebody one stands in for, or of all of them, those recorded last first. */
export async function personList(tx: Tx, actor: Actor, from: From = {}, wessen?: Wessen): Promise<PersonPage> {
  const paged = paging(from);
  const found = await ofEach(tx, kontenDer(actor, wessen), paged, (konto) => pageOfIds(tx, actor, from, konto));
  const { rows, newer, older } = paged.page(found);
  const ids = rows.map((row) => row.id);
  return { persons: await personsByIds(tx, actor, ids), newer, older };
}

/**
 * The ids of a page, one more than it shows. Walks the index; nothing is joined before the page is known. The wall asks for a
 * list of accounts, behind which no index is in order; this asks for one of them.
 */
export function pageOfIds(tx: Tx, actor: Actor, from: From, wessen: string = actor.kontoId) {
  const { beyond, direction, limit } = paging(from);
  return tx
    .selectFrom("kim.person")
    .select(["id", "erfasst_am as am"])
    .where("konto_id", "=", wessen)
    .where("zusammengefuehrt_in", "is", null)
    .where(beyond)
    .orderBy("erfasst_am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .$castTo<Place>();
}
