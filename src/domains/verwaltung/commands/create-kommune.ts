import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { NeueKommune } from "../model/stammdaten.ts";

/**
 * Adds a Kommune to a Kreis for which there is no template.
 * @throws Refused (field `ags`) when the key belongs to another Kreis or is there already
 */
export async function createKommune(tx: Tx, actor: Actor, kommune: NeueKommune): Promise<void> {
  const { kreis } = actor;
  if (!kommune.ags.startsWith(kreis))
    throw new Refused(`Der Schlüssel einer Kommune dieses Kreises beginnt mit ${kreis}.`, "ags");
  const made = await tx
    .insertInto("kim.kommune")
    .values({ kreis, ...kommune })
    .onConflict((c) => c.columns(["kreis", "ags"]).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refused("Eine Kommune mit diesem Schlüssel gibt es schon.", "ags");
  await recordEvent(tx, actor, { art: "kommune.angelegt", gegenstand: { art: "kommune", id: kommune.ags } });
}
