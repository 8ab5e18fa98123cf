import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import type { At } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { openList } from "./open-list.ts";

/**
 * Has the worker take over one's own list as it was last read: everything that is not held, or nothing. The event is
 * written when it is done.
 * @throws NotFound, Stale, Refused naming the state
 */
export async function startTakeOver(tx: Tx, actor: Actor, at: At): Promise<void> {
  await setTakeOver(tx, actor, at);
  await enqueue(tx, "uebernahme.uebernehmen", { kreis: actor.kreis, id: at.id });
}

/** The same without asking the worker: the command line takes over at once. @throws NotFound, Stale, Refused */
export async function setTakeOver(tx: Tx, _: Actor, { id, version }: At): Promise<void> {
  await openList(tx, { id, version }, ["gelesen"]);
  await tx
    .updateTable("kim.uebernahme")
    .set({ stand: "uebernimmt", fortschritt: 0, version: version + 1 })
    .where("id", "=", id)
    .execute();
}
