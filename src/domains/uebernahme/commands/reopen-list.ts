import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { openList } from "./open-list.ts";

const GONE =
  "Die Datei ist nicht mehr gespeichert. Berichtigen Sie sie und laden Sie sie noch einmal hoch; was schon übernommen ist, fällt dabei auf.";

/**
 * Opens one's own list again that was taken over with rows left behind, and has it read: they can be mended in place and taken
 * over then. What was taken stays and counts meanwhile.
 * @throws NotFound, Stale, Refused naming the state, or where the file is forgotten
 */
export async function reopenList(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await openList(tx, { id, version }, ["uebernommen"]);
  const opened = await tx
    .updateTable("kim.uebernahme")
    .set({ stand: "liest", fortschritt: 0, bisher: sql`coalesce(bisher, zahlen)`, version: version + 1 })
    .where("id", "=", id)
    .where("inhalt", "is not", null)
    .executeTakeFirst();
  if (opened.numUpdatedRows === 0n) throw new Refused(GONE);
  await recordEvent(tx, actor, { art: "liste.wieder_geoeffnet", gegenstand: { art: "liste", id } });
  await enqueue(tx, "uebernahme.lesen", { kreis: actor.kreis, id });
}
