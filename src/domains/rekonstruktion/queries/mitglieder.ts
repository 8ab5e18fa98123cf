import type { Tx } from "../../../platform/db.ts";
import type { Mitglied } from "../model/rekonstruktion.ts";

/** Who sits at the table, in the order in which they came. */
export async function mitglieder(tx: Tx, rekonstruktionId: string): Promise<Mitglied[]> {
  const rows = await tx
    .selectFrom("kim.rekonstruktion_mitglied")
    .selectAll()
    .where("rekonstruktion_id", "=", rekonstruktionId)
    .orderBy("seit")
    .orderBy("organisation")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    funktion: row.funktion,
    kontoId: row.konto_id,
    seit: row.seit,
  }));
}
