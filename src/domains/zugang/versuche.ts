import { isIPv6 } from "node:net";
import { type Tx, sql } from "../../platform/db.ts";
import { Refused } from "../../platform/form.ts";
import { keyedHash } from "../../platform/tresor/hash.ts";

const WINDOW_S = 15 * 60;

type Brake = {
  readonly key: Buffer;
  /** Seconds to wait after the nth attempt; the last number holds for all that follow. */
  readonly pauses: readonly number[];
};

const zeros = (count: number) => Array.from({ length: count }, () => 0);

/**
 * Growing pauses, after the tenth attempt a quarter of an hour; then it starts anew. So at most ten passwords of one account
 * are checked in any 15 minutes, and no lock is permanent (BSI ORP.4.A13).
 */
const KONTO = [0, 0, 0, 2, 4, 8, 16, 30, 60, WINDOW_S];

/** A whole office may share one address, so only many failures slow it down, and never to a standstill. */
const ADRESSE = [...zeros(30), 1, 2, 4, 8, 15, 30, 60];

const brake = (pauses: readonly number[], name: string): Brake => ({ key: keyedHash("anmeldeversuch", name), pauses });

/** Counts by the hash of the e-mail address: for unknown addresses as well, so that the brake tells nothing. */
export const kontoBrake = (emailHash: Buffer): Brake => brake(KONTO, `konto:${emailHash.toString("hex")}`);

/** Counts wrong codes of the second factor apart: whoever knows the password shall not try codes for free. */
export const codeBrake = (kontoId: string): Brake => brake(KONTO, `code:${kontoId}`);

export const addressBrake = (address: string): Brake => brake(ADRESSE, `adresse:${networkOf(address)}`);

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
  for (const { key, pauses } of brakes) {
    const until = await count(tx, key, pauses, at);
    if (until === undefined) continue;
    if (locked.size >= MAX_KNOWN) locked.clear();
    locked.set(key.toString("hex"), until.getTime());
    return until;
  }
  return undefined;
}

async function count(tx: Tx, key: Buffer, pauses: readonly number[], at: Date): Promise<Date | undefined> {
  const seconds = sql`${[...pauses]}::int[]`;
  const stale = sql`abs(extract(epoch from ${at}::timestamptz - v.zuletzt)) >= ${WINDOW_S}`;
  const number = sql`case when ${stale} then 1 else v.fehlversuche + 1 end`;
  const free = await sql<{ fehlversuche: number }>`
    insert into betrieb.anmeldeversuch as v (schluessel, fehlversuche, zuletzt, gesperrt_bis)
    values (${key}, 1, ${at}, ${at}::timestamptz + make_interval(secs => (${seconds})[1]))
    on conflict (schluessel) do update set
      fehlversuche = ${number},
      zuletzt = ${at},
      gesperrt_bis = ${at}::timestamptz
        + make_interval(secs => (${seconds})[least(${number}, ${pauses.length})])
    where ${stale} or v.gesperrt_bis is null or v.gesperrt_bis <= ${at}
    returning fehlversuche`.execute(tx);
  if (free.rows.length > 0) return undefined;
  const row = await tx
    .selectFrom("betrieb.anmeldeversuch")
    .select("gesperrt_bis")
    .where("schluessel", "=", key)
    .executeTakeFirst();
  return row?.gesperrt_bis ?? at;
}

/** Forgets what was counted: somebody proved to be the right person. */
export async function forgetAttempts(tx: Tx, brakes: readonly Brake[]): Promise<void> {
  const keys = brakes.map((b) => b.key);
  await tx.deleteFrom("betrieb.anmeldeversuch").where("schluessel", "in", keys).execute();
}

/** Takes back one attempt of an address: it was no failure. Others of the same line stay counted. */
export async function forgiveAttempt(tx: Tx, { key }: Brake): Promise<void> {
  await tx
    .updateTable("betrieb.anmeldeversuch")
    .set({ fehlversuche: sql<number>`greatest(fehlversuche - 1, 0)` })
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
