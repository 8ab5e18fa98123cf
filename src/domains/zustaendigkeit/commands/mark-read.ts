import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";

/** Somebody has read who else opened her files to whom: the notice on every page goes. */
export async function markRead(tx: Tx, actor: Actor): Promise<void> {
  const gesehen = sql<Date>`now()`;
  await tx
    .updateTable("kim.vertretung")
    .set({ gesehen })
    .where("vertreten", "=", actor.kontoId)
    .where("bestaetigt_von", "is not", null)
    .where("gesehen", "is", null)
    .execute();
  await tx
    .updateTable("kim.team_mitglied")
    .set({ gesehen })
    .where("konto_id", "=", actor.kontoId)
    .where("beendet_am", "is", null)
    .execute();
  await tx
    .updateTable("kim.uebergabe")
    .set({ gesehen })
    .where("an_konto", "=", actor.kontoId)
    .where("getan", "is not", null)
    .where("gesehen", "is", null)
    .execute();
}
