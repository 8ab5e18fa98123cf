import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { hashPassword } from "../../../platform/password-hash.ts";
import { NO_KREIS, kreisOf, tokenHash } from "../../../platform/token.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Whose, endWege, setPasswort, wegeOf } from "../rows/anmeldewege.ts";
import { markAccepted, openErneuerungen } from "../rows/erneuerungen.ts";
import { checkNeuesPasswort } from "../model/neues-passwort.ts";
import { inTurn } from "./passwortpruefung.ts";
import { STALE_INVITATION } from "../model/texte.ts";
import { endSessionOf, endSessions, ownerOf } from "./sessions.ts";
import { type FirstStep, firstStep } from "./sign-in.ts";
import { openEmail, openName } from "../queries/kontodaten.ts";

/** An invitation that can be accepted, and whom it greets. */
export type OpenInvitation = Whose & {
  readonly traegerId: string;
  readonly name: string;
  readonly email: string;
  /** Names of Kreis and Träger, which a password is not to be made of. */
  readonly orte: readonly string[];
  /** An account that never signed in, or was reset: what it had before counts no more. */
  readonly neu: boolean;
  /** Somebody was in before: what she used then opens her files at once. */
  readonly erneuert: boolean;
};

/** The open invitation of a link; undefined alike for unknown, used, replaced and expired ones. */
export async function invitationOf(token: string, at: Date = now()): Promise<OpenInvitation | undefined> {
  const kreis = kreisOf(token);
  if (kreis === undefined || kreis === NO_KREIS) return undefined;
  return readAs(systemActor(kreis), async (tx) => {
    const row = await tx
      .selectFrom("kim.einladung as e")
      .innerJoin("kim.konto as k", (on) => on.onRef("k.kreis", "=", "e.kreis").onRef("k.id", "=", "e.konto_id"))
      .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "k.kreis").onRef("t.id", "=", "k.traeger_id"))
      .innerJoin("ref.kim_kommune as g", "g.code", "k.kreis")
      .select(["k.id as kontoId", "k.traeger_id as traegerId", "k.name", "k.email", "k.status", "k.angenommen"])
      .select(["g.name as kreisName", "t.name as traeger"])
      .where("e.token_hash", "=", tokenHash(token))
      .where("e.verbraucht", "is", null)
      .where("e.gueltig_bis", ">", at)
      .where("k.status", "<>", "deaktiviert")
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { kontoId, traegerId } = row;
    const key = (await subjectKeys(tx, kreis, [kontoId])).get(kontoId);
    if (key === undefined) return undefined;
    const name = openName(key, kreis, kontoId, row.name);
    const email = openEmail(key, kreis, kontoId, row.email);
    const orte = [row.kreisName, row.traeger];
    const erneuert = row.angenommen !== null;
    return { kreis, kontoId, traegerId, name, email, orte, erneuert, neu: row.status === "eingeladen" };
  });
}

type Acceptance = {
  readonly token: string;
  readonly neu: string;
  readonly wiederholung: string;
  /** Cookie that the browser brought along; its session ends. */
  readonly cookie: string;
};

/**
 * Accepts an invitation once: sets the password, activates the account, ends its older sessions and goes on to the second
 * factor. A new or reset account sets it up; one that is active is asked for the one it has, as a link alone never replaces
 * it.
 * @throws Refused when the link is used up, or the password is not good enough
 */
export async function acceptInvitation(input: Acceptance, at: Date = now()): Promise<FirstStep> {
  const invitation = await invitationOf(input.token, at);
  if (invitation === undefined) throw new Refused(STALE_INVITATION);
  await checkNeuesPasswort(input, invitation);
  const hash = await inTurn(() => hashPassword(input.neu));
  await endSessionOf(input.cookie, at);
  return writeAs(systemActor(invitation.kreis), async (tx) => {
    if (!(await useUp(tx, input.token, at))) throw new Refused(STALE_INVITATION);
    // What was set up by a link that waits for its release proves nothing: it may be somebody else's.
    if (invitation.neu) await endWege(tx, invitation, { prove: await isUntouched(tx, invitation.kontoId) });
    const wege = await wegeOf(tx, invitation, at);
    if (wege === undefined) throw new Refused(STALE_INVITATION);
    await setPasswort(tx, invitation, wege.key, hash);
    await activate(tx, invitation, at);
    return firstStep(tx, invitation, wege, at);
  });
}

const isUntouched = async (tx: Tx, kontoId: string): Promise<boolean> =>
  (await openErneuerungen(tx, kontoId)).every(({ angenommen }) => angenommen === null);

/** One atomic step: of two who use the link at once, one gets through. */
async function useUp(tx: Tx, token: string, at: Date): Promise<boolean> {
  const used = await tx
    .updateTable("kim.einladung")
    .set({ verbraucht: at, link: null })
    .where("token_hash", "=", tokenHash(token))
    .where("verbraucht", "is", null)
    .where("gueltig_bis", ">", at)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

async function activate(tx: Tx, invitation: OpenInvitation, at: Date): Promise<void> {
  const { kontoId } = invitation;
  await tx
    .updateTable("kim.einladung")
    .set({ verbraucht: at, link: null })
    .where("konto_id", "=", kontoId)
    .where("verbraucht", "is", null)
    .execute();
  const status = await tx
    .updateTable("kim.konto")
    .set({ status: "aktiv" })
    .where("id", "=", kontoId)
    .where("status", "<>", "deaktiviert")
    .executeTakeFirst();
  if (status.numUpdatedRows === 0n) throw new Refused(STALE_INVITATION);
  await markAccepted(tx, kontoId);
  await endSessions(tx, kontoId);
  await recordEvent(tx, ownerOf(invitation), {
    art: "einladung.angenommen",
    gegenstand: { art: "konto", id: kontoId },
  });
}
