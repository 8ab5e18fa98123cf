import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { CONFIRMING, kontoNames } from "../../zugang/index.ts";

/** A role whose holder shall confirm others, and to which nobody has agreed yet. `von` is who gave it. */
export type WartendeRolle = {
  readonly id: string;
  readonly kontoId: string;
  readonly name: string;
  readonly rolle: string;
  readonly vergebenVon: string | null;
  readonly von: string;
};

/** Those of one's own Träger. */
export async function wartendeRollen(tx: Tx, actor: Actor): Promise<WartendeRolle[]> {
  const rows = await tx
    .selectFrom("kim.rolle")
    .select(["id", "konto_id as kontoId", "rolle", "vergeben_von as vergebenVon"])
    .where("traeger_id", "=", actor.traegerId)
    .where("rolle", "=", anyOf(CONFIRMING))
    .where("zugestimmt_von", "is", null)
    .orderBy("von")
    .orderBy("id")
    .execute();
  const ids = rows.flatMap((row) => [row.kontoId, row.vergebenVon ?? []].flat());
  const names = await kontoNames(tx, actor.kreis, [...new Set(ids)]);
  return rows.map((row) => ({
    ...row,
    name: names.get(row.kontoId) ?? "Name gelöscht",
    von: names.get(row.vergebenVon ?? "") ?? "der Administration",
  }));
}
