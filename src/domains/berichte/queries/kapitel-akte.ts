import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { Kapitel } from "../model/kapitel.ts";
import { type BerichtAkte, berichtOf, heldEntwurf } from "./berichte.ts";
import { kapitelOf, kapitelRows } from "./kapitel.ts";

export type KapitelAkte = { readonly akte: BerichtAkte; readonly kapitel: Kapitel };

/** One chapter of a draft, with the draft. @throws NotFound for one of a released report */
export async function kapitelAkte(tx: Tx, actor: Actor, id: string): Promise<KapitelAkte> {
  const row = await kapitelRows(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  const akte = await berichtOf(tx, actor, row.bericht_id);
  if (akte.nummer !== undefined) throw new NotFound();
  return { akte, kapitel: kapitelOf(row) };
}

/**
 * The same, held until the end of the transaction: the draft first, because nobody writes a chapter of a report that is being
 * released.
 * @throws NotFound
 */
export async function heldKapitel(tx: Tx, actor: Actor, id: string): Promise<KapitelAkte> {
  const { akte } = await kapitelAkte(tx, actor, id);
  await heldEntwurf(tx, actor, akte.id);
  await lockRow(tx, "kim.bericht_kapitel", id);
  return kapitelAkte(tx, actor, id);
}
