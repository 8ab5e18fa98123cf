-- What a half-year (its first day) counts, as pages read it (kim.zaehlung_blatt), from the cells of the count: by Träger, feature and
-- code six numbers, one for each month; consultations by Kommune instead of a code. Beside them the stock of cases of the month
-- before (fall_davor), and the months in which a Träger delivered anything: cases and children are no delivery. Not what only tables of
-- two features and of children show. Null where nothing is counted.
create or replace function auswertung.blatt(k text, ab date) returns table (zahlen json, geliefert json)
language sql stable as $$
  with zelle as materialized (
    select traeger_id, merkmal, case merkmal when 'beratungen' then ags else kode end as kode,
      (extract(month from monat)::int - 1) % 6 as nr, anzahl
    from kim.zaehlung
    where kreis = k and monat >= ab and monat < (ab + interval '6 months')::date
      and merkmal <> 'sprache_verstaendigung'
      and merkmal not in ('kein_angebot', 'anruf_frage', 'anruf_sprache', 'delfin_getestet', 'delfin_bedarf', 'delfin_besucht')
    union all
    select traeger_id, 'fall_davor', kode, 0, anzahl
    from kim.zaehlung where kreis = k and monat = (ab - interval '1 month')::date and merkmal = 'fall_bestand'
  ), reihe as (
    select traeger_id, merkmal, kode, array[
      coalesce(sum(anzahl) filter (where nr = 0), 0), coalesce(sum(anzahl) filter (where nr = 1), 0),
      coalesce(sum(anzahl) filter (where nr = 2), 0), coalesce(sum(anzahl) filter (where nr = 3), 0),
      coalesce(sum(anzahl) filter (where nr = 4), 0), coalesce(sum(anzahl) filter (where nr = 5), 0)] as je
    from zelle group by 1, 2, 3
  ), je_merkmal as (
    select traeger_id, merkmal, json_object_agg(kode, je) as kodes from reihe group by 1, 2
  ), je_traeger as (
    select traeger_id, json_object_agg(merkmal, kodes) as merkmale from je_merkmal group by 1
  ), monate as (
    select traeger_id, json_agg(distinct to_char(ab + make_interval(months => nr), 'YYYY-MM')) as monate
    from zelle where merkmal in ('kontakte', 'thema', 'nicht_zugeordnet', 'neuzuweisung') group by 1
  )
  select (select json_object_agg(traeger_id, merkmale) from je_traeger),
    (select coalesce(json_object_agg(traeger_id, monate), '{}') from monate)
$$;
