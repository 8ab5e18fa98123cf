import { type Actor, systemActor } from "../../../platform/actor.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { WRONG_PROOF } from "../model/texte.ts";
import type { Sitzung } from "../queries/sitzungen.ts";
import { type Proof, type Whose, hasFormerWege, restoreFormerWege, useFormerWeg } from "../rows/anmeldewege.ts";
import { markRead, openErneuerungen, releaseFiles } from "../rows/erneuerungen.ts";
import { addressBrake, codeBrake, forgetAttempts, forgiveAttempt } from "../rows/versuche.ts";
import { completeSignIn, countCode, waitingSession } from "./confirm-code.ts";
import { recordFailure } from "./passwortpruefung.ts";
import { ownerOf } from "./sessions.ts";

type Proving = { readonly code: string; readonly address: string };

/**
 * Opens one's own files again after somebody else renewed the way in, by a code of the app of before or one of the recovery
 * codes of before.
 * @throws Refused (field `nachweis`) for a wrong one, and when somebody has to wait
 */
export async function proveKonto(actor: Actor, { code, address }: Proving, at: Date = now()): Promise<void> {
  await countCode(actor.kontoId, { address }, at);
  const proved = await writeAs(actor, async (tx) => {
    const how = await prove(tx, actor, code, at);
    if (how === undefined) return false;
    await releaseFiles(tx, actor, actor, how);
    await markRead(tx, actor);
    await forgetAttempts(tx, [codeBrake(actor.kontoId)]);
    await forgiveAttempt(tx, addressBrake(address));
    return true;
  });
  if (proved) return;
  await recordFailure(actor, "nachweis");
  throw new Refused(WRONG_PROOF, "nachweis");
}

/** Nothing is used up where nothing waits. */
const prove = async (tx: Tx, whose: Whose, code: string, at: Date): Promise<Proof | undefined> =>
  (await openErneuerungen(tx, whose.kontoId)).length === 0 ? undefined : useFormerWeg(tx, whose, code, at);

/** Whether somebody who has just set a new password by a renewed link could prove herself by something of before. */
export async function canProve(cookie: string, at: Date = now()): Promise<boolean> {
  const session = await waitingSession(cookie, at);
  if (session === undefined || !session.geschlossen) return false;
  return readAs(systemActor(session.kreis), (tx) => hasFormerWege(tx, session));
}

/** `cookie` of an open session: the app of before goes on. Without one the app has still to be set up. */
export type Proved = { readonly cookie: string | undefined };

/**
 * The same before the new second factor is set up. A code of the app of before keeps that app and its recovery codes and
 * signs in; a recovery code opens the files, and the second factor is set up anew. Undefined when the first step has to be
 * done again.
 * @throws Refused (field `nachweis`) for a wrong one, and when somebody has to wait
 */
export async function proveAtSignIn(
  input: Proving & { readonly cookie: string },
  at: Date = now(),
): Promise<Proved | undefined> {
  const session = await waitingSession(input.cookie, at);
  if (session === undefined) return undefined;
  await countCode(session.kontoId, { address: input.address }, at);
  const proved = await writeAs(systemActor(session.kreis), (tx) => proveIn(tx, session, input, at));
  if (proved !== undefined) return proved;
  await recordFailure(session, "nachweis");
  throw new Refused(WRONG_PROOF, "nachweis");
}

async function proveIn(tx: Tx, session: Sitzung, input: Proving, at: Date): Promise<Proved | undefined> {
  const how = await prove(tx, session, input.code, at);
  if (how === undefined) return undefined;
  if (how === "app") await restoreFormerWege(tx, session);
  await releaseFiles(tx, ownerOf(session), session, how);
  if (how === "code") return { cookie: undefined };
  return { cookie: await completeSignIn(tx, session, { art: "totp", address: input.address }, at) };
}
