import { type Tx, sql } from "../../../platform/db.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import type { Lieferung } from "../model/lieferung.ts";

/**
 * What every Träger of the Kreis delivered and reported, all months, by name; of one Träger where it is named. Whether the asking
 * person may see the others is decided before. Cases and children are no delivery; what is one stands in an index of its own.
 */
export async function lieferungen(tx: Tx, traegerId?: string): Promise<Lieferung[]> {
  const own = traegerId ?? null;
  const { rows } = await sql<Lieferung>`
    with kontakt as (
      select traeger_id, jsonb_object_agg(to_char(monat, 'YYYY-MM'), 1) as gezaehlt from (
        select distinct traeger_id, monat from kim.zaehlung
        where merkmal in ('kontakte', 'thema', 'nicht_zugeordnet', 'neuzuweisung')
      ) geliefert
      group by traeger_id
    ), meldung as (
      select traeger_id, jsonb_object_agg(to_char(monat, 'YYYY-MM'), stand) as gemeldet
      from kim.lieferung group by traeger_id
    )
    select t.id as "traegerId", t.name, t.aktiv, coalesce(k.gezaehlt, '{}') as gezaehlt,
      coalesce(m.gemeldet, '{}') as gemeldet
    from kim.traeger t
    left join kontakt k on k.traeger_id = t.id
    left join meldung m on m.traeger_id = t.id
    where ${own}::uuid is null or t.id = ${own}::uuid
    order by t.name, t.id`.execute(tx);
  return rows;
}

/** The first and the last month with figures (first days) of some Träger; undefined where there are none. */
export function gezaehlteMonate(all: readonly Lieferung[]): Zeitraum | undefined {
  const monate = all.flatMap((l) => Object.keys(l.gezaehlt)).toSorted();
  const [von, bis] = [monate[0], monate.at(-1)];
  return von === undefined || bis === undefined ? undefined : { von: `${von}-01`, bis: `${bis}-01` };
}
