import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";

/**
 * Says which document of the person is the scan of what she signed. A later one takes the place of the one before, which stays among
 * her documents.
 * @throws NotFound
 * @throws Refused where nothing was signed on paper
 */
export async function linkBeleg(tx: Tx, actor: Actor, id: string, dokumentId: string): Promise<void> {
  if (!may(actor, "einwilligung.schreiben")) throw new NotFound();
  await lockRow(tx, "kim.einwilligung", id);
  const now = await einwilligungOf(tx, actor, id);
  if (now.form !== "papier") throw new Refused("Einen Scan gibt es nur zu dem, was auf Papier unterschrieben ist.");
  await tx
    .updateTable("kim.einwilligung")
    .set({ beleg_id: dokumentId, version: now.version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "einwilligung.beleg", gegenstand: { art: "einwilligung", id } });
}
