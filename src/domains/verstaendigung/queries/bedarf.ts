import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";

/** Of one language: how often somebody interpreted, for how many minutes, and how often nobody did. */
export type Bedarf = {
  readonly sprache: string;
  readonly einsaetze: number;
  readonly minuten: number;
  /** Nobody was found. */
  readonly unbesetzt: number;
  /** Somebody was booked and did not come. */
  readonly ausgefallen: number;
};

/** What one's own Träger needed since a day (ISO), the language first that nobody was found for most often. */
export async function bedarfSeit(tx: Tx, { traegerId }: Actor, seit: string): Promise<Bedarf[]> {
  const { rows } = await sql<Bedarf>`
    select sprache,
      count(*) filter (where stand in ('geleistet', 'abgerechnet'))::int as einsaetze,
      coalesce(sum(minuten), 0)::int as minuten,
      count(*) filter (where stand = 'unbesetzt')::int as unbesetzt,
      count(*) filter (where stand = 'ausgefallen')::int as ausgefallen
    from kim.sprachmittlung
    where traeger_id = ${traegerId}::uuid and tag >= ${seit}::date
      and stand in ('geleistet', 'abgerechnet', 'unbesetzt', 'ausgefallen')
    group by sprache
    order by unbesetzt desc, ausgefallen desc, einsaetze desc, sprache`.execute(tx);
  return rows;
}
