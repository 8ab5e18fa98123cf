import { Logger, runOnce } from "graphile-worker";
import { jobs } from "../../src/jobs.ts";
import type { TestDatabase } from "./db.ts";
import { asWorker } from "./zaehlen.ts";

/** Does everything that waits for the worker, as the worker's role; then the doors are those of the web process again. */
export const runDueJobs = (db: TestDatabase): Promise<void> =>
  asWorker(db, () =>
    runOnce({
      connectionString: db.urlOf("kim_worker"),
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      taskList: Object.fromEntries(jobs.map((job) => [job.name, job.run])),
    }),
  );
