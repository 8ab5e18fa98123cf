import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { VakanzEingabe } from "../model/stelle.ts";
import { heldStelle } from "../queries/stellen.ts";
import { writeVakanz } from "../rows/vakanz.ts";

/**
 * Says why a post is vacant from a day on; until another reason is named or the post is filled. A second reason for the same
 * day replaces the first.
 * @throws NotFound
 * @throws Refused (fields `von`, `grund`) when the post is not vacant that day
 */
export async function noteVakanz(
  tx: Tx,
  actor: Actor,
  at: { readonly id: string },
  input: VakanzEingabe,
): Promise<void> {
  await writeVakanz(tx, actor, await heldStelle(tx, actor, at.id), input, "von");
}
