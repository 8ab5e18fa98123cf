import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { heldEntwurf } from "../queries/berichte.ts";

/** Throws a draft away. @throws NotFound for a released report */
export async function removeBericht(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  await heldEntwurf(tx, actor, id);
  await tx.deleteFrom("kim.bericht").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "bericht.verworfen", gegenstand: { art: "bericht", id } });
}
