import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Whose, confirmTotp, renewRecoveryCodes, useTotp, wegeOf } from "../rows/anmeldewege.ts";
import type { Sitzung } from "../queries/sitzungen.ts";
import { WRONG_CODE } from "../model/texte.ts";
import { totpUri } from "../model/totp.ts";
import { completeSignIn, countCode, fromDevice, waitingSession } from "./confirm-code.ts";
import { ownerOf } from "./sessions.ts";
import { openEmail } from "../queries/kontodaten.ts";

/** What the authenticator app has to learn: the secret to type, and the same as the address of a QR code. */
export type TotpOffer = { readonly secret: string; readonly uri: string };

/** The second factor that is waiting for its confirmation; undefined when there is none (any more). */
export async function totpOffer(tx: Tx, whose: Whose, kreisName: string, at: Date): Promise<TotpOffer | undefined> {
  const wege = await wegeOf(tx, whose, at);
  const konto = await tx.selectFrom("kim.konto").select("email").where("id", "=", whose.kontoId).executeTakeFirst();
  if (wege?.neuesTotp === undefined || konto === undefined) return undefined;
  const { secret } = wege.neuesTotp;
  const email = openEmail(wege.key, whose.kreis, whose.kontoId, konto.email);
  return { secret, uri: totpUri(secret, `KIM ${kreisName}`, email) };
}

/** The same for somebody at the first sign-in, by the cookie of the first step. */
export async function firstTotpOffer(cookie: string, at: Date = now()): Promise<TotpOffer | undefined> {
  const session = await waitingSession(cookie, at);
  if (session === undefined) return undefined;
  return readAs(systemActor(session.kreis), async (tx) => {
    // Whoever has a second factor already proves that one, and changes it only when signed in.
    const wege = await wegeOf(tx, session, at);
    return wege?.totp === undefined ? totpOffer(tx, session, session.kreisName, at) : undefined;
  });
}

type Confirmation = {
  readonly cookie: string;
  readonly code: string;
  readonly address: string;
  readonly device?: string;
};

/** Signed in for the first time: the cookie of the open session, and the recovery codes to be noted. */
export type Enrolled = { readonly cookie: string; readonly codes: readonly string[] };

/**
 * Confirms the first second factor by a code of the app, makes the recovery codes and opens the session. Undefined when the
 * first step has to be done again.
 * @throws Refused for a wrong code, and when somebody has to wait
 */
export async function enrolSecondFactor(input: Confirmation, at: Date = now()): Promise<Enrolled | undefined> {
  const session = await waitingSession(input.cookie, at);
  if (session === undefined) return undefined;
  const from = fromDevice(input, session);
  await countCode(session.kontoId, from, at);
  return writeAs(systemActor(session.kreis), async (tx) => {
    const wege = await wegeOf(tx, session, at);
    if (wege?.neuesTotp === undefined || wege.totp !== undefined) return undefined;
    const codes = await takeTotp(tx, session, wege.neuesTotp, input.code, at);
    const cookie = await completeSignIn(tx, session, { art: "totp", ...from }, at);
    if (cookie === undefined) return undefined;
    return { cookie, codes };
  });
}

/**
 * Makes the offered second factor the valid one, with ten new recovery codes.
 * @throws Refused (field `code`) when the app's code is not right
 */
export async function takeTotp(
  tx: Tx,
  konto: Pick<Sitzung, "kreis" | "kontoId" | "traegerId">,
  offer: { readonly id: string; readonly secret: string },
  code: string,
  at: Date,
): Promise<readonly string[]> {
  const right = await useTotp(tx, offer, code.replaceAll(/\s/g, ""), at);
  if (!right || !(await confirmTotp(tx, konto, offer.id))) throw new Refused(WRONG_CODE, "code");
  const gegenstand = { art: "konto", id: konto.kontoId };
  await recordEvent(tx, ownerOf(konto), { art: "konto.zweiter_faktor_eingerichtet", gegenstand });
  return renewRecoveryCodes(tx, konto);
}
