import type { Tx } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";

/** The job that counts what changed. */
export const COUNT = "auswertung.zaehlen";

/** Has the figures of a Kreis counted within seconds after this transaction; without it they follow within a minute. */
export const requestCount = (tx: Tx, kreis: string): Promise<void> => enqueue(tx, COUNT, { kreis });
