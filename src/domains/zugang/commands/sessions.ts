import { type Actor, systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { NO_KREIS, kreisOf, newToken, tokenHash } from "../../../platform/token.ts";
import type { Whose } from "../rows/anmeldewege.ts";
import { sessionOf } from "../queries/sitzungen.ts";

/** The owner of an account as the one who acts, for events before the session is open. Holds no permission. */
export const ownerOf = (konto: Whose & { readonly traegerId: string }): Actor => ({
  ...systemActor(konto.kreis, konto.traegerId),
  kontoId: konto.kontoId,
});

/**
 * A new session, after the password waiting for the second factor. Returns the cookie. It is always new, never one that a
 * browser brought along, so nobody can prepare a session for somebody else.
 */
export async function beginSession(
  tx: Tx,
  whose: Whose,
  at: Date,
  stand: "zweiter_faktor" | "offen" = "zweiter_faktor",
): Promise<string> {
  const token = newToken(whose.kreis);
  await tx
    .insertInto("kim.sitzung")
    .values({
      kreis: whose.kreis,
      konto_id: whose.kontoId,
      token_hash: tokenHash(token),
      stand,
      angelegt: at,
      zuletzt: at,
    })
    .execute();
  return token;
}

/**
 * Opens a session that waits for its second factor or is locked (`from`, as stored), under a new cookie; the old one is
 * worth nothing from here on. Undefined when another request was faster.
 */
export async function openSession(
  tx: Tx,
  kreis: string,
  sitzungId: string,
  from: string,
  at: Date,
): Promise<string | undefined> {
  const token = newToken(kreis);
  const opened = await tx
    .updateTable("kim.sitzung")
    .set({ token_hash: tokenHash(token), stand: "offen", zuletzt: at })
    .where("id", "=", sitzungId)
    .where("stand", "=", from)
    .executeTakeFirst();
  return opened.numUpdatedRows > 0n ? token : undefined;
}

/** Locks the session of a cookie at once; nothing happens when it is not open. */
export async function lockSession(actor: Actor, cookie: string): Promise<void> {
  await writeAs(actor, async (tx) => {
    const locked = await tx
      .updateTable("kim.sitzung")
      .set({ stand: "gesperrt" })
      .where("token_hash", "=", tokenHash(cookie))
      .where("stand", "=", "offen")
      .returning("id")
      .executeTakeFirst();
    if (locked === undefined) return;
    await recordEvent(tx, actor, { art: "sitzung.gesperrt", gegenstand: { art: "sitzung", id: locked.id } });
  });
}

/** Ends the session of a cookie, open or locked: signing out, or signing in as somebody else. Drafts stay. */
export async function endSessionOf(cookie: string, at: Date = now()): Promise<void> {
  const kreis = kreisOf(cookie);
  if (kreis === undefined || kreis === NO_KREIS) return;
  await writeAs(systemActor(kreis), async (tx) => {
    const session = await sessionOf(tx, cookie, at);
    if (session !== undefined) await endSession(tx, ownerOf(session), session.sitzungId);
  });
}

/** Ends one session of the actor's own account. Returns false when there is none to end. */
export async function endSession(tx: Tx, actor: Actor, sitzungId: string): Promise<boolean> {
  const ended = await tx
    .updateTable("kim.sitzung")
    .set({ stand: "beendet" })
    .where("id", "=", sitzungId)
    .where("konto_id", "=", actor.kontoId)
    .where("stand", "<>", "beendet")
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await recordEvent(tx, actor, { art: "sitzung.beendet", gegenstand: { art: "sitzung", id: sitzungId } });
  return true;
}

/** Ends all sessions of an account but one: after a change of password or second factor, or because somebody asks. */
export async function endSessions(tx: Tx, kontoId: string, except?: string): Promise<number> {
  const ended = await tx
    .updateTable("kim.sitzung")
    .set({ stand: "beendet" })
    .where("konto_id", "=", kontoId)
    .where("stand", "<>", "beendet")
    .$if(except !== undefined, (q) => q.where("id", "<>", except ?? ""))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
