import type { Tx } from "../../../platform/db.ts";

/** Whether a document is the sheet that somebody signed: without it nothing shows that she agreed. */
export const isBeleg = async (tx: Tx, dokumentId: string): Promise<boolean> =>
  (await tx
    .selectFrom("kim.einwilligung")
    .select("id")
    .where("beleg_id", "=", dokumentId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
