import type { Tx } from "../../../platform/db.ts";
import type { Inhalt } from "../model/kapitel.ts";

/** Adds chapters to a draft, in this order, from a place on. */
export async function insertKapitel(
  tx: Tx,
  { kreis, bericht, ab = 1 }: { readonly kreis: string; readonly bericht: string; readonly ab?: number },
  kapitel: readonly Inhalt[],
): Promise<string[]> {
  if (kapitel.length === 0) return [];
  const added = await tx
    .insertInto("kim.bericht_kapitel")
    .values(kapitel.map((k, i) => ({ ...k, kreis, bericht_id: bericht, rang: ab + i, id: crypto.randomUUID() })))
    .returning("id")
    .execute();
  return added.map(({ id }) => id);
}

/** Says that a draft is not what somebody has read: whoever releases it sees it again. */
export const countChange = (tx: Tx, bericht: string) =>
  tx
    .updateTable("kim.bericht")
    .set((eb) => ({ fassung: eb("fassung", "+", 1) }))
    .where("id", "=", bericht)
    .execute();
