import type { Tx } from "../../../platform/db.ts";

/** The smallest number that is told, where a Kreis says nothing else. */
export const AB = 3;

/** From which number on the Kreis tells numbers outside of the Träger they come from. */
export async function nennenAb(tx: Tx): Promise<number> {
  const row = await tx.selectFrom("kim.kleine_zahl").select("ab").executeTakeFirst();
  return row?.ab ?? AB;
}
