import type { Tx } from "../../../platform/db.ts";
import { type Place, open } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";

/** Where the link of an invitation is sealed. */
export const linkPlace = (kreis: string, id: string): Place => ({
  kreis,
  table: "kim.einladung",
  row: id,
  column: "link",
});

/**
 * The path `/einladung/<token>` of an invitation that is still open; undefined once it was mailed, used, replaced or ran
 * out, or when there is none in sight.
 */
export async function openLink(tx: Tx, kreis: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("kim.einladung")
    .select(["konto_id", "link"])
    .where("id", "=", id)
    .where("verbraucht", "is", null)
    .where("gueltig_bis", ">", (eb) => eb.fn("now"))
    .executeTakeFirst();
  if (row === undefined || row.link === null) return undefined;
  const key = (await subjectKeys(tx, kreis, [row.konto_id])).get(row.konto_id);
  return key === undefined ? undefined : open(key, linkPlace(kreis, id), row.link);
}
