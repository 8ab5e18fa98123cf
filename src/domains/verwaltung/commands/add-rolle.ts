import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { overlap } from "../../../platform/span.ts";
import { type NeueRolle, ROLLEN_DES_TRAEGERS, mayGrant } from "../model/konto.ts";
import { insertRolle } from "../rows/rolle.ts";
import { managedKonto } from "../queries/managed-konto.ts";
import { endInvitations } from "../../zugang/index.ts";

/**
 * Gives a role from a day on; it works from the next request on. A role that reaches beyond the Träger ends an open link.
 * Returns whether somebody else has to agree before it confirms others (`agreeRolle`).
 * @throws NotFound
 * @throws Refused (fields `rolle`, `von`) when the actor may not give it, or the account has it in that time already
 */
export async function addRolle(tx: Tx, actor: Actor, at: Pick<At, "id">, neu: NeueRolle): Promise<boolean> {
  const kontoId = at.id;
  const konto = await managedKonto(tx, actor, kontoId);
  if (!mayGrant(actor, neu.rolle)) throw new Refused("Diese Rolle können Sie nicht vergeben.", "rolle");
  if (konto.rollen.some((r) => r.rolle === neu.rolle && overlap(r, neu)))
    throw new Refused("Diese Rolle ist in dem Zeitraum schon vergeben. Wählen Sie einen anderen ersten Tag.", "von");
  const { rolle } = neu;
  const waits = await insertRolle(tx, actor, { kontoId, traegerId: konto.traegerId }, neu);
  // Whoever made an open link may have kept it; it must not open an account that has come to reach further since.
  if (konto.status === "eingeladen" && !ROLLEN_DES_TRAEGERS.has(rolle)) await endInvitations(tx, kontoId);
  await recordEvent(tx, actor, { art: "rolle.vergeben", gegenstand: { art: "konto", id: kontoId }, zweck: rolle });
  return waits;
}
