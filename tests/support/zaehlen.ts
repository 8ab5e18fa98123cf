import { countFigures } from "../../src/domains/auswertung/index.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import type { TestDatabase } from "./db.ts";

/** Does something as the worker, with the doors open as its role, and opens them for the web process again. */
export async function asWorker<R>(db: TestDatabase, work: () => Promise<R>): Promise<R> {
  await stopDatabase();
  startDatabase({ url: db.urlOf("kim_worker"), applicationName: "kim-test", poolSize: 2 });
  try {
    return await work();
  } finally {
    await stopDatabase();
    startDatabase({ url: db.urlOf("kim_web"), applicationName: "kim-test", poolSize: 4 });
  }
}

/** Brings the figures of a Kreis up to date, as the job does every minute. */
export const counted = (db: TestDatabase, kreis = "05382"): Promise<number> => asWorker(db, () => countFigures(kreis));
