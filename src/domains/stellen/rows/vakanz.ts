import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { refuseUnlessVacant } from "../model/regeln.ts";
import type { VakanzEingabe } from "../model/stelle.ts";
import { refuseGrund } from "../queries/angaben.ts";
import type { StelleAkte } from "../queries/stellen.ts";

/**
 * Writes why a post is vacant from a day on; a second reason for the same day replaces the first. `stelle` as it is now, held.
 * @throws Refused (field `field` for the day, `grund`) when the post is not vacant that day
 */
export async function writeVakanz(
  tx: Tx,
  actor: Actor,
  stelle: StelleAkte,
  { von, grund }: VakanzEingabe,
  field: "von" | "grund",
): Promise<void> {
  await refuseGrund(
    tx,
    grund,
    stelle.gruende.filter((known) => known.von === von).map((known) => known.code),
  );
  refuseUnlessVacant(stelle, von, field);
  await tx
    .insertInto("kim.stelle_vakanz")
    .values({ kreis: actor.kreis, stelle_id: stelle.id, von, grund })
    .onConflict((c) => c.columns(["kreis", "stelle_id", "von"]).doUpdateSet({ grund }))
    .execute();
  await recordEvent(tx, actor, { art: "stelle.vakanz_begruendet", gegenstand: { art: "stelle", id: stelle.id } });
}
