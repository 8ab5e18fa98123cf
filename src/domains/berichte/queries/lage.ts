import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { nummerText } from "../model/nummer.ts";
import { mayDrafts } from "./berichte.ts";

/** What there is of reports: the newest that was released, and the drafts that somebody may see. */
export type Berichtslage = {
  readonly neuester:
    { readonly id: string; readonly nummer: string; readonly titel: string; readonly am: string } | undefined;
  readonly entwuerfe: number;
  readonly freigegeben: number;
};

export async function berichtslage(tx: Tx, actor: Actor): Promise<Berichtslage> {
  const newest = await tx
    .selectFrom("kim.bericht")
    .select(["id", "jahr", "nummer", "titel", "freigegeben"])
    .where("stand", "=", "freigegeben")
    .orderBy("jahr", "desc")
    .orderBy("nummer", "desc")
    .limit(1)
    .executeTakeFirst();
  const { entwuerfe, freigegeben } = await tx
    .selectFrom("kim.bericht")
    .select(({ fn }) => fn.countAll<number>().filterWhere("stand", "=", "entwurf").as("entwuerfe"))
    .select(({ fn }) => fn.countAll<number>().filterWhere("stand", "=", "freigegeben").as("freigegeben"))
    .executeTakeFirstOrThrow();
  const neuester = newest && {
    id: newest.id,
    nummer: nummerText(newest.jahr ?? 0, newest.nummer ?? 0),
    titel: newest.titel,
    am: newest.freigegeben ?? "",
  };
  return { neuester, entwuerfe: mayDrafts(actor) ? entwuerfe : 0, freigegeben };
}
