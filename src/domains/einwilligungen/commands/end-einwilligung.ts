import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Absage } from "../model/einwilligung.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";
import { refuseDay, refuseWeg, writeSchritt } from "../rows/einwilligung.ts";

/**
 * Takes down that somebody said no, or takes back what she said: from the moment this is stored nothing leaves the file on it.
 * Whoever is being given something this very moment is waited for, and stands in the list of those to be told.
 * @throws NotFound, Stale
 * @throws Refused where the consent was not asked for, or not given
 */
export async function endEinwilligung(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  nach: "abgelehnt" | "widerrufen",
  { am, grund }: Absage,
): Promise<void> {
  await lockRow(tx, "kim.einwilligung", id);
  const now = held(await einwilligungOf(tx, actor, id), version);
  refuseWeg(now.stand, nach);
  refuseDay(am, now.schritte.at(-1)?.am);
  const of = await akteWithKey(tx, actor, now.personId);
  await tx
    .updateTable("kim.einwilligung")
    .set({ stand: nach, version: version + 1 })
    .where("id", "=", id)
    .execute();
  const { kategorien, gueltigBis } = now;
  await writeSchritt(tx, actor, of, now, { nach, am, kategorien, gueltigBis, grund });
  await recordEvent(tx, actor, { art: `einwilligung.${nach}`, gegenstand: { art: "einwilligung", id } });
}
