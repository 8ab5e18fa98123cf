import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Grund, Stand } from "../model/stand.ts";

type Neu = {
  readonly zuweisungId: string;
  readonly folge: number;
  readonly nach: Stand;
  readonly am: string;
  readonly grund: Grund | null;
};

export const schrittRow = (actor: Actor, { zuweisungId, folge, nach, am, grund }: Neu) => ({
  kreis: actor.kreis,
  id: randomUUID(),
  traeger_id: actor.traegerId,
  zuweisung_id: zuweisungId,
  folge,
  nach,
  am,
  grund,
  erfasst_von: actor.kontoId,
});

/** Writes a step, and that the household stands there now. Its row is held. */
export async function writeSchritt(tx: Tx, actor: Actor, schritt: Neu, version: number): Promise<void> {
  await tx.insertInto("kim.zuweisung_schritt").values(schrittRow(actor, schritt)).execute();
  await tx
    .updateTable("kim.zuweisung")
    .set({ stand: schritt.nach, stand_seit: schritt.am, version: version + 1 })
    .where("id", "=", schritt.zuweisungId)
    .execute();
}
