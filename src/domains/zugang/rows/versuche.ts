import { isIPv6 } from "node:net";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { keyedHash } from "../../../platform/tresor/hash.ts";

const WINDOW_S = 15 * 60;

/** What is counted: `stufen` for an account (and its codes), `stetig` for a network address. */
type Brake = { readonly key: Buffer; readonly art: "stufen" | "stetig" };

/**
 * Seconds to wait after the nth attempt of an account: growing pauses, after the tenth a quarter of an hour; then it starts
 * anew. So at most ten passwords of one account are checked in any 15 minutes, and no lock is permanent (BSI ORP.4.A13).
 */
const PAUSES = [0, 0, 0, 2, 4, 8, 16, 30, 60, WINDOW_S];

/**
 * A whole office may share one address: thirty failures at once are free, and one comes back every 30 seconds. An office
 * never notices; a flood from one address gets through twice a minute.
 */
const BACK_AFTER_S = 30;

/**
 * Where an attempt comes from. `own` is what is known of whoever makes it – a device on which the account signed in before, a
 * session of its own: then the attempt counts for that alone, and strangers cannot use its budget up.
 */
export type Von = { readonly address: string; readonly own?: string | undefined };

const brake = (art: Brake["art"], name: string): Brake => ({ key: keyedHash("anmeldeversuch", name), art });

/** Counts by the hash of the e-mail address: for unknown addresses as well, so that the brake tells nothing. */
export const kontoBrake = (emailHash: Buffer): Brake => brake("stufen", `konto:${emailHash.toString("hex")}`);

/** Counts wrong codes of the second factor apart: whoever knows the password shall not try codes for free. */
export const codeBrake = (kontoId: string): Brake => brake("stufen", `code:${kontoId}`);

export const addressBrake = (address: string): Brake => brake("stetig", `adresse:${networkOf(address)}`);

const ownBrake = (own: string): Brake => brake("stufen", `eigen:${own}`);

/** What an attempt with a password counts for. The address comes first, here as everywhere: one order for all. */
export const passwortBrakes = ({ address, own }: Von, emailHash: Buffer): readonly Brake[] =>
  own === undefined ? [addressBrake(address), kontoBrake(emailHash)] : [ownBrake(own)];

/** What an attempt with a code counts for. */
export const codeBrakes = ({ address, own }: Von, kontoId: string): readonly Brake[] =>
  own === undefined ? [addressBrake(address), codeBrake(kontoId)] : [ownBrake(`code:${own}`)];

/** An IPv6 line has 2⁶⁴ addresses: the network counts. IPv4 inside of IPv6 is IPv4. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [...front, ...Array.from({ length: 8 - front.length - back.length }, () => "0"), ...back];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** Locks that this process knows of: a flood of attempts is turned away without asking the database. */
const locked = new Map<string, number>();
const MAX_KNOWN = 10_000;

/**
 * Refuses at once what is known to be locked. Call it before anything costly.
 * @throws Refused with the time to wait
 */
export function refuseLocked(brakes: readonly Brake[], at: Date): void {
  for (const { key } of brakes) {
    const until = locked.get(key.toString("hex")) ?? 0;
    if (until > at.getTime()) throw waiting(new Date(until), at);
  }
}

/**
 * Counts an attempt before its password is checked, in a transaction that commits whatever comes. Of parallel attempts
 * exactly as many come through as one after the other would. `undefined` is free to go on, else the instant to wait for.
 */
export async function countAttempt(tx: Tx, brakes: readonly Brake[], at: Date): Promise<Date | undefined> {
  for (const { key, art } of brakes) {
    const free = await (art === "stufen" ? countStep(key, at) : countSteady(key, at)).execute(tx);
    if (free.rows.length > 0) continue;
    const until = await lockedUntil(tx, key, at);
    if (locked.size >= MAX_KNOWN) locked.clear();
    locked.set(key.toString("hex"), until.getTime());
    return until;
  }
  return undefined;
}

/** One atomic step: no row comes back where the lock still holds. What a quarter of an hour ago was is forgotten. */
function countStep(key: Buffer, at: Date) {
  const stale = sql`abs(extract(epoch from ${at}::timestamptz - v.zuletzt)) >= ${WINDOW_S}`;
  const number = sql`case when ${stale} then 1 else v.fehlversuche + 1 end`;
  const pause = sql`make_interval(secs => (${[...PAUSES]}::int[])[least(${number}, ${PAUSES.length})])`;
  return sql`
    insert into betrieb.anmeldeversuch as v (schluessel, fehlversuche, zuletzt, gesperrt_bis)
    values (${key}, 1, ${at}, ${at})
    on conflict (schluessel) do update
      set fehlversuche = ${number}, zuletzt = ${at}, gesperrt_bis = ${at}::timestamptz + ${pause}
    where ${stale} or v.gesperrt_bis <= ${at}
    returning fehlversuche`;
}

/** The same for an address: every attempt moves the end of its lock by 30 seconds, beginning a quarter of an hour ago. */
function countSteady(key: Buffer, at: Date) {
  const earliest = new Date(at.getTime() - WINDOW_S * 1000);
  const step = sql`make_interval(secs => ${BACK_AFTER_S})`;
  const clockWasSetBack = sql`v.gesperrt_bis > ${at}::timestamptz + make_interval(secs => ${WINDOW_S})`;
  return sql`
    insert into betrieb.anmeldeversuch as v (schluessel, fehlversuche, zuletzt, gesperrt_bis)
    values (${key}, 1, ${at}, ${earliest}::timestamptz + ${step})
    on conflict (schluessel) do update
      set fehlversuche = v.fehlversuche + 1, zuletzt = ${at},
        gesperrt_bis = case when ${clockWasSetBack} then ${earliest} else greatest(v.gesperrt_bis, ${earliest}) end + ${step}
    where v.gesperrt_bis <= ${at} or ${clockWasSetBack}
    returning fehlversuche`;
}

async function lockedUntil(tx: Tx, key: Buffer, at: Date): Promise<Date> {
  const row = await tx
    .selectFrom("betrieb.anmeldeversuch")
    .select("gesperrt_bis")
    .where("schluessel", "=", key)
    .executeTakeFirst();
  return row?.gesperrt_bis ?? at;
}

/** Somebody proved to be the right person: what was counted is forgotten, the address gets back this one attempt. */
export async function settle(tx: Tx, brakes: readonly Brake[]): Promise<void> {
  for (const one of brakes) await (one.art === "stetig" ? forgiveAttempt(tx, one) : forgetAttempts(tx, [one]));
}

/** Forgets what was counted: somebody proved to be the right person. */
export async function forgetAttempts(tx: Tx, brakes: readonly Brake[]): Promise<void> {
  const keys = brakes.map((b) => b.key);
  await tx.deleteFrom("betrieb.anmeldeversuch").where("schluessel", "=", anyOf(keys)).execute();
}

/**
 * Does nothing, in the time that it takes to write something down: for accounts that do not exist, whose failure no protocol
 * takes.
 */
export async function pretendToWrite(tx: Tx, { key }: Brake): Promise<void> {
  await tx
    .updateTable("betrieb.anmeldeversuch")
    .set((eb) => ({ zuletzt: eb.ref("zuletzt") }))
    .where("schluessel", "=", key)
    .execute();
}

/** Takes back one attempt of an address: it was no failure. Others of the same line stay counted. */
export async function forgiveAttempt(tx: Tx, { key }: Brake): Promise<void> {
  await tx
    .updateTable("betrieb.anmeldeversuch")
    .set({ gesperrt_bis: sql<Date>`gesperrt_bis - make_interval(secs => ${BACK_AFTER_S})` })
    .where("schluessel", "=", key)
    .execute();
}

/** The sentence for somebody who has to wait; the same whether the account exists or not. */
export function waiting(until: Date, at: Date): Refused {
  const seconds = Math.max(2, Math.ceil((until.getTime() - at.getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  const time = seconds <= 60 ? `${seconds} Sekunden` : `${minutes} Minuten`;
  return new Refused(
    `Es gab zu viele vergebliche Versuche. Bitte warten Sie ${time} und versuchen Sie es dann wieder.`,
  );
}
