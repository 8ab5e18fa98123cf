import { oncePerDatabase } from "../../../platform/db.ts";

/** The legal basis of each residence status, by its code; those without one are missing. Read once, as the lists themselves. */
export const paragrafen = oncePerDatabase(async (tx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom("ref.aufenthaltsstatus")
    .select(["code", "paragraf"])
    .where("paragraf", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.code, row.paragraf ?? ""]));
});
