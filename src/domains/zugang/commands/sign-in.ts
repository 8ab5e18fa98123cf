import { systemActor } from "../../../platform/actor.ts";
import { now } from "../../../platform/clock.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type Wege, type Whose, offerTotp } from "../rows/anmeldewege.ts";
import { checkPasswort } from "./passwortpruefung.ts";
import { WRONG_SIGN_IN } from "../model/texte.ts";
import { newTotpSecret } from "../model/totp.ts";
import { knownDevice } from "../queries/geraet.ts";
import { addressBrake, forgiveAttempt } from "../rows/versuche.ts";
import { beginSession, endSessionOf } from "./sessions.ts";
import { emailHash } from "../queries/kontodaten.ts";

type SignIn = {
  readonly email: string;
  readonly passwort: string;
  /** The Kreis that was chosen, by whoever has accounts in several. */
  readonly kreis?: string | undefined;
  readonly address: string;
  /** Cookie that the browser brought along; its session ends. */
  readonly cookie: string;
  /** What recognises the device; attempts of one that is known have their own budget. */
  readonly device?: string;
};

/** Half signed in: the cookie, and whether the second factor is to be asked or to be set up. */
export type FirstStep = { readonly cookie: string; readonly next: "code" | "einrichten" };

/**
 * First step of signing in: e-mail and password.
 * @throws Refused with one and the same sentence for whatever was wrong; with field `kreis` when it was right in several
 */
export async function signIn(input: SignIn, at: Date = now()): Promise<FirstStep> {
  const hash = emailHash(input.email);
  const own = deviceBudget(input.device, hash);
  const konto = await checkPasswort({ ...input, own, emailHash: hash }, at);
  if (konto === undefined) throw new Refused(WRONG_SIGN_IN);
  await endSessionOf(input.cookie, at);
  return writeAs(systemActor(konto.kreis), async (tx) => {
    if (own === undefined) await forgiveAttempt(tx, addressBrake(input.address));
    return firstStep(tx, konto, konto.wege, at);
  });
}

/** The budget of a device on which an account signed in before; undefined for any other device. */
export function deviceBudget(device: string | undefined, hash: Buffer): string | undefined {
  const name = knownDevice(device ?? "", hash);
  return name === undefined ? undefined : `geraet:${name}:${hash.toString("hex")}`;
}

/** A session that waits for the second factor. Where there is none yet, its secret is made now and shown next. */
export async function firstStep(tx: Tx, whose: Whose, wege: Wege, at: Date): Promise<FirstStep> {
  if (wege.totp === undefined) await offerTotp(tx, whose, wege.key, newTotpSecret(), at);
  const cookie = await beginSession(tx, whose, at);
  return { cookie, next: wege.totp === undefined ? "einrichten" : "code" };
}
