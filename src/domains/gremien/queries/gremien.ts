import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { ART, type Gremium, QUORUM, RHYTHMUS } from "../model/gremium.ts";

/** Bodies of the Kreis, all or some: those that still meet first, by name. */
export async function gremien(tx: Tx, only?: readonly string[]): Promise<Gremium[]> {
  const rows = await tx
    .selectFrom("kim.gremium")
    .selectAll()
    .$if(only !== undefined, (q) => q.where("id", "=", anyOf(only ?? [])))
    .orderBy(sql`beendet_am is not null`)
    .orderBy(sql`name collate kim.deutsch`)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    art: known(ART, row.art),
    name: row.name,
    auftrag: row.auftrag,
    rhythmus: known(RHYTHMUS, row.rhythmus),
    quorum: known(QUORUM, row.quorum),
    gegruendetAm: row.gegruendet_am,
    gegruendetDurch: row.gegruendet_durch,
    lueckeId: row.luecke_id,
    beendetAm: row.beendet_am,
    version: row.version,
  }));
}

/** One body. @throws NotFound */
export async function gremiumOf(tx: Tx, id: string): Promise<Gremium> {
  const [found] = isId(id) ? await gremien(tx, [id]) : [];
  if (found === undefined) throw new NotFound();
  return found;
}
