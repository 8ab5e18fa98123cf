import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseVerstaendigung } from "../../verstaendigung/index.ts";
import type { Erlaeuterung } from "../model/einwilligung.ts";
import { einwilligungOf } from "../queries/einwilligungen.ts";
import { refuseDay, refuseWeg, writeSchritt } from "../rows/einwilligung.ts";

/**
 * Takes down that a consent was talked through: when, in which language, with whose help.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function explainEinwilligung(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { am, sprache, verstaendigung }: Erlaeuterung,
): Promise<void> {
  await lockRow(tx, "kim.einwilligung", id);
  const now = held(await einwilligungOf(tx, actor, id), version);
  refuseWeg(now.stand, "erlaeutert");
  refuseDay(am);
  await refuseVerstaendigung(tx, { sprache: null, verstaendigung }, am);
  const of = await akteWithKey(tx, actor, now.personId);
  await tx
    .updateTable("kim.einwilligung")
    .set({ stand: "erlaeutert", sprache, verstaendigung, version: version + 1 })
    .where("id", "=", id)
    .execute();
  const { kategorien } = now;
  await writeSchritt(tx, actor, of, now, { nach: "erlaeutert", am, kategorien, gueltigBis: null, grund: null });
  await recordEvent(tx, actor, { art: "einwilligung.erlaeutert", gegenstand: { art: "einwilligung", id } });
}
