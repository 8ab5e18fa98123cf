import { atStart, jobs, timetable } from "./jobs.ts";
import { systemActor } from "./platform/actor.ts";
import { LONG_ANSWER_MS, sql, writeAs } from "./platform/db.ts";
import { enqueue, runJobs } from "./platform/jobs.ts";
import { log } from "./platform/log.ts";
import { runService } from "./process.ts";

const SIGN_OF_LIFE_MS = 10_000;

/** Tells `/gesund` that the worker lives. A failure is not its end: the database may be restarting. */
async function signOfLife(): Promise<void> {
  const zeit = sql<Date>`now()`;
  await writeAs(systemActor("00000"), (tx) =>
    tx
      .insertInto("betrieb.herzschlag")
      .values({ dienst: "worker", zeit })
      .onConflict((c) => c.column("dienst").doUpdateSet({ zeit }))
      .execute(),
  ).catch((error: unknown) => log.error("lebenszeichen.gescheitert", error));
}

await runService({
  name: "worker",
  urlVariable: "KIM_WORKER_URL",
  poolSize: 3,
  answerMs: LONG_ANSWER_MS,
  start: async (_config, databaseUrl) => {
    const runner = await runJobs(databaseUrl, jobs, timetable);
    await signOfLife();
    await writeAs(systemActor("00000"), async (tx) => {
      for (const name of atStart) await enqueue(tx, name, {});
    });
    const pulse = setInterval(signOfLife, SIGN_OF_LIFE_MS);
    return {
      stop: async () => {
        clearInterval(pulse);
        await runner.stop();
      },
    };
  },
});
