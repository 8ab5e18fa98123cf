import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { VerlaufEintrag, VerlaufFrage } from "../../faelle/index.ts";

type Row = { readonly id: string; readonly am: string; readonly name: string };

/** The documents of a case, for its timeline: which kind, and no word of what is in them. */
export async function dokumenteImVerlauf(
  tx: Tx,
  _actor: Actor,
  { fallId, from, size }: VerlaufFrage,
): Promise<VerlaufEintrag[]> {
  const { beyond, direction, limit } = keyset(from, size, ["am", "id"]);
  const order = sql.raw(direction);
  const { rows } = await sql<Row>`
    select id, am, name from (
      select d.id, d.am, r.name from kim.dokument d join ref.dokumentart r on r.code = d.art
      where d.zu_fall = ${fallId}::uuid and d.zurueckgezogen_am is null) v
    where ${beyond} order by am ${order}, id ${order} limit ${limit}`.execute(tx);
  return rows.map(({ id, am, name }) => ({ id, am, art: "dokument", satz: name, href: `/dokumente/${id}` }));
}
