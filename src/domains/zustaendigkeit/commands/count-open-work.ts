import { systemActor } from "../../../platform/actor.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import { KINDS_OF_WORK } from "../../../platform/file-tables.ts";
import { kreise } from "../../../platform/kreise.ts";

/** Counts anew what belongs to those who do not counsel any more: by number and kind, nothing is opened. */
export async function countOpenWork(tx: Tx, kreis: string): Promise<void> {
  await sql`delete from kim.offene_arbeit where kreis = ${kreis}`.execute(tx);
  for (const table of KINDS_OF_WORK) {
    const art = table.replace("kim.", "");
    await sql`insert into kim.offene_arbeit (kreis, konto_id, art, traeger_id, anzahl)
      select k.kreis, k.id, ${art}::text, k.traeger_id, n.anzahl from kim.konto k
      cross join lateral (select count(*)::int as anzahl from ${sql.table(table)} a
        where a.kreis = k.kreis and a.traeger_id = k.traeger_id and a.konto_id = k.id) n
      where k.kreis = ${kreis} and n.anzahl > 0 and not zustaendigkeit.darf(k.kreis, k.id, 'beraten')`.execute(tx);
  }
}

/** The same for every Kreis: a role may end by itself, on its day. */
export async function countAllOpenWork(): Promise<void> {
  for (const kreis of await kreise()) await writeAs(systemActor(kreis), (tx) => countOpenWork(tx, kreis));
}
