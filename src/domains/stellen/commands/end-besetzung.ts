import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { tagDanach, tagText } from "../../../platform/span.ts";
import { type BesetzungAt, heldBesetzung } from "../queries/besetzung.ts";
import { stelleOf } from "../queries/stellen.ts";
import { refuseOutside } from "../model/regeln.ts";
import type { BesetzungEnde } from "../model/stelle.ts";
import { writeVakanz } from "../rows/vakanz.ts";

/**
 * Sets the last day of somebody on a post, which still counts; and why it is vacant from the next day on.
 * @throws NotFound
 * @throws Refused (fields `bis`, `grund`), also when it has a last day already
 */
export async function endBesetzung(tx: Tx, actor: Actor, at: BesetzungAt, input: BesetzungEnde): Promise<void> {
  const { stelle, besetzung } = await heldBesetzung(tx, actor, at);
  const { bis, grund } = input;
  if (besetzung.bis !== null)
    throw new Refused(
      `Die Besetzung endet schon am ${tagText(besetzung.bis)}. Stimmt das nicht, korrigieren Sie sie.`,
      "bis",
    );
  if (bis < besetzung.von)
    throw new Refused("Das liegt vor dem ersten Tag. War die Besetzung ein Irrtum, entfernen Sie sie.", "bis");
  const ended = { ...besetzung, bis };
  refuseOutside(stelle, ended);
  await tx
    .updateTable("kim.besetzung")
    .set({ bis, version: besetzung.version + 1 })
    .where("id", "=", besetzung.id)
    .execute();
  await recordEvent(tx, actor, { art: "besetzung.beendet", gegenstand: { art: "besetzung", id: besetzung.id } });
  if (grund !== null)
    await writeVakanz(tx, actor, await stelleOf(tx, actor, stelle.id), { von: tagDanach(bis), grund }, "grund");
}
