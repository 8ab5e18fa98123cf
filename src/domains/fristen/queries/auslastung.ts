import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { compareNames } from "../../../platform/words.ts";
import { kontoNames } from "../../zugang/index.ts";

/** What one account of one's Träger has on her desk, by kind. `fehlt`: she does not counsel (any more). */
export type Last = {
  readonly name: string;
  readonly fehlt: boolean;
  readonly zahlen: Readonly<Record<string, number>>;
};

type Row = { readonly konto: string; readonly zahlen: Record<string, number>; readonly beraet: boolean };

/** By name; only those who have something. */
export async function auslastung(tx: Tx, actor: Actor): Promise<Last[]> {
  const { rows } = await sql<Row>`
    select konto_id as konto, json_object_agg(art, anzahl) as zahlen, zustaendigkeit.darf(kreis, konto_id, 'beraten') as beraet
    from kim.auslastung where traeger_id = ${actor.traegerId}::uuid group by kreis, konto_id`.execute(tx);
  const names = await kontoNames(
    tx,
    actor.kreis,
    rows.map(({ konto }) => konto),
  );
  return rows
    .map(({ konto, zahlen, beraet }) => ({ name: names.get(konto) ?? "ein gelöschter Zugang", fehlt: !beraet, zahlen }))
    .toSorted((a, b) => compareNames(a.name, b.name));
}
