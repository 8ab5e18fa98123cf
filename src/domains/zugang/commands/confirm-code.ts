import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { NO_KREIS, kreisOf } from "../../../platform/token.ts";
import { useRecoveryCode, useTotp, wegeOf } from "../rows/anmeldewege.ts";
import { recordFailure } from "./passwortpruefung.ts";
import { deviceBudget } from "./sign-in.ts";
import { type Sitzung, sessionOf } from "../queries/sitzungen.ts";
import { standAt } from "../model/sitzung.ts";
import { WRONG_CODE, WRONG_RECOVERY_CODE } from "../model/texte.ts";
import * as versuche from "../rows/versuche.ts";
import { openSession, ownerOf } from "./sessions.ts";

type Code = {
  readonly cookie: string;
  readonly code: string;
  readonly art: "totp" | "wiederherstellung";
  readonly address: string;
  /** What recognises the device; attempts of one that is known have their own budget. */
  readonly device?: string;
};

/**
 * Second step of signing in: a code of the app or a recovery code. Returns the new cookie of the open session; undefined
 * when the first step is not there (any more) and has to be done again.
 * @throws Refused for a wrong or used code, and when somebody has to wait
 */
export async function confirmCode(input: Code, at: Date = now()): Promise<string | undefined> {
  const session = await waitingSession(input.cookie, at);
  if (session === undefined) return undefined;
  const from = fromDevice(input, session);
  await countCode(session.kontoId, from, at);
  const cookie = await writeAs(systemActor(session.kreis), async (tx) => {
    if (!(await isRight(tx, session, input, at))) return undefined;
    return completeSignIn(tx, session, { ...from, art: input.art }, at);
  });
  if (cookie !== undefined) return cookie;
  await recordFailure(session, input.art);
  throw new Refused(input.art === "totp" ? WRONG_CODE : WRONG_RECOVERY_CODE, "code");
}

/** The session of a cookie that has given its password and waits for the second factor. */
export async function waitingSession(cookie: string, at: Date): Promise<Sitzung | undefined> {
  const kreis = kreisOf(cookie);
  if (kreis === undefined || kreis === NO_KREIS) return undefined;
  const session = await readAs(systemActor(kreis), (tx) => sessionOf(tx, cookie, at));
  if (session === undefined || session.rechte.size === 0) return undefined;
  return standAt(session, at) === "zweiter_faktor" ? session : undefined;
}

/** Where somebody who gave the password comes from. */
export const fromDevice = (
  { address, device }: Pick<Code, "address" | "device">,
  { emailHash }: Pick<Sitzung, "emailHash">,
): versuche.Von => ({ address, own: deviceBudget(device, emailHash) });

/** @throws Refused when too many codes were tried */
export async function countCode(kontoId: string, from: versuche.Von, at: Date): Promise<void> {
  const brakes = versuche.codeBrakes(from, kontoId);
  versuche.refuseLocked(brakes, at);
  const until = await writeAs(systemActor(NO_KREIS), (tx) => versuche.countAttempt(tx, brakes, at));
  if (until !== undefined) throw versuche.waiting(until, at);
}

async function isRight(tx: Tx, session: Sitzung, { art, code }: Code, at: Date): Promise<boolean> {
  if (art === "wiederherstellung") return useRecoveryCode(tx, session, code, at);
  const totp = (await wegeOf(tx, session, at))?.totp;
  return totp !== undefined && useTotp(tx, totp, code.replaceAll(/\s/g, ""), at);
}

/** Opens the session under a new cookie, forgets the counted attempts and writes the protocol. */
export async function completeSignIn(
  tx: Tx,
  session: Sitzung,
  how: Pick<Code, "art"> & versuche.Von,
  at: Date,
): Promise<string | undefined> {
  const cookie = await openSession(tx, session.kreis, session.sitzungId, "zweiter_faktor", at);
  if (cookie === undefined) return undefined;
  // The address is in both and gets its attempt back once.
  const [first, ...others] = versuche.codeBrakes(how, session.kontoId);
  const passwort = versuche.passwortBrakes(how, session.emailHash).filter(({ art }) => art === "stufen");
  await versuche.settle(tx, [...(first ? [first] : []), ...passwort, ...others]);
  const gegenstand = { art: "konto", id: session.kontoId };
  await recordEvent(tx, ownerOf(session), { art: "anmeldung.erfolgt", gegenstand, zweck: how.art });
  return cookie;
}
