import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { standortValues } from "../model/form-values.ts";
import { knownKommune } from "../queries/orte.ts";
import type { StandortAenderung } from "../model/stammdaten.ts";

/**
 * Changes a Standort, closes or opens it: a closed one is no longer offered, what was recorded there stays.
 * @throws NotFound, also for a Standort of another Träger than the actor's who sees only that
 * @throws Stale when it was changed since `version`
 * @throws Refused (fields `ags`, `name`)
 */
export async function changeStandort(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: StandortAenderung,
): Promise<void> {
  const now = await tx
    .selectFrom("kim.standort")
    .select(["traeger_id", "ags", "name", "aktiv", "version"])
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (now === undefined) throw new NotFound();
  if (now.version !== version) throw new Stale(now.version, standortValues(now));
  if (input.ags !== now.ags) await knownKommune(tx, input.ags);
  const taken = await tx
    .selectFrom("kim.standort")
    .select("id")
    .where("traeger_id", "=", now.traeger_id)
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
