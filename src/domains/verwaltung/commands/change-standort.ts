import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { standortValues } from "../model/form-values.ts";
import { refuseKommune } from "../queries/orte.ts";
import type { StandortAenderung } from "../model/stammdaten.ts";
import { standortById } from "../queries/verzeichnisse.ts";

/**
 * Changes a Standort, closes or opens it: a closed one is no longer offered, what was recorded there stays.
 * @throws NotFound, also for a Standort of another Träger than the actor's who sees only that
 * @throws Stale when it was changed since `version`
 * @throws Refused (fields `ags`, `name`)
 */
export async function changeStandort(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  input: StandortAenderung,
): Promise<void> {
  await lockRow(tx, "kim.standort", id);
  const now = held(await standortById(tx, id), version, standortValues);
  await refuseKommune(tx, input.ags, now.ags);
  const taken = await tx
    .selectFrom("kim.standort")
    .select("id")
    .where("traeger_id", "=", now.traegerId)
    .where("ags", "=", input.ags)
    .where("name", "=", input.name)
    .where("id", "<>", id)
    .executeTakeFirst();
  if (taken !== undefined)
    throw new Refused("Einen Standort mit diesem Namen hat der Träger in dieser Kommune schon.", "name");
  await tx
    .updateTable("kim.standort")
    .set({ ...input, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "standort.geaendert", gegenstand: { art: "standort", id } });
}
