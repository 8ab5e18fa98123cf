import { systemActor } from "../../../platform/actor.ts";
import { type Tx, sql, writeAs } from "../../../platform/db.ts";
import { kreise } from "../../../platform/kreise.ts";

/**
 * Counts anew what everybody of a Kreis has on her desk – cases by how far they are, and Fristen –, and the same by Träger with the
 * cases of whoever does not counsel any more. Nothing is opened.
 */
export async function countAuslastung(tx: Tx, kreis: string): Promise<void> {
  await sql`delete from kim.auslastung where kreis = ${kreis}`.execute(tx);
  await sql`insert into kim.auslastung (kreis, konto_id, art, traeger_id, anzahl)
    select z.kreis, z.konto_id, z.art, z.traeger_id, count(*)::int from (
      select kreis, konto_id, traeger_id, case when phase in ('anfrage', 'klaerung', 'einwilligung') then 'anfrage' else phase end as art
      from kim.fall where kreis = ${kreis} and phase not in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf')
      union all
      select kreis, konto_id, traeger_id, 'frist' from kim.frist where kreis = ${kreis} and stand = 'offen'
      union all
      select kreis, konto_id, traeger_id, 'ueberfaellig' from kim.frist
      where kreis = ${kreis} and stand = 'offen' and am < zustaendigkeit.heute()) z
    group by 1, 2, 3, 4`.execute(tx);
  await sql`delete from kim.auslastung_traeger where kreis = ${kreis}`.execute(tx);
  await sql`insert into kim.auslastung_traeger (kreis, traeger_id, art, anzahl)
    select kreis, traeger_id, art, sum(anzahl)::int from kim.auslastung where kreis = ${kreis} group by 1, 2, 3
    union all
    select kreis, traeger_id, 'ohne', sum(anzahl)::int from kim.auslastung
    where kreis = ${kreis} and art not in ('frist', 'ueberfaellig') and not zustaendigkeit.darf(kreis, konto_id, 'beraten')
    group by 1, 2`.execute(tx);
}

export async function countAllAuslastung(): Promise<void> {
  for (const kreis of await kreise()) await writeAs(systemActor(kreis), (tx) => countAuslastung(tx, kreis));
}
