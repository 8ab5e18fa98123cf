import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { At } from "../../../platform/held.ts";
import { destroySubjectKey } from "../../../platform/tresor/keys.ts";
import { openList } from "./open-list.ts";

/**
 * Throws one's own list away that was not taken over: nothing of it stays.
 * @throws NotFound, Refused where it was taken over or is being so
 */
export async function discardList(tx: Tx, actor: Actor, { id }: Pick<At, "id">): Promise<void> {
  await openList(tx, { id }, ["liest", "gelesen", "unlesbar"]);
  await tx.deleteFrom("kim.uebernahme").where("id", "=", id).execute();
  await destroySubjectKey(tx, actor.kreis, id);
  await recordEvent(tx, actor, { art: "liste.verworfen", gegenstand: { art: "liste", id } });
}
