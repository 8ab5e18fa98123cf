import type { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { enqueue } from "../../../platform/jobs.ts";
import type { RollenEnde } from "../model/konto.ts";
import { today } from "../../../platform/clock.ts";
import { CONFIRMING } from "../../zugang/index.ts";
import { keepAdministration, managedKonto } from "../queries/managed-konto.ts";

/**
 * Sets the last day of a role, which still counts. A day before its first takes the role away altogether.
 * @throws NotFound, also for a role of another account
 * @throws Refused when the account is not the actor's to change, or it would be the last administrator's role
 */
export async function endRolle(
  tx: Tx,
  actor: Actor,
  { id: kontoId, rolle: rolleId }: { readonly id: string; readonly rolle: string },
  { bis }: z.output<typeof RollenEnde>,
): Promise<void> {
  const konto = await managedKonto(tx, actor, kontoId);
  const rolle = konto.rollen.find((r) => r.id === rolleId);
  if (rolle === undefined) throw new NotFound();
  if (rolle.bis !== null && rolle.bis < bis)
    throw new Refused("Die Rolle endet schon früher. Vergeben Sie sie neu, wenn sie länger gelten soll.", "bis");
  if (rolle.rolle === "administration") await keepAdministration(tx, kontoId);
  // Whoever confirmed others is not forgotten: her place must not become free for a first one of the Träger.
  if (bis < rolle.von && CONFIRMING.includes(rolle.rolle) && rolle.von < today())
    await tx.updateTable("kim.rolle").set({ bis: rolle.von }).where("id", "=", rolleId).execute();
  else if (bis < rolle.von) await tx.deleteFrom("kim.rolle").where("id", "=", rolleId).execute();
  else await tx.updateTable("kim.rolle").set({ bis }).where("id", "=", rolleId).execute();
  const gegenstand = { art: "konto", id: kontoId };
  // What belongs to somebody who does not counsel any more is for the Leitung to distribute.
  await enqueue(tx, "zustaendigkeit.zaehlen", {});
  await recordEvent(tx, actor, { art: "rolle.beendet", gegenstand, zweck: rolle.rolle });
}
