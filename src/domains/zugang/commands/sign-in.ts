import { systemActor } from "../../../platform/actor.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Wege, type Whose, offerTotp } from "../rows/anmeldewege.ts";
import { checkPasswort } from "./passwortpruefung.ts";
import { WRONG_SIGN_IN } from "../model/texte.ts";
import { newTotpSecret } from "../model/totp.ts";
import { addressBrake, forgiveAttempt } from "../rows/versuche.ts";
import { beginSession, endSessionOf } from "./sessions.ts";
import { emailHash } from "../queries/kontodaten.ts";

type SignIn = {
  readonly email: string;
  readonly passwort: string;
  readonly address: string;
  /** Cookie that the browser brought along; its session ends. */
  readonly cookie: string;
};

/** Half signed in: the cookie, and whether the second factor is to be asked or to be set up. */
export type FirstStep = { readonly cookie: string; readonly next: "code" | "einrichten" };

/**
 * First step of signing in: e-mail and password.
 * @throws Refused with one and the same sentence for whatever was wrong
 */
export async function signIn(input: SignIn, at: Date = now()): Promise<FirstStep> {
  const konto = await checkPasswort({ ...input, emailHash: emailHash(input.email) }, at);
  if (konto === undefined) throw new Refused(WRONG_SIGN_IN);
  await endSessionOf(input.cookie, at);
  return writeAs(systemActor(konto.kreis), async (tx) => {
    await forgiveAttempt(tx, addressBrake(input.address));
    return firstStep(tx, konto, konto.wege, at);
  });
}

/** A session that waits for the second factor. Where there is none yet, its secret is made now and shown next. */
export async function firstStep(tx: Tx, whose: Whose, wege: Wege, at: Date): Promise<FirstStep> {
  if (wege.totp === undefined) await offerTotp(tx, whose, wege.key, newTotpSecret(), at);
  const cookie = await beginSession(tx, whose, at);
  return { cookie, next: wege.totp === undefined ? "einrichten" : "code" };
}
