import type { Tx } from "../../../platform/db.ts";
import { nummerText } from "../model/nummer.ts";

/**
 * The released reports whose months overlap these days (ISO, both included), oldest first. Figures that stand in one of them
 * are out in the world: what they rest on is not taken back any more.
 */
export async function releasedReportsIn(
  tx: Tx,
  von: string,
  bis: string,
): Promise<readonly { readonly nummer: string; readonly von: string; readonly bis: string }[]> {
  const rows = await tx
    .selectFrom("kim.bericht")
    .select(["jahr", "nummer", "von", "bis"])
    .where("stand", "=", "freigegeben")
    .where("von", "<=", bis)
    .where("bis", ">=", von)
    .orderBy("jahr")
    .orderBy("nummer")
    .execute();
  return rows.map((row) => ({ nummer: nummerText(row.jahr ?? 0, row.nummer ?? 0), von: row.von, bis: row.bis }));
}
