import type { Tx } from "../../../platform/db.ts";
import { type Kapitel, isArt } from "../model/kapitel.ts";

/** Chapters of every report that the walls let through. */
export const kapitelRows = (tx: Tx) =>
  tx
    .selectFrom("kim.bericht_kapitel")
    .select(["id", "bericht_id", "art", "titel", "rang", "entfaellt", "text", "vorschlag", "version"]);

type Row = Awaited<ReturnType<ReturnType<typeof kapitelRows>["executeTakeFirstOrThrow"]>>;

/** A kind that this program does not know any more is a free chapter: its text stays. */
export const kapitelOf = ({ id, titel, rang, entfaellt, text, vorschlag, version, art }: Row): Kapitel => ({
  id,
  art: isArt(art) ? art : "eigenes",
  titel,
  rang,
  entfaellt,
  text,
  vorschlag,
  version,
});

/** The chapters of a report in their order. */
export async function kapitelIn(tx: Tx, berichtId: string): Promise<Kapitel[]> {
  const found = await kapitelRows(tx).where("bericht_id", "=", berichtId).orderBy("rang").orderBy("id").execute();
  return found.map(kapitelOf);
}
