import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { type Job, type Timetable, enqueue, job } from "../../../platform/jobs.ts";
import { NO_KREIS } from "../../../platform/token.ts";
import { pruefe } from "../commands/pruefe.ts";
import { zaehle } from "../commands/zaehle.ts";

/** By the clock for every Kreis; asked for by name for one. */
const wish = z.object({ kreis: z.string().optional() });

const kreise = async (): Promise<string[]> => {
  const rows = await readAs(systemActor(NO_KREIS), (tx) => tx.selectFrom("betrieb.mandant").select("kreis").execute());
  return rows.map((row) => row.kreis);
};

/** One Kreis after the other. */
const each = (name: string, work: (kreis: string) => Promise<unknown>): Job =>
  job(name, wish, async ({ kreis }) => {
    for (const one of kreis === undefined ? await kreise() : [kreis]) await work(one);
  });

const zaehlenJob = each("auswertung.zaehlen", zaehle);
const pruefenJob = each("auswertung.pruefen", pruefe);

/** Has the figures of a Kreis counted within seconds after this transaction; without it they follow within a minute. */
export const requestCount = (tx: Tx, kreis: string): Promise<void> => enqueue(tx, zaehlenJob.name, { kreis });

export const jobs: readonly Job[] = [zaehlenJob, pruefenJob];
export const timetable: Timetable = [
  { cron: "* * * * *", job: zaehlenJob.name },
  { cron: "43 1 * * *", job: pruefenJob.name },
];
