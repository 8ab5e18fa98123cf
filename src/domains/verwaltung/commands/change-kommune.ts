import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Stale } from "../../../platform/form.ts";
import { kommuneValues } from "../model/form-values.ts";
import type { KommuneEingabe } from "../model/stammdaten.ts";

/**
 * Changes a Kommune, or closes and opens it: a closed one is no longer offered, what was recorded there stays.
 * @throws NotFound
 * @throws Stale when it was changed since `version`
 */
export async function changeKommune(
  tx: Tx,
  actor: Actor,
  ags: string,
  version: number,
  input: KommuneEingabe,
): Promise<void> {
  const now = await tx
    .selectFrom("kim.kommune")
    .select(["name", "plz", "jugendamt", "ebh", "abh", "aktiv", "version"])
    .where("ags", "=", ags)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (now === undefined) throw new NotFound();
  if (now.version !== version) throw new Stale(now.version, kommuneValues(now));
  await tx
    .updateTable("kim.kommune")
    .set({ ...input, version: version + 1 })
    .where("ags", "=", ags)
    .execute();
  await recordEvent(tx, actor, { art: "kommune.geaendert", gegenstand: { art: "kommune", id: ags } });
}
