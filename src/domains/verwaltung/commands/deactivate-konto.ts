import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import type { At } from "../../../platform/held.ts";
import { keepAdministration, managedKonto } from "../queries/managed-konto.ts";
import { endInvitations } from "../../zugang/index.ts";

/**
 * Ends an account's access from the next request on: sessions, open invitations, signing in. What was recorded stays.
 * @throws NotFound
 * @throws Refused when it is not the actor's to change, or the last administrator's
 */
export async function deactivateKonto(tx: Tx, actor: Actor, { id }: Pick<At, "id">): Promise<void> {
  const konto = await managedKonto(tx, actor, id);
  if (konto.status === "deaktiviert") return;
  await keepAdministration(tx, id);
  await endInvitations(tx, id);
  await tx
    .updateTable("kim.konto")
    .set({ status: "deaktiviert", version: konto.version + 1 })
    .where("id", "=", id)
    .execute();
  // What belongs to somebody who does not counsel any more is for the Leitung to distribute.
  await enqueue(tx, "zustaendigkeit.zaehlen", {});
  await recordEvent(tx, actor, { art: "konto.deaktiviert", gegenstand: { art: "konto", id } });
}
