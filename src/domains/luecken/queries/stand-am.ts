import { type Tx, sql } from "../../../platform/db.ts";
import type { Stand } from "../model/stand.ts";
import { standOf } from "./luecken.ts";

/** How many gaps of a Handlungsfeld stood at a state at the end of a day. Those put together count with the other one. */
export type StandZahl = { readonly handlungsfeld: string; readonly stand: Stand; readonly anzahl: number };

/** Where the gaps of the Kreis stood at the end of a day (ISO), from the steps that were taken until then. */
export async function standAm(tx: Tx, tag: string): Promise<StandZahl[]> {
  const { rows } = await sql<{ feld: string; nach: string; n: number }>`
    select l.handlungsfeld as feld, s.nach, count(*)::int as n
    from kim.luecke l
    cross join lateral (select x.nach from kim.luecke_schritt x
      where x.kreis = l.kreis and x.luecke_id = l.id and x.am <= ${tag}::date order by x.nr desc limit 1) s
    where s.nach <> 'zusammengefuehrt'
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows.map(({ feld, nach, n }) => ({ handlungsfeld: feld, stand: standOf(nach), anzahl: n }));
}
