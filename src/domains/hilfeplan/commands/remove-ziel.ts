import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { countChange, heldZiel } from "../rows/plan.ts";

/** Takes a goal out of a draft; in the versions that were agreed it stays. Returns the case. @throws NotFound */
export async function removeZiel(tx: Tx, actor: Actor, id: string): Promise<string> {
  const { akte, kopf } = await heldZiel(tx, actor, id);
  await tx.deleteFrom("kim.hilfeplan_ziel").where("id", "=", id).execute();
  await countChange(tx, kopf.id);
  await recordEvent(tx, actor, { art: "hilfeplan.geaendert", gegenstand: { art: "fall", id: akte.id } });
  return akte.id;
}
