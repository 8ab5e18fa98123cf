import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type BesetzungAt, heldBesetzung } from "../queries/besetzung.ts";

/**
 * Takes a row away that was entered by mistake. Whoever really was on the post gets a last day instead.
 * @throws NotFound
 */
export async function removeBesetzung(tx: Tx, actor: Actor, at: BesetzungAt): Promise<void> {
  const { besetzung } = await heldBesetzung(tx, actor, at);
  await tx.deleteFrom("kim.besetzung").where("id", "=", besetzung.id).execute();
  await recordEvent(tx, actor, { art: "besetzung.entfernt", gegenstand: { art: "besetzung", id: besetzung.id } });
}
