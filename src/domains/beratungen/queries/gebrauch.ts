import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import type { Gebrauch } from "../model/suche.ts";

/** So many of one's last consultations tell what is used here. */
const LETZTE = 500;

/** How often each language was spoken in one's own last consultations. */
export async function sprachgebrauch(tx: Tx, actor: Actor): Promise<Gebrauch> {
  const rows = await tx
    .selectFrom((q) =>
      q
        .selectFrom("kim.beratung")
        .select("sprache")
        .where("konto_id", "=", actor.kontoId)
        .where("zurueckgezogen", "=", false)
        .orderBy("am", "desc")
        .orderBy("id", "desc")
        .limit(LETZTE)
        .as("b"),
    )
    .select(["b.sprache", sql<number>`count(*)`.as("anzahl")])
    .where("b.sprache", "is not", null)
    .groupBy("b.sprache")
    .execute();
  return new Map(rows.map(({ sprache, anzahl }) => [sprache ?? "", anzahl]));
}
