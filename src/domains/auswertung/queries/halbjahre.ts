import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import { teileOf } from "../model/teile.ts";

/** How often something was counted in a half-year, by the first day of that. */
export type Gezaehlt = {
  readonly halbjahr: string;
  readonly merkmal: string;
  readonly kode: string;
  readonly anzahl: number;
};

export type Wish = {
  readonly zeitraum: Zeitraum;
  /** One Träger's own, as it is counted; otherwise the Kreis, told from `ab` on. */
  readonly traegerId?: string | undefined;
  readonly ab: number;
};

/**
 * What was counted of some `merkmale` in a period, by half-years. Nothing where it is not told: above a Träger's own view for whole
 * half-years only.
 */
export async function gezaehlteHalbjahre(
  tx: Tx,
  { zeitraum, traegerId, ab }: Wish,
  merkmale: readonly string[],
): Promise<readonly Gezaehlt[]> {
  if (ab > 1 && (traegerId !== undefined || teileOf(zeitraum).monate.length > 0)) return [];
  const own = traegerId ?? null;
  const { rows } = await sql<Gezaehlt>`
    select to_char(make_date(extract(year from monat)::int, case when extract(month from monat) < 7 then 1 else 7 end, 1),
        'YYYY-MM-DD') as halbjahr, merkmal, kode, sum(anzahl)::int as anzahl
    from kim.zaehlung
    where monat >= ${zeitraum.von}::date and monat <= ${zeitraum.bis}::date and merkmal = ${anyOf(merkmale)}
      and (${own}::uuid is null or traeger_id = ${own}::uuid)
    group by 1, 2, 3`.execute(tx);
  return rows;
}

/** Counts of one `merkmal` by code. */
export function jeKode(rows: readonly Gezaehlt[], merkmal: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) if (row.merkmal === merkmal) counts[row.kode] = (counts[row.kode] ?? 0) + row.anzahl;
  return counts;
}
