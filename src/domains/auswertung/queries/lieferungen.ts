import { type Tx, sql } from "../../../platform/db.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import type { Lieferung } from "../model/lieferung.ts";
import { FASSUNG } from "./blaetter.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";

/** In which months a Träger delivered anything (db/code/zaehlungsblatt.sql). */
const gelieferte = jeZaehlung(100, async (tx): Promise<ReadonlyMap<string, Lieferung["gezaehlt"]>> => {
  const { rows } = await sql<{ geliefert: Readonly<Record<string, readonly string[]>> }>`
    select geliefert from kim.zaehlung_blatt`.execute(tx);
  const monate = rows.flatMap(({ geliefert }) => Object.entries(geliefert));
  return new Map(
    [...Map.groupBy(monate, ([traegerId]) => traegerId)].map(([traegerId, of]) => [
      traegerId,
      Object.fromEntries(of.flatMap(([, one]) => one.map((monat) => [monat, 1]))),
    ]),
  );
});

/**
 * What every Träger of the Kreis delivered and reported, all months, by name; of one Träger where it is named. Whether the asking
 * person may see the others is decided before.
 */
export async function lieferungen(tx: Tx, traegerId?: string): Promise<Lieferung[]> {
  const own = traegerId ?? null;
  const { rows } = await sql<Omit<Lieferung, "gezaehlt"> & { fassung: string | null }>`
    with meldung as (
      select traeger_id, jsonb_object_agg(to_char(monat, 'YYYY-MM'), stand) as gemeldet
      from kim.lieferung group by traeger_id
    )
    select t.id as "traegerId", t.name, t.aktiv, coalesce(m.gemeldet, '{}') as gemeldet,
      ${FASSUNG} as fassung
    from kim.traeger t
    left join meldung m on m.traeger_id = t.id
    where ${own}::uuid is null or t.id = ${own}::uuid
    order by t.name, t.id`.execute(tx);
  const fassung = rows[0]?.fassung ?? null;
  const gezaehlt = fassung === null ? new Map<string, Lieferung["gezaehlt"]>() : await gelieferte(tx, { fassung });
  return rows.map(({ traegerId: id, name, aktiv, gemeldet }) => {
    return { traegerId: id, name, aktiv, gemeldet, gezaehlt: gezaehlt.get(id) ?? {} };
  });
}

/** The first and the last month with figures (first days) of some Träger; undefined where there are none. */
export function gezaehlteMonate(all: readonly Lieferung[]): Zeitraum | undefined {
  const monate = all.flatMap((l) => Object.keys(l.gezaehlt)).toSorted();
  const [von, bis] = [monate[0], monate.at(-1)];
  return von === undefined || bis === undefined ? undefined : { von: `${von}-01`, bis: `${bis}-01` };
}
