import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";

/**
 * Notes that whoever got something on a consent knows that it was withdrawn (Art. 19 DSGVO).
 * @throws NotFound
 * @throws Refused where it was not withdrawn: then there is nothing to tell
 */
export async function noteMitgeteilt(tx: Tx, actor: Actor, id: string): Promise<void> {
  await lockRow(tx, "kim.einwilligung", id);
  const { stand } = await einwilligungOf(tx, actor, id);
  if (stand !== "widerrufen") throw new Refused("Diese Einwilligung ist nicht widerrufen. Es gibt nichts mitzuteilen.");
  await tx
    .updateTable("kim.weitergabe")
    .set({ widerruf_mitgeteilt_am: today() })
    .where("einwilligung_id", "=", id)
    .where("widerruf_mitgeteilt_am", "is", null)
    .execute();
  await recordEvent(tx, actor, { art: "einwilligung.mitgeteilt", gegenstand: { art: "einwilligung", id } });
}
