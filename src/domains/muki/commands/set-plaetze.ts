import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { PlatzEingabe } from "../model/delfin.ts";
import { refuseKommune } from "./add-kind.ts";

/** Says how many places there are in a Kommune in a year; the last word counts. @throws Refused for a closed Kommune */
export async function setPlaetze(tx: Tx, actor: Actor, { jahr, ags, plaetze }: PlatzEingabe): Promise<void> {
  await refuseKommune(tx, ags);
  await tx
    .insertInto("kim.delfin_platz")
    .values({ kreis: actor.kreis, jahr, ags, plaetze })
    .onConflict((c) => c.columns(["kreis", "jahr", "ags"]).doUpdateSet({ plaetze }))
    .execute();
  await recordEvent(tx, actor, { art: "delfin.plaetze", gegenstand: { art: "delfin_plaetze", id: `${jahr}-${ags}` } });
}
