import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import type { NotizEingabe, Sitzung } from "../model/eingabe.ts";
import { notizValues } from "../model/form-values.ts";
import { wirdProtokolliert } from "../model/sitzung.ts";
import { refuseText } from "../rows/pruefen.ts";
import { heldTop } from "./set-tagesordnung.ts";

/** @throws Refused as long as the body has not met, and once the minutes are released */
export function refuseOhneSitzung({ stand }: Sitzung): void {
  if (!wirdProtokolliert(stand))
    throw new Refused("Protokolliert wird, sobald die Sitzung begonnen hat. Beginnen Sie sie auf ihrer Seite.");
}

/**
 * What is said about a point. Each has its own version: two who write about different points are in nobody's way. Returns the
 * meeting. @throws NotFound, Stale, Refused
 */
export async function writeNotiz(tx: Tx, actor: Actor, { id, version }: At, input: NotizEingabe): Promise<string> {
  const { top, sitzung } = await heldTop(tx, id);
  held(top, version, notizValues);
  refuseOhneSitzung(sitzung);
  refuseText({ notiz: input.notiz }, input.kein_name);
  await tx
    .updateTable("kim.top")
    .set({ notiz: input.notiz, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, {
    art: "gremium.protokolliert",
    gegenstand: { art: "gremium_sitzung", id: sitzung.id },
  });
  return sitzung.id;
}
