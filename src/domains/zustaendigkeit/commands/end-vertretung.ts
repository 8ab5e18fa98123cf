import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { type Vertretung, vertretungOf } from "../queries/vertretungen.ts";

/** Whether somebody may end it: both sides, and whoever orders such things or confirms them. Ending opens nothing. */
export const mayEnd = (actor: Actor, v: Vertretung): boolean =>
  v.vertreten === actor.kontoId || v.durch === actor.kontoId || may(actor, "konto.bestaetigen");

/** Ends a Vertretung at once, also one that waits or has not begun. @throws NotFound, Refused where it is over */
export async function endVertretung(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  await lockRow(tx, "kim.vertretung", id);
  const v = await vertretungOf(tx, actor, id);
  if (v === undefined || !mayEnd(actor, v)) throw new NotFound();
  if (v.stand === "zu Ende") throw new Refused("Diese Vertretung ist schon zu Ende.");
  await tx.updateTable("kim.vertretung").set({ beendet_von: actor.kontoId }).where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "vertretung.beendet", gegenstand: { art: "vertretung", id } });
}
