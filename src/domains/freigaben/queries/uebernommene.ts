import type { Tx } from "../../../platform/db.ts";

/** The person of one's own file who came by an offer; undefined where she is in nobody's that one may act for. */
export async function uebernommeneOf(tx: Tx, freigabeId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("kim.freigabe_uebernahme")
    .select("person_id")
    .where("freigabe_id", "=", freigabeId)
    .executeTakeFirst();
  return row?.person_id;
}
