import { randomUUID } from "node:crypto";
import { systemActor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { dayOf } from "../../../platform/clock.ts";
import { type Tx, readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { TooManyWaiting } from "../../../platform/in-turn.ts";
import { hashPassword, inHashTurn, inKnownHashTurn, isWeak, verifyPassword } from "../../../platform/password-hash.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import { type Wege, type Whose, setPasswort, wegeOf } from "../rows/anmeldewege.ts";
import { ownerOf } from "./sessions.ts";
import { rolleOf } from "../model/rollen.ts";
import { BUSY, WHICH_KREIS } from "../model/texte.ts";
import {
  type Von,
  countAttempt,
  kontoBrake,
  passwortBrakes,
  pretendToWrite,
  refuseLocked,
  waiting,
} from "../rows/versuche.ts";

export type Konto = Whose & { readonly traegerId: string; readonly wege: Wege };

/** Where the request comes from: only its hash is counted. */
type Question = Von & {
  readonly emailHash: Buffer;
  readonly passwort: string;
  /** Of which Kreis, where that is known; an address may have an account in several. */
  readonly kreis?: string | undefined;
};

/**
 * Whether a password is right, behind the brakes: counted per account and per address, or for what is known of whoever asks,
 * before anything is hashed, and only a few at once. An unknown account, a wrong password and an account that may not sign in
 * (deactivated, no role today) take the same steps and answer alike: undefined.
 * @throws Refused when somebody has to wait, or the password is right in several Kreise (field `kreis`)
 */
export async function checkPasswort(question: Question, at: Date): Promise<Konto | undefined> {
  const { emailHash, passwort, kreis } = question;
  const brakes = passwortBrakes(question, emailHash);
  refuseLocked(brakes, at);
  return inTurn(async () => {
    const whose = await writeAs(systemActor(NO_KREIS), async (tx) => {
      const until = await countAttempt(tx, brakes, at);
      return until ?? (await whoseEmail(tx, emailHash, kreis));
    });
    if (whose instanceof Date) throw waiting(whose, at);
    const found = (await Promise.all(whose.map((one) => rightful(one, passwort, at)))).flatMap((konto) => konto ?? []);
    const right = found.filter((konto) => konto.richtig && konto.darf);
    if (right.length > 1) throw new Refused(WHICH_KREIS, "kreis");
    const [konto] = right;
    if (konto !== undefined) {
      await strengthen(konto, passwort);
      return konto;
    }
    if (found.length === 0) await writeAs(systemActor(NO_KREIS), (tx) => pretendToWrite(tx, kontoBrake(emailHash)));
    for (const one of found) await recordFailure(one, "passwort");
    return undefined;
  }, question.own !== undefined);
}

/** An account, and whether this is its password; undefined when it is nobody's, after the same time. */
async function rightful(whose: Whose, passwort: string, at: Date) {
  const konto = await readAs(systemActor(whose.kreis), (tx) => kontoOf(tx, whose, at));
  const richtig = await verifyPassword(konto?.wege.passwort, passwort);
  return konto && { ...konto, richtig };
}

/** Runs what hashes, in its turn; whoever is known has one of their own. @throws Refused when too many wait already */
export async function inTurn<R>(work: () => Promise<R>, known = false): Promise<R> {
  try {
    return await (known ? inKnownHashTurn : inHashTurn)(work);
  } catch (error) {
    throw error instanceof TooManyWaiting ? new Refused(BUSY) : error;
  }
}

/** A failed try belongs into the protocol of the account it was aimed at. */
export const recordFailure = (konto: Whose & { readonly traegerId: string }, zweck: string): Promise<void> =>
  writeAs(systemActor(konto.kreis), (tx) =>
    recordEvent(tx, ownerOf(konto), {
      art: "anmeldung.gescheitert",
      gegenstand: { art: "konto", id: konto.kontoId },
      zweck,
    }),
  );

/** The accounts of an address; for an unknown one somebody who is nobody, so that the same queries follow. */
async function whoseEmail(tx: Tx, emailHash: Buffer, kreis: string | undefined): Promise<readonly Whose[]> {
  const found = await tx
    .selectFrom("betrieb.anmeldename")
    .select(["kreis", "konto_id as kontoId"])
    .where("email_hash", "=", emailHash)
    .$if(kreis !== undefined, (q) => q.where("kreis", "=", kreis ?? ""))
    .execute();
  return found.length === 0 ? [{ kreis: NO_KREIS, kontoId: randomUUID() }] : found;
}

async function kontoOf(tx: Tx, whose: Whose, at: Date): Promise<(Konto & { readonly darf: boolean }) | undefined> {
  const konto = await tx
    .selectFrom("kim.konto")
    .select(["traeger_id", "status"])
    .where("id", "=", whose.kontoId)
    .executeTakeFirst();
  const day = dayOf(at);
  const rollen = await tx
    .selectFrom("kim.rolle")
    .select("rolle")
    .where("konto_id", "=", whose.kontoId)
    .where("von", "<=", day)
    .where((eb) => eb.or([eb("bis", "is", null), eb("bis", ">=", day)]))
    .execute();
  const wege = await wegeOf(tx, whose, at);
  if (konto === undefined || wege === undefined) return undefined;
  const darf = konto.status === "aktiv" && rollen.some((r) => rolleOf(r.rolle) !== undefined);
  return { ...whose, traegerId: konto.traeger_id, wege, darf };
}

/** The parameters of the hash have grown since it was made: now is the moment that the password is known. */
async function strengthen(konto: Konto, passwort: string): Promise<void> {
  if (konto.wege.passwort === undefined || !isWeak(konto.wege.passwort)) return;
  const hash = await hashPassword(passwort);
  await writeAs(systemActor(konto.kreis), (tx) => setPasswort(tx, konto, konto.wege.key, hash));
}
