import { setTimeout as sleep } from "node:timers/promises";
import { log } from "../platform/log.ts";
import { openCluster, type Cluster } from "../platform/postgres/cluster.ts";
import type { Database } from "./database.ts";

const LONGEST_PAUSE_MS = 10_000;
/** A server that ends sooner than this after its start is not well: the next start waits longer. */
const STABLE_MS = 10_000;

/**
 * Keeps the embedded server running: after a crash it comes back on the same port, so that every address stays valid.
 * A server of one's own is left alone.
 * @returns how to end it for good
 */
export function keepDatabase(database: Database, folder: string): (graceMs: number) => Promise<void> {
  if (database.cluster === undefined) return database.stop;
  let current = database.cluster;
  const stopping = new AbortController();
  let revival = Promise.resolve();
  let pauseMs = 0;

  const watch = (cluster: Cluster) => {
    const begin = performance.now();
    cluster.onExit(() => {
      pauseMs = performance.now() - begin > STABLE_MS ? 0 : Math.min(LONGEST_PAUSE_MS, pauseMs * 2 + 100);
      log.warn("datenbank.beendet", { prozessnummer: cluster.pid });
      revival = revive(cluster.port);
    });
  };
  const revive = async (port: number) => {
    while (!stopping.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      try {
        current = await openCluster({ folder, port });
        watch(current);
        log.info("datenbank.wieder-da", { prozessnummer: current.pid });
        return;
      } catch (error) {
        log.error("datenbank.startet-nicht", error);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2 + 100);
      }
    }
  };

  watch(current);
  return async (graceMs) => {
    stopping.abort();
    await revival;
    await current.stop(graceMs);
  };
}
