import { type Tx, sql } from "../../../platform/db.ts";
import { type LastZeile, lastGenannt } from "../model/last.ts";
import { nennenAb } from "./nennen-ab.ts";

export type Last = LastZeile & { readonly name: string };

type Row = { readonly traegerId: string; readonly name: string; readonly zahlen: Record<string, number> };

/** What every Träger of the Kreis has to do, as it may be told from `ab` on; the last row is the Kreis. Empty where nothing is counted. */
export async function lastJeTraeger(tx: Tx): Promise<{ readonly lasten: readonly Last[]; readonly ab: number }> {
  const { rows } = await sql<Row>`
    select t.id as "traegerId", t.name, json_object_agg(a.art, a.anzahl) as zahlen
    from kim.auslastung_traeger a join kim.traeger t on t.kreis = a.kreis and t.id = a.traeger_id
    group by t.kreis, t.id, t.name order by t.name collate kim.deutsch`.execute(tx);
  const ab = await nennenAb(tx);
  if (rows.length === 0) return { lasten: [], ab };
  const names = new Map(rows.map(({ traegerId, name }) => [traegerId, name]));
  const zeilen = lastGenannt(rows, ab);
  return { lasten: zeilen.map((one) => ({ ...one, name: names.get(one.traegerId) ?? "Kreis" })), ab };
}
