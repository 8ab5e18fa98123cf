import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { hindernis } from "../queries/bezeugen.ts";
import { vertretungOf } from "../queries/vertretungen.ts";

/**
 * Confirms what a Leitung ordered: from the next request on it holds.
 * @throws NotFound, Refused for whoever ordered it, is part of it, or confirms nobody
 */
export async function confirmVertretung(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  await lockRow(tx, "kim.vertretung", id);
  const v = await vertretungOf(tx, actor, id);
  if (v === undefined) throw new NotFound();
  if (v.stand !== "wartet") throw new Refused("Hier wartet nichts mehr auf eine Bestätigung.");
  const why = await hindernis(tx, actor, { gegebenVon: v.gegebenVon, beteiligte: [v.vertreten, v.durch] });
  if (why !== undefined) throw new Refused(why);
  await tx.updateTable("kim.vertretung").set({ bestaetigt_von: actor.kontoId }).where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "vertretung.bestaetigt", gegenstand: { art: "vertretung", id } });
}
