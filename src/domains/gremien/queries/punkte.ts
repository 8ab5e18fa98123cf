import type { Tx } from "../../../platform/db.ts";

/** What comes back at every meeting of a body, in its order. */
export const punkte = (tx: Tx, gremiumId: string) =>
  tx
    .selectFrom("kim.gremium_punkt")
    .select(["id", "titel", "rang"])
    .where("gremium_id", "=", gremiumId)
    .orderBy("rang")
    .orderBy("id")
    .execute();
