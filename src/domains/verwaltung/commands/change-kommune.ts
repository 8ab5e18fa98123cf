import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { held, lockRow } from "../../../platform/held.ts";
import { kommuneValues } from "../model/form-values.ts";
import type { KommuneEingabe } from "../model/stammdaten.ts";
import { kommuneOf } from "../queries/verzeichnisse.ts";

/**
 * Changes a Kommune, or closes and opens it: a closed one is no longer offered, what was recorded there stays.
 * @throws NotFound
 * @throws Stale when it was changed since `version`
 */
export async function changeKommune(
  tx: Tx,
  actor: Actor,
  { ags, version }: { readonly ags: string; readonly version: number },
  input: KommuneEingabe,
): Promise<void> {
  await lockRow(tx, "kim.kommune", ags, "ags");
  held(await kommuneOf(tx, ags), version, kommuneValues);
  await tx
    .updateTable("kim.kommune")
    .set({ ...input, version: version + 1 })
    .where("ags", "=", ags)
    .execute();
  await recordEvent(tx, actor, { art: "kommune.geaendert", gegenstand: { art: "kommune", id: ags } });
}
