import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { createSubjectKey } from "../../../platform/tresor/keys.ts";
import { type RolleVonBis, mayGrant } from "../model/konto.ts";
import { insertRolle } from "../rows/rolle.ts";
import { activeTraeger, refuseStandort } from "../queries/orte.ts";
import { sealKontodaten } from "../../zugang/index.ts";

export type NewKonto = {
  readonly traegerId: string;
  readonly name: string;
  readonly email: string;
  readonly standortId?: string | null;
  readonly rollen: readonly RolleVonBis[];
};

/**
 * An account for a member of staff, with its own key; name and address are stored only sealed with it. Nobody can sign in
 * before an invitation (`invite`) was accepted.
 * @throws NotFound when the Träger is not there or not the actor's to manage
 * @throws Refused (fields `traeger`, `email`, `rolle`, `standort`) when the address has an account already, the actor may not
 *   give a role, the Träger is closed, or the Standort is or belongs to another Träger
 */
export async function createKonto(tx: Tx, actor: Actor, konto: NewKonto): Promise<{ kontoId: string }> {
  const { kreis } = actor;
  const { traegerId, rollen, standortId = null } = konto;
  const kontoId = randomUUID();
  await activeTraeger(tx, actor, traegerId, "traeger");
  for (const { rolle } of rollen) {
    if (!mayGrant(actor, rolle)) throw new Refused("Diese Rolle können nur andere vergeben als Sie.", "rolle");
  }
  if (standortId !== null) await refuseStandort(tx, traegerId, standortId);
  const key = await createSubjectKey(tx, { kreis, art: "konto", id: kontoId, traegerId });
  const sealed = sealKontodaten(key, kreis, kontoId, konto);
  await claimEmail(tx, kreis, kontoId, sealed.email_hash);
  await tx
    .insertInto("kim.konto")
    .values({ kreis, id: kontoId, traeger_id: traegerId, standort_id: standortId, ...sealed })
    .execute();
  for (const rolle of rollen) await insertRolle(tx, actor, { kontoId, traegerId }, rolle);
  await recordEvent(tx, actor, { art: "konto.angelegt", gegenstand: { art: "konto", id: kontoId } });
  return { kontoId };
}

/**
 * Enters an address into the directory that signing in looks it up in, as nobody has told a Kreis at that point. It belongs to
 * one account of the Kreis. Whether another Kreis knows it as well nobody here is told.
 * @throws Refused (field `email`) when it is taken in this Kreis
 */
export async function claimEmail(tx: Tx, kreis: string, kontoId: string, hash: Buffer): Promise<void> {
  const made = await tx
    .insertInto("betrieb.anmeldename")
    .values({ email_hash: hash, kreis, konto_id: kontoId })
    .onConflict((c) => c.columns(["email_hash", "kreis"]).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refused("Zu dieser E-Mail-Adresse gibt es schon einen Zugang. Nehmen Sie eine andere Adresse.", "email");
}
