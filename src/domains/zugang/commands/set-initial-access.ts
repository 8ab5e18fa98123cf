import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { hashPassword } from "../../../platform/password-hash.ts";
import { confirmTotp, offerTotp, setPasswort, wegeOf } from "../rows/anmeldewege.ts";
import { inTurn } from "./passwortpruefung.ts";
import { ownerOf } from "./sessions.ts";
import { endInvitations } from "./invite.ts";

type Access = {
  readonly passwort: string;
  /** Base32. */
  readonly totp: string;
};

/**
 * Gives an account a password and a second factor that are known beforehand. Only for invented people: the demo publishes
 * both. No page leads here, and nobody who was in before gets a new way in by it.
 * @throws NotFound for an account that the Kreis does not have, or that somebody accepted
 */
export async function setInitialAccess(kreis: string, kontoId: string, access: Access): Promise<void> {
  const at = now();
  const hash = await inTurn(() => hashPassword(access.passwort));
  await writeAs(systemActor(kreis), async (tx) => {
    const whose = { kreis, kontoId };
    await endInvitations(tx, kontoId);
    const konto = await tx
      .updateTable("kim.konto")
      .set({ status: "aktiv" })
      .where("id", "=", kontoId)
      .where("angenommen", "is", null)
      .returning("traeger_id")
      .executeTakeFirst();
    const key = (await wegeOf(tx, whose, at))?.key;
    if (konto === undefined || key === undefined) throw new NotFound();
    await setPasswort(tx, whose, key, hash);
    await offerTotp(tx, whose, key, access.totp, at);
    const totp = (await wegeOf(tx, whose, at))?.neuesTotp;
    if (totp !== undefined) await confirmTotp(tx, whose, totp.id);
    const gegenstand = { art: "konto", id: kontoId };
    await recordEvent(tx, ownerOf({ ...whose, traegerId: konto.traeger_id }), { art: "konto.vorgegeben", gegenstand });
  });
}
