import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { At } from "../../../platform/held.ts";
import { destroySubjectKey } from "../../../platform/tresor/keys.ts";
import { openList } from "./open-list.ts";

/**
 * Throws one's own list away that was not taken over: nothing of it stays. Of one that was, with rows left behind, only the file
 * goes, and with it the chance to mend them; what was taken stays. Says whether it was such a list.
 * @throws NotFound, Refused where it is being worked on, or nothing is left of it
 */
export async function discardList(tx: Tx, actor: Actor, { id }: Pick<At, "id">): Promise<boolean> {
  const { stand, bisher, version } = await openList(tx, { id }, ["liest", "gelesen", "unlesbar", "uebernommen"]);
  const taken = stand === "uebernommen" || bisher !== null;
  if (taken) {
    await tx
      .updateTable("kim.uebernahme")
      .set({ stand: "uebernommen", inhalt: null, version: version + 1 })
      .where("id", "=", id)
      .execute();
  } else {
    // The key first: only with the file in sight it is one's own to destroy.
    await destroySubjectKey(tx, actor.kreis, id);
    await tx.deleteFrom("kim.uebernahme").where("id", "=", id).execute();
  }
  await recordEvent(tx, actor, { art: "liste.verworfen", gegenstand: { art: "liste", id } });
  return taken;
}
