import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";

type Ereignis =
  | "rekonstruktion.begonnen"
  | "rekonstruktion.geaendert"
  | "rekonstruktion.gruppe"
  | "rekonstruktion.weiter"
  | "rekonstruktion.station"
  | "rekonstruktion.station_heraus"
  | "rekonstruktion.station_zurueck"
  | "rekonstruktion.fall"
  | "rekonstruktion.fall_heraus"
  | "rekonstruktion.luecke"
  | "rekonstruktion.luecke_heraus";

/** What happened to a reconstruction; of a case that came in it does not say which. */
export const geschah = (tx: Tx, actor: Actor, id: string, art: Ereignis, zweck?: string): Promise<void> =>
  recordEvent(tx, actor, {
    art,
    gegenstand: { art: "rekonstruktion", id },
    ...(zweck === undefined ? {} : { zweck }),
  });
