import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import { kontoValues } from "../model/form-values.ts";
import type { KontoEingabe } from "../model/konto.ts";
import { managedKonto } from "../queries/managed-konto.ts";
import { refuseStandort } from "../queries/orte.ts";
import { claimEmail } from "./create-konto.ts";
import {
  emailHash,
  openEmail,
  openName,
  recordErneuerung,
  sealKontodaten,
  endInvitations,
} from "../../zugang/index.ts";

/**
 * Changes name, address or Standort of a member of staff. With the address the way to sign in changes, and links that went
 * to the old one end; the person is told at her next sign-in.
 * @throws NotFound
 * @throws Refused (fields `email`, `standort`), also when the account is not the actor's to change
 * @throws Stale when it was changed since `version`
 */
export async function changeKonto(tx: Tx, actor: Actor, { id, version }: At, input: KontoEingabe): Promise<void> {
  const { kreis } = actor;
  const konto = held(await managedKonto(tx, actor, id), version, ({ key, name, email, standortId }) =>
    kontoValues({ name: openName(key, kreis, id, name), email: openEmail(key, kreis, id, email), standortId }),
  );
  const { standort } = input;
  if (standort !== null) await refuseStandort(tx, konto.traegerId, standort, konto.standortId);
  if (!emailHash(input.email).equals(konto.emailHash)) {
    await tx
      .deleteFrom("betrieb.anmeldename")
      .where("email_hash", "=", konto.emailHash)
      .where("kreis", "=", kreis)
      .execute();
    await claimEmail(tx, kreis, id, emailHash(input.email));
    await endInvitations(tx, id);
    if (konto.angenommen) await recordErneuerung(tx, actor, { ...konto, kreis, kontoId: id }, "adresse");
  }
  await tx
    .updateTable("kim.konto")
    .set({
      ...sealKontodaten(konto.key, kreis, id, input),
      standort_id: standort,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "konto.geaendert", gegenstand: { art: "konto", id } });
}
