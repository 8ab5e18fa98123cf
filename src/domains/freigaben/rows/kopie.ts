import type { Tx } from "../../../platform/db.ts";
import { sql } from "../../../platform/db.ts";
import type { Sperrgrund, Stand } from "../model/stand.ts";

/** Takes a copy to its next state; the database asks whether it goes there, and who may. */
export const setStand = (tx: Tx, id: string, stand: Stand) =>
  tx
    .updateTable("kim.freigabe")
    .set((e) => ({ stand, version: e("version", "+", 1) }))
    .where("id", "=", id)
    .execute();

/** Locks a copy for good: its key goes with it. */
export const lockKopie = (tx: Tx, id: string, weil: Sperrgrund) =>
  tx
    .updateTable("kim.freigabe")
    .set((e) => ({
      gesperrt_am: sql<Date>`now()`,
      gesperrt_weil: weil,
      schluessel: null,
      version: e("version", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
