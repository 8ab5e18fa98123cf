import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { At } from "../../../platform/held.ts";
import { keepAdministration, managedKonto } from "../queries/managed-konto.ts";
import { activeTraeger } from "../queries/orte.ts";
import { invite } from "../../zugang/index.ts";

/**
 * Makes somebody set up password and second factor anew, and opens a deactivated account again. Until the new invitation is
 * accepted nobody can sign in with what was valid before, and open sessions end with the next request. The files of the account
 * close (`invite`). Returns the token.
 * `invitationId` is that of the new invitation.
 * @throws NotFound
 * @throws Refused when it is not the actor's to change, the last administrator's, or one of a Träger that was closed
 */
export async function resetKonto(
  tx: Tx,
  actor: Actor,
  { id }: Pick<At, "id">,
  { invitationId }: { readonly invitationId: string },
): Promise<string> {
  const konto = await managedKonto(tx, actor, id);
  if (konto.status === "aktiv") await keepAdministration(tx, id);
  if (konto.status === "deaktiviert") await activeTraeger(tx, actor, konto.traegerId, "");
  const art = ART[konto.status];
  if (art !== undefined) {
    await tx
      .updateTable("kim.konto")
      .set({ status: "eingeladen", version: konto.version + 1 })
      .where("id", "=", id)
      .execute();
    await recordEvent(tx, actor, { art: `konto.${art}`, gegenstand: { art: "konto", id } });
  }
  return invite(tx, actor, id, { id: invitationId, ...(art === undefined ? {} : { art }) });
}

const ART: Readonly<Record<string, "zurueckgesetzt" | "wieder_geoeffnet">> = {
  aktiv: "zurueckgesetzt",
  deaktiviert: "wieder_geoeffnet",
};
