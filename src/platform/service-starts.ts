import { systemActor } from "./actor.ts";
import { writeAs } from "./db.ts";
import { log } from "./log.ts";
import { NO_KREIS } from "./token.ts";

const system = systemActor(NO_KREIS);

/**
 * Notes that a service starts. Returns how to note its clean end: what stays is a crash, and several of them soon after one
 * another are a loop, which `/gesund` tells. A database that is away stops nobody.
 */
export async function noteStart(dienst: "web" | "worker"): Promise<() => Promise<void>> {
  const id = crypto.randomUUID();
  const noted = writeAs(system, (tx) => tx.insertInto("betrieb.dienst_start").values({ id, dienst }).execute());
  await noted.catch((error: unknown) => log.error("dienst.start_nicht_notiert", error));
  return async () => {
    const ended = writeAs(system, (tx) => tx.deleteFrom("betrieb.dienst_start").where("id", "=", id).execute());
    await ended.catch(() => undefined);
  };
}
