import { z } from "zod";
import { systemActor } from "./actor.ts";
import { now } from "./clock.ts";
import { sql, writeAs } from "./db.ts";
import { type Job, job } from "./jobs.ts";
import { log } from "./log.ts";
import { NO_KREIS } from "./token.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Two clocks that are read one after the other, or one that was set right a little, differ by less. */
const TOLERANCE_MS = 10 * MINUTE_MS;
/** A server may be off over a long weekend. */
const LONGEST_GAP_MS = 4 * DAY_MS;
/** A time that jumped is trusted after it was the same for so long: with a wrong one nobody gets through the second factor. */
const TRUSTED_AFTER_MS = 7 * DAY_MS;

/** What is known of the clock: the last trusted instant, and another one that was seen since and is waited for. */
export type Uhr = {
  readonly stand: Date;
  readonly neuSeit: Date | null;
  readonly neuZuletzt: Date | null;
};

/** What this process sees: the instant of the database, its own, and how far that jumped since the process began. */
export type Seen = { readonly database: Date; readonly own: Date; readonly jumpedMs: number };

/**
 * Whether the time can be trusted by who deletes by it. It cannot where database and process disagree, where it went back or far
 * ahead against the last run, or jumped while this process was running; from then on not until it was the same for a week.
 * Pure.
 */
export function judge(uhr: Uhr, { database, own, jumpedMs }: Seen): { readonly trusted: boolean; readonly uhr: Uhr } {
  const at = database.getTime();
  const since = at - uhr.stand.getTime();
  if (disagree(database, own)) return { trusted: false, uhr };
  const odd = Math.abs(jumpedMs) > TOLERANCE_MS || since < -TOLERANCE_MS || since > LONGEST_GAP_MS;
  const gap = at - (uhr.neuZuletzt?.getTime() ?? Number.NEGATIVE_INFINITY);
  // Where the time that jumped is gone again, the old one goes on.
  if (!odd && (uhr.neuSeit === null || gap < -TOLERANCE_MS)) return { trusted: true, uhr: trusted(database) };
  const same = gap > -TOLERANCE_MS && gap < LONGEST_GAP_MS;
  const neuSeit = same ? (uhr.neuSeit ?? database) : database;
  if (same && at - neuSeit.getTime() >= TRUSTED_AFTER_MS) return { trusted: true, uhr: trusted(database) };
  return { trusted: false, uhr: { stand: uhr.stand, neuSeit, neuZuletzt: database } };
}

/** Whether two clocks that were read at the same moment are not the same. */
export const disagree = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) > TOLERANCE_MS;

const trusted = (stand: Date): Uhr => ({ stand, neuSeit: null, neuZuletzt: null });

/** How far the clock of this machine was set while this process ran: the other one only ever goes on. */
let accepted = 0;
const jumped = (): number => now().getTime() - (performance.timeOrigin + performance.now()) - accepted;

/** The instant of the database, if it can be trusted; undefined otherwise. */
async function trustedNow(): Promise<Date | undefined> {
  return writeAs(systemActor(NO_KREIS), async (tx) => {
    const row = await tx
      .selectFrom("betrieb.uhr")
      .select(["stand", "neu_seit as neuSeit", "neu_zuletzt as neuZuletzt", sql<Date>`clock_timestamp()`.as("jetzt")])
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { trusted: ok, uhr } = judge(row, { database: row.jetzt, own: now(), jumpedMs: jumped() });
    await tx
      .updateTable("betrieb.uhr")
      .set({ stand: uhr.stand, neu_seit: uhr.neuSeit, neu_zuletzt: uhr.neuZuletzt })
      .execute();
    if (ok) accepted += jumped();
    return ok ? row.jetzt : undefined;
  });
}

/**
 * A job that deletes what has served its time. It goes by the clock of the database, and does nothing where that cannot be
 * trusted: a wrong clock would take what nobody can give back.
 */
export const retentionJob = (name: string, work: (at: Date) => Promise<void>): Job =>
  job(name, z.unknown(), async () => {
    const at = await trustedNow();
    if (at === undefined) log.warn("uhr.gesprungen", { job: name });
    else await work(at);
  });
