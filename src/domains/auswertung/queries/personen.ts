import { sql } from "../../../platform/db.ts";
import { PERSONEN_SPANNEN } from "../model/zeitraum.ts";

/** The first and the last day of a calendar year: what every span of persons lies in. */
export const jahr = (jahr: string) => ({ von: `${jahr}-01-01`, bis: `${jahr}-12-31` });

/**
 * The different persons with a consultation, and those with a case, of each calendar span (month, quarter, half-year, year) of one year, as rows
 * `(kreis, traeger_id, art, von, bis, anzahl)`. @param own narrows `auswertung.person_tag`
 */
export const personen = ({ von, bis }: ReturnType<typeof jahr>, own = sql``) => sql`
  select t.kreis, t.traeger_id, t.art, spanne.von, (spanne.von + make_interval(months => n) - interval '1 day')::date as bis,
    count(distinct t.person_id)::int as anzahl
  from (
    select distinct kreis, traeger_id, art, extract(month from tag)::int - 1 as monat, person_id
    from auswertung.person_tag where tag >= ${von}::date and tag <= ${bis}::date ${own}
  ) t
  cross join unnest(${[...PERSONEN_SPANNEN]}::int[]) as n
  cross join lateral (select (${von}::date + make_interval(months => t.monat / n * n))::date as von) spanne
  group by t.kreis, t.traeger_id, t.art, n, spanne.von`;
