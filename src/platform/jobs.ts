import { Logger, type Runner, parseCronItems, run } from "graphile-worker";
import type { z } from "zod";
import { type Tx, sql } from "./db.ts";
import { log } from "./log.ts";

/** A job: its payload holds ids only, it may run twice with the same effect, and it opens its own door. */
export type Job = { readonly name: string; readonly run: (payload: unknown) => Promise<void> };

/** Defines a job. The payload is checked before `work` sees it; a payload that does not fit fails the job. */
export function job<S extends z.ZodType>(name: string, schema: S, work: (payload: z.output<S>) => Promise<void>): Job {
  return { name, run: async (payload) => work(schema.parse(payload)) };
}

/** Enqueues a job in this transaction: it exists exactly when the change does. */
export async function enqueue(tx: Tx, name: string, payload: Readonly<Record<string, string>>): Promise<void> {
  await sql`select betrieb.auftrag_einstellen(${name}, ${JSON.stringify(payload)}::json)`.execute(tx);
}

/** Jobs that run by the clock: `cron` in UTC, five fields. */
export type Timetable = readonly { readonly cron: string; readonly job: string }[];

/** Runs jobs until `stop()`. Errors are retried with growing pauses by graphile-worker. */
export async function runJobs(url: string, jobs: readonly Job[], timetable: Timetable): Promise<Runner> {
  return run({
    connectionString: url,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => (level, message) => {
      if (level === "error") log.error("auftrag.gescheitert", new Error(message));
    }),
    taskList: Object.fromEntries(jobs.map((j) => [j.name, j.run])),
    // Not as text: a crontab's lines know no dot in a name.
    parsedCronItems: parseCronItems(timetable.map((t) => ({ match: t.cron, task: t.job }))),
  });
}
