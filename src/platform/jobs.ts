import { setTimeout as sleep } from "node:timers/promises";
import { Logger, parseCronItems, run } from "graphile-worker";
import type { z } from "zod";
import { type Tx, sql } from "./db.ts";
import { type JobKey, beginJob, endJob, uncountStart } from "./job-starts.ts";
import { log } from "./log.ts";
import { isPause } from "./pause.ts";

/** A job: its payload holds ids only, it may run twice with the same effect, and it opens its own door. */
export type Job = { readonly name: string; readonly run: (payload: unknown) => Promise<void> };

type Options<P> = {
  /** The id of what the job is about. Starts that never come to their end are counted for each of them. */
  readonly subject?: (payload: P) => string;
  /** Marks the subject, with a sentence, after its third start did not come to its end: nothing begins it again then. */
  readonly giveUp?: (payload: P) => Promise<void>;
  /** It fails because of somebody else (a mail server): then it is tried again, and only a crash counts. */
  readonly outside?: true;
  /** After this time it counts as failed, and its signal tells it to stop. */
  readonly deadlineMs?: number;
};

const DEADLINE_MS = 10 * 60_000;

/** What runs at this moment; a worker that is stopped did not fail. */
const running = new Set<JobKey>();

/**
 * Defines a job. The payload is checked before `work` sees it; a payload that does not fit fails the job. Of a subject that
 * brings the worker down the third start is the last one (job-starts.ts).
 */
export function job<S extends z.ZodType>(
  name: string,
  schema: S,
  work: (payload: z.output<S>, signal: AbortSignal) => Promise<void>,
  options: Options<z.output<S>> = {},
): Job {
  const { subject, giveUp, outside, deadlineMs = DEADLINE_MS } = options;
  const runOnce = async (payload: unknown) => {
    const parsed = schema.parse(payload);
    const key = { auftrag: name, gegenstand: subject?.(parsed) ?? "" };
    if (!(await beginJob(key, giveUp !== undefined))) return giveUp?.(parsed);
    running.add(key);
    try {
      await within(deadlineMs, (signal) => work(parsed, signal));
    } catch (error) {
      if (outside === true || isPause(error)) await uncountLater(key);
      throw error;
    } finally {
      running.delete(key);
    }
    await endJob(key);
  };
  return { name, run: runOnce };
}

/** Waits for work until its time is over. @throws what the work throws, or a TimeoutError */
async function within(ms: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const late = new AbortController();
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new DOMException("Der Auftrag dauerte zu lange.", "TimeoutError");
    late.abort(error);
    over.reject(error);
  }, ms);
  try {
    await Promise.race([work(late.signal), over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The database that went may need a moment to come back. */
async function uncountLater(key: JobKey): Promise<void> {
  for (const pauseMs of [0, 500, 1000, 2000, 4000]) {
    await sleep(pauseMs);
    try {
      await uncountStart(key);
      return;
    } catch (error) {
      if (!isPause(error)) throw error;
    }
  }
}

/** Enqueues a job in this transaction: it exists exactly when the change does. */
export async function enqueue(tx: Tx, name: string, payload: Readonly<Record<string, string>>): Promise<void> {
  await sql`select betrieb.auftrag_einstellen(${name}, ${JSON.stringify(payload)}::json)`.execute(tx);
}

/** Jobs that run by the clock: `cron` in UTC, five fields. */
export type Timetable = readonly { readonly cron: string; readonly job: string }[];

/** Runs jobs until `stop()`. Errors are retried with growing pauses by graphile-worker. */
export async function runJobs(
  url: string,
  jobs: readonly Job[],
  timetable: Timetable,
): Promise<{ readonly stop: () => Promise<void> }> {
  const runner = await run({
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
  return {
    stop: async () => {
      await Promise.all([...running].map((key) => uncountStart(key).catch(() => undefined)));
      await runner.stop();
    },
  };
}
