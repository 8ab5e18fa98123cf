-- Everything that a half-year counts, of all Träger and in one row: what a page reads is as long as there are Träger and codes, however
-- many months and consultations there are. The count writes it (db/code/zaehlungsblatt.sql says what is in it, 0104).
create table kim.zaehlung_blatt (
  kreis     text not null,
  halbjahr  date not null check (extract(day from halbjahr) = 1 and extract(month from halbjahr) in (1, 7)),
  zeit      timestamptz not null,
  zahlen    json not null,
  geliefert json not null,
  primary key (kreis, halbjahr)
);

-- What is counted already, in the same form.
alter table kim.zaehlung no force row level security;
alter table kim.zaehlung_stand no force row level security;
with zelle as (
  select kreis, traeger_id, merkmal, case merkmal when 'beratungen' then ags else kode end as kode, anzahl,
    make_date(extract(year from monat)::int, case when extract(month from monat) < 7 then 1 else 7 end, 1) as halbjahr,
    (extract(month from monat)::int - 1) % 6 as nr
  from kim.zaehlung
  where merkmal not in ('sprache_verstaendigung', 'kein_angebot', 'anruf_frage', 'anruf_sprache', 'delfin_getestet', 'delfin_bedarf',
    'delfin_besucht')
  union all
  select kreis, traeger_id, 'fall_davor', kode, anzahl, (monat + interval '1 month')::date, 0
  from kim.zaehlung where merkmal = 'fall_bestand' and extract(month from monat) in (6, 12)
), reihe as (
  select kreis, halbjahr, traeger_id, merkmal, kode, array[
    coalesce(sum(anzahl) filter (where nr = 0), 0), coalesce(sum(anzahl) filter (where nr = 1), 0),
    coalesce(sum(anzahl) filter (where nr = 2), 0), coalesce(sum(anzahl) filter (where nr = 3), 0),
    coalesce(sum(anzahl) filter (where nr = 4), 0), coalesce(sum(anzahl) filter (where nr = 5), 0)] as je
  from zelle group by 1, 2, 3, 4, 5
), je_merkmal as (
  select kreis, halbjahr, traeger_id, merkmal, json_object_agg(kode, je) as kodes from reihe group by 1, 2, 3, 4
), je_traeger as (
  select kreis, halbjahr, traeger_id, json_object_agg(merkmal, kodes) as merkmale from je_merkmal group by 1, 2, 3
), zahlen as (
  select kreis, halbjahr, json_object_agg(traeger_id, merkmale) as zahlen from je_traeger group by 1, 2
), monate as (
  select kreis, halbjahr, traeger_id, json_agg(distinct to_char(halbjahr + make_interval(months => nr), 'YYYY-MM')) as monate
  from zelle where merkmal in ('kontakte', 'thema', 'nicht_zugeordnet', 'neuzuweisung') group by 1, 2, 3
), geliefert as (
  select kreis, halbjahr, json_object_agg(traeger_id, monate) as geliefert from monate group by 1, 2
)
insert into kim.zaehlung_blatt (kreis, halbjahr, zeit, zahlen, geliefert)
select z.kreis, z.halbjahr, coalesce(s.zeit, now()), z.zahlen, coalesce(g.geliefert, '{}')
from zahlen z left join geliefert g using (kreis, halbjahr) left join kim.zaehlung_stand s using (kreis);
alter table kim.zaehlung force row level security;
alter table kim.zaehlung_stand force row level security;
