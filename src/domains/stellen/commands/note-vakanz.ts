import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { knownGrund } from "../queries/angaben.ts";
import { heldStelle } from "../queries/stellen.ts";
import { refuseUnlessVacant } from "../model/regeln.ts";
import type { VakanzEingabe } from "../model/stelle.ts";

/**
 * Says why a post is vacant from a day on; until another reason is named or the post is filled. A second reason for the same
 * day replaces the first.
 * @throws NotFound
 * @throws Refused (field `field` for the day, `grund`) when the post is not vacant that day
 */
export async function noteVakanz(
  tx: Tx,
  actor: Actor,
  id: string,
  input: VakanzEingabe,
  field: "von" | "grund" = "von",
): Promise<void> {
  const stelle = await heldStelle(tx, actor, id);
  const { von, grund } = input;
  await knownGrund(tx, grund);
  refuseUnlessVacant(stelle, von, field);
  await tx
    .insertInto("kim.stelle_vakanz")
    .values({ kreis: actor.kreis, stelle_id: id, von, grund })
    .onConflict((c) => c.columns(["kreis", "stelle_id", "von"]).doUpdateSet({ grund }))
    .execute();
  await recordEvent(tx, actor, { art: "stelle.vakanz_begruendet", gegenstand: { art: "stelle", id } });
}
