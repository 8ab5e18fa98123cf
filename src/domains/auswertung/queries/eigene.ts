import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import { kennzahlenOf } from "./kennzahlen.ts";

type Row = { readonly art: string; readonly kode: string; readonly anzahl: number };

/**
 * One's own figures of whole months, by the one definition of every figure (`auswertung.nennung`) and read through the walls of
 * the files: as they are now, not as they were counted last; the day before is that of the stock of cases at the beginning. Tallies are those of a team and count for nobody.
 */
export async function eigeneZahlen(tx: Tx, actor: Actor, { von, bis }: Zeitraum): Promise<Kennzahlen> {
  const { rows } = await sql<Row>`
    with zelle as materialized (
      select date_trunc('month', tag::timestamp)::date as monat, ags, merkmal, kode, sum(anzahl)::int as anzahl
      from auswertung.nennung
      where konto_id = ${actor.kontoId}::uuid and traeger_id = ${actor.traegerId}::uuid
        and tag >= ${von}::date - 1 and tag <= ${bis}::date
      group by 1, 2, 3, 4
    )
    select merkmal as art, kode, sum(anzahl)::int as anzahl from zelle
    where monat >= ${von}::date and merkmal <> 'fall_bestand' group by merkmal, kode
    union all
    select case when monat < ${von}::date then 'fall_anfang' else 'fall_ende' end, kode, anzahl from zelle
    where merkmal = 'fall_bestand' and (monat < ${von}::date
      or monat = least(date_trunc('month', ${bis}::timestamp), date_trunc('month', now() at time zone 'Europe/Berlin'))::date)
    union all
    select 'monat', to_char(monat, 'YYYY-MM'), sum(anzahl)::int from zelle
    where monat >= ${von}::date and merkmal = 'beratungen' group by monat
    union all
    select 'kommune', ags, sum(anzahl)::int from zelle where monat >= ${von}::date and merkmal = 'beratungen' group by ags`.execute(
    tx,
  );
  return kennzahlenOf({ von, bis }, actor.traegerId, rows);
}
