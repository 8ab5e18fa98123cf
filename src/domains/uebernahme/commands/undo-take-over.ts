import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { berichteMit } from "../queries/berichtet.ts";
import { openTaken } from "./open-list.ts";

const BLOCKED =
  "Ein freigegebener Bericht zählt diese Liste mit; deshalb lässt sich die Übernahme nicht mehr zurücknehmen. Ziehen Sie einzelne Beratungen zurück, wenn sie nicht stimmen.";

/**
 * Has the worker take out again everything that one's own list brought: consultations with everything about them, also
 * where they were corrected since, persons who have no other consultation, sums. Words that were decided stay decided.
 * @throws NotFound, Stale, Refused naming the state, or when a released report counts the list
 */
export async function undoTakeOver(tx: Tx, actor: Actor, at: At): Promise<void> {
  await setUndo(tx, actor, at);
  await enqueue(tx, "uebernahme.zuruecknehmen", { kreis: actor.kreis, id: at.id });
}

/** The same without asking the worker: the command line takes back at once. @throws NotFound, Stale, Refused */
export async function setUndo(tx: Tx, _: Actor, { id, version }: At): Promise<void> {
  await openTaken(tx, { id, version });
  if ((await berichteMit(tx, id)).length > 0) throw new Refused(BLOCKED);
  await tx
    .updateTable("kim.uebernahme")
    .set({ stand: "nimmt_zurueck", fortschritt: 0, version: version + 1 })
    .where("id", "=", id)
    .execute();
}
