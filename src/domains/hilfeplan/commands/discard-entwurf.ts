import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import { heldEntwurf } from "../rows/plan.ts";

/** Throws the draft of a case away; versions that were agreed stay. @throws NotFound, Stale */
export async function discardEntwurf(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  const { kopf } = await heldEntwurf(tx, actor, id);
  held(kopf, version);
  await tx.deleteFrom("kim.hilfeplan").where("id", "=", kopf.id).execute();
  await recordEvent(tx, actor, { art: "hilfeplan.verworfen", gegenstand: { art: "fall", id } });
}
