-- What counts: the one definition of every figure. `kim.zaehlung` is a sum over it, made by a job of the room auswertung,
-- and checked against it every night.

-- Whenever this file changes, so may what counts: everything is counted anew with the next count.
truncate kim.zaehlung_stand;

drop view if exists auswertung.nennung;
drop view if exists auswertung.person_tag;
drop view if exists auswertung.fall_monat;
drop view if exists auswertung.fall_weg;

-- The way of each case, a row for each step: what it is in from that day on (`gruppe`: a request, a case, over) and until when.
-- A request is not a case yet: a case begins where the person consented and it is worked on. Cases made by mistake are none.
-- The day of the request is that of the case: it can be put right, the first step cannot. Whose file it is changes nothing here.
create view auswertung.fall_weg with (security_invoker = true) as
select kreis, traeger_id, konto_id, fall_id, person_id, am, bis, nach, abschlussgrund, gruppe, vorher, betreten,
  -- Whether it was in this group before; and since when it is, or was until now, a case.
  coalesce(bool_or(betreten) over (
    partition by kreis, traeger_id, konto_id, fall_id, gruppe order by folge
    rows between unbounded preceding and 1 preceding
  ), false) as wieder,
  max(am) filter (where betreten and gruppe = 'fall') over weg as fall_seit
from (
  select *, gruppe is distinct from lag(gruppe) over weg as betreten, lag(gruppe) over weg as vorher
  from (
    select f.kreis, f.traeger_id, f.konto_id, s.fall_id, f.person_id, s.folge, s.nach, s.abschlussgrund,
      case s.folge when 1 then f.begonnen else s.am end as am, lead(s.am) over weg as bis,
      case
        when s.nach in ('anfrage', 'klaerung', 'einwilligung') then 'anfrage'
        when s.nach in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf') then 'ende'
        else 'fall'
      end as gruppe
    from kim.fall_schritt s
    join kim.fall f on f.kreis = s.kreis and f.id = s.fall_id
    where f.abschlussgrund is distinct from 'fehlanlage'
    window weg as (partition by f.kreis, f.traeger_id, f.konto_id, s.fall_id order by s.folge)
  ) schritt
  window weg as (partition by kreis, traeger_id, konto_id, fall_id order by folge)
) gang
window weg as (partition by kreis, traeger_id, konto_id, fall_id order by folge);

-- One row for each thing that a consultation or a tally tells. Withdrawn consultations tell nothing. An inquiry of a
-- professional (stage 0) is a contact and nothing else. A tally counts on its middle day: a week belongs to the month of
-- its Thursday (ISO 8601). Only how many consultations there were is counted by Kommune, and the themes of those for which no offer
-- was found: a theme of a Träger in a month in a Kommune would often be one consultation.
create view auswertung.nennung with (security_invoker = true) as
select b.kreis, b.traeger_id, b.am as tag, case m.merkmal when 'beratungen' then b.ags else '' end as ags,
  m.merkmal, coalesce(m.kode, '') as kode, 1 as anzahl, b.konto_id
from kim.beratung b
cross join lateral (values
  ('kontakte', ''),
  ('stufe', b.stufe),
  ('beratungen', ''),
  ('neuzuweisung', case when b.neuzuweisung then '' end),
  ('neuzuweisung_grundlage', ''),
  ('kontaktweg', b.kontaktweg),
  ('sprache', b.sprache),
  ('verstaendigung', b.verstaendigung),
  ('ergebnis', b.ergebnis),
  ('sprache_verstaendigung', coalesce(b.sprache, '') || '/' || coalesce(b.verstaendigung, '')),
  ('herkunftsgruppe', b.herkunftsgruppe),
  ('altersgruppe', b.altersgruppe)
) as m (merkmal, kode)
where not b.zurueckgezogen
  and (b.stufe <> '0' or m.merkmal in ('kontakte', 'stufe'))
  and (m.merkmal <> 'neuzuweisung' or m.kode is not null)
union all
-- A theme stands once in a consultation, so mentions and consultations with it are the same here.
select b.kreis, b.traeger_id, b.am, '', m.merkmal, t.handlungsfeld, 1, b.konto_id
from kim.beratung_thema t
join kim.beratung b on b.kreis = t.kreis and b.id = t.beratung_id
cross join (values ('thema'), ('thema_einzeln')) as m (merkmal)
where not b.zurueckgezogen and b.stufe <> '0'
union all
select b.kreis, b.traeger_id, b.am, b.ags, 'kein_angebot', t.handlungsfeld, 1, b.konto_id
from kim.beratung_thema t
join kim.beratung b on b.kreis = t.kreis and b.id = t.beratung_id
where not b.zurueckgezogen and b.stufe <> '0' and b.ergebnis = 'kein_angebot'
union all
select b.kreis, b.traeger_id, b.am, '', 'mit_thema', '', 1, b.konto_id
from kim.beratung b
where not b.zurueckgezogen and b.stufe <> '0'
  and exists (select from kim.beratung_thema t where t.kreis = b.kreis and t.beratung_id = b.id)
union all
select b.kreis, b.traeger_id, b.am, '', 'nicht_zugeordnet', '', 1, b.konto_id
from kim.beratung_wort w
join kim.wort k on k.kreis = w.kreis and k.id = w.wort_id
join kim.beratung b on b.kreis = w.kreis and b.id = w.beratung_id
where not b.zurueckgezogen and b.stufe <> '0' and k.art = 'thema' and k.stand = 'offen'
union all
select s.kreis, s.traeger_id, s.von + (s.bis - s.von) / 2, case m.merkmal when 'beratungen' then s.ags else '' end,
  m.merkmal, '', m.anzahl, null
from kim.summe s
cross join lateral (values
  ('kontakte', s.beratungen),
  ('beratungen', s.beratungen),
  ('aus_summen', s.beratungen),
  ('neuzuweisung', s.neuzuweisungen),
  ('neuzuweisung_grundlage', case when exists (
    select from kim.summe o where o.kreis = s.kreis and o.uebernahme_id = s.uebernahme_id and o.neuzuweisungen > 0
  ) then s.beratungen end)
) as m (merkmal, anzahl)
where m.anzahl > 0
union all
select s.kreis, s.traeger_id, s.von + (s.bis - s.von) / 2, '', 'thema', t.handlungsfeld, t.anzahl, null
from kim.summe_thema t
join kim.summe s on s.kreis = t.kreis and s.id = t.summe_id
union all
select s.kreis, s.traeger_id, s.von + (s.bis - s.von) / 2, '',
  case k.stand when 'offen' then 'nicht_zugeordnet' else 'thema' end, coalesce(k.code, ''), w.anzahl, null
from kim.summe_wort w
join kim.wort k on k.kreis = w.kreis and k.id = w.wort_id
join kim.summe s on s.kreis = w.kreis and s.id = w.summe_id
where k.art = 'thema' and k.stand <> 'ohne_bedeutung'
union all
-- What came and what went, of requests and of cases: stock at the beginning, and in, less out, is stock at the end.
select w.kreis, w.traeger_id, w.am, '', m.merkmal, m.kode, 1, w.konto_id
from auswertung.fall_weg w
cross join lateral (values
  ('anfrage_zugang', case when w.wieder then 'wieder' else 'neu' end, w.betreten and w.gruppe = 'anfrage'),
  ('anfrage_abgang', case w.gruppe when 'fall' then 'fall' else w.nach end, w.betreten and w.vorher = 'anfrage'),
  ('fall_zugang', case when w.wieder then 'wieder' else 'neu' end, w.betreten and w.gruppe = 'fall'),
  ('fall_abgang', coalesce(w.abschlussgrund, w.nach), w.betreten and w.vorher = 'fall')
) as m (merkmal, kode, gilt)
where m.gilt
union all
-- How long it was a case until it was over: in whole months, so that what is kept is nobody's day.
select w.kreis, w.traeger_id, w.am, '', 'fall_monate',
  (extract(year from age(w.am, w.fall_seit)) * 12 + extract(month from age(w.am, w.fall_seit)))::int::text, 1, w.konto_id
from auswertung.fall_weg w
where w.betreten and w.vorher = 'fall'
union all
-- How far each goal was reached when its case was closed.
select b.kreis, b.traeger_id, b.am, '', 'ziel', z.wert::text, 1, b.konto_id
from kim.zielerreichung z
join kim.hilfeplan_bewertung b on b.kreis = z.kreis and b.id = z.bewertung_id
join kim.fall f on f.kreis = b.kreis and f.id = b.fall_id
where b.anlass = 'abschluss' and f.abschlussgrund is distinct from 'fehlanlage'
union all
-- What people answered when they were asked how satisfied they are; whoever would rather not answer counts nowhere.
select r.kreis, r.traeger_id, r.am, '', 'zufriedenheit', r.wert::text, 1, r.konto_id
from kim.fall_rueckmeldung r
join kim.fall f on f.kreis = r.kreis and f.id = r.fall_id
where r.wert is not null and f.abschlussgrund is distinct from 'fehlanlage'
union all
-- Children in the year of their test, on its first day: which of them have need, and which of those came somewhere.
select d.kreis, d.traeger_id, make_date(d.jahr, 1, 1), d.ags, m.merkmal, '', 1, d.konto_id
from kim.delfin d
cross join lateral (values
  ('delfin_getestet', array['bedarf', 'kein_bedarf']), ('delfin_bedarf', array['bedarf']), ('delfin_besucht', array['besucht'])
) as m (merkmal, stand)
where exists (
  select from kim.delfin_schritt s where s.kreis = d.kreis and s.delfin_id = d.id and s.nach = any(m.stand)
) and (m.merkmal <> 'delfin_besucht' or exists (
  select from kim.delfin_schritt s where s.kreis = d.kreis and s.delfin_id = d.id and s.nach = 'bedarf'
))
union all
-- Calls of the phone hour of MuKi-S by what was asked and by each language of the child: of families, and of professionals, who are
-- contacts (stage 0) and no consultations. Each call has one question; languages do not add up to calls.
select b.kreis, b.traeger_id, b.am, '', m.merkmal, case b.stufe when '0' then 'fachkraft' else 'familie' end || '/' || m.kode, 1, b.konto_id
from kim.telefonsprechstunde a
join kim.beratung b on b.kreis = a.kreis and b.id = a.beratung_id
cross join lateral (
  select 'anruf_frage' as merkmal, a.frage as kode
  union all
  select 'anruf_sprache', s.sprache from kim.telefonsprechstunde_sprache s
  where s.kreis = a.kreis and s.beratung_id = a.beratung_id
) as m
where not b.zurueckgezogen
union all
-- Referrals on the day on which somebody was sent, with what became of them since: so a month changes when an answer comes.
select v.kreis, v.traeger_id, v.am, '', m.merkmal, m.kode, 1, v.konto_id
from kim.verweis v
cross join lateral (
  select case when v.stand in ('offen', 'vermittelt', 'warteliste') then 'wartet'
    when v.stand in ('angekommen', 'abgelehnt') then v.stand else 'sonst' end as gruppe
) g
cross join lateral (values
  ('verweis_feld', v.handlungsfeld || '/' || g.gruppe),
  ('verweis_art', v.organisation_art || '/' || g.gruppe),
  ('verweis_absage', v.absage),
  -- How long it took is no day of anybody: no calendar is kept.
  ('verweis_tage', case v.stand when 'angekommen' then (v.stand_seit - v.am)::text end)
) as m (merkmal, kode)
where m.kode is not null
union all
-- People who were assigned, on the day of it: all, those whom somebody met, and those who were named in a talk that counts. What was
-- joined with another household counts there.
select z.kreis, z.traeger_id, z.zugewiesen_am, '', m.merkmal, '', m.anzahl, z.konto_id
from kim.zuweisung z
cross join lateral (values
  ('zugewiesen', z.menschen),
  ('zugewiesen_erreicht', case when exists (
    select from kim.zuweisung_schritt s
    where s.kreis = z.kreis and s.zuweisung_id = z.id and s.nach = 'erstkontakt' and not s.zurueckgenommen
  ) then z.menschen end),
  ('zugewiesen_beraten', (
    select count(distinct p.person_id)::int
    from kim.zuweisung_gespraech g
    join kim.beratung b on b.kreis = g.kreis and b.id = g.beratung_id and not b.zurueckgezogen
    join kim.beratung_person p on p.kreis = b.kreis and p.beratung_id = b.id
    where g.kreis = z.kreis and g.zuweisung_id = z.id
  ))
) as m (merkmal, anzahl)
where m.anzahl > 0 and z.aufgegangen_in is null
union all
-- Stock by phase on the last day of each month, of the current one as it is now.
select w.kreis, w.traeger_id, (m.monat + interval '1 month' - interval '1 day')::date, '', 'fall_bestand', w.nach, 1, w.konto_id
from auswertung.fall_weg w
cross join lateral generate_series(
  date_trunc('month', w.am::timestamp),
  coalesce(date_trunc('month', w.bis::timestamp) - interval '1 month', date_trunc('month', now() at time zone 'Europe/Berlin')),
  interval '1 month'
) as m (monat)
where w.gruppe <> 'ende';

-- The months in which a case was one, for its person and everybody else whom it is about. Who was merged counts as that one.
create view auswertung.fall_monat with (security_invoker = true) as
select w.kreis, w.traeger_id, m.monat::date as monat, coalesce(g.zusammengefuehrt_in, g.id) as person_id
from auswertung.fall_weg w
cross join lateral (
  select w.person_id union select p.person_id from kim.fall_person p where p.kreis = w.kreis and p.fall_id = w.fall_id
) wer
join kim.person g on g.kreis = w.kreis and g.id = wer.person_id
cross join lateral generate_series(
  date_trunc('month', w.am::timestamp),
  date_trunc('month', coalesce(w.bis::timestamp, now() at time zone 'Europe/Berlin')),
  interval '1 month'
) as m (monat)
where w.gruppe = 'fall';

-- Whom something counts for that does not add up, and each day on which she or he does: persons counselled by name; persons with
-- a case and their households, in every month in which it was one. Who was merged into somebody counts as that one.
create view auswertung.person_tag with (security_invoker = true) as
select b.kreis, b.traeger_id, 'beratung' as art, b.am as tag, coalesce(g.zusammengefuehrt_in, p.person_id) as person_id
from kim.beratung_person p
join kim.beratung b on b.kreis = p.kreis and b.id = p.beratung_id
join kim.person g on g.kreis = p.kreis and g.id = p.person_id
where not b.zurueckgezogen and b.stufe = '2'
union all
select f.kreis, f.traeger_id, 'fall', f.monat, f.person_id from auswertung.fall_monat f
union all
-- Whoever is in no household is one of her or his own.
select f.kreis, f.traeger_id, 'haushalt', f.monat, coalesce(h.haushalt_id, f.person_id)
from auswertung.fall_monat f
left join kim.haushalt_person h on h.kreis = f.kreis and h.person_id = f.person_id
  and h.von < (f.monat + interval '1 month')::date and (h.bis is null or h.bis >= f.monat);

revoke all on schema auswertung from public;
grant usage on schema auswertung to kim_worker, kim_web;
-- The pages read it as whoever asks: behind the walls of the files that is one's own consultations.
grant select on auswertung.fall_weg, auswertung.nennung to kim_web;
grant select on auswertung.fall_weg, auswertung.fall_monat, auswertung.nennung, auswertung.person_tag to kim_worker;

-- What changed, appended in the writer's own transaction: no figure is ever touched by it, so writers never wait for each
-- other. One row for each month of a Träger that a statement touches. Cascades need none: the parent is in the statement.
create or replace function auswertung.merke_beratung() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
    select kreis, traeger_id, am - extract(day from am)::int + 1 from zeilen
    union
    select kreis, traeger_id, am - extract(day from am)::int + 1 from vorher;
  else
    insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
    select distinct kreis, traeger_id, am - extract(day from am)::int + 1 from zeilen;
  end if;
  return null;
end
$$;

create or replace function auswertung.merke_zu_beratung() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct b.kreis, b.traeger_id, b.am - extract(day from b.am)::int + 1
  from zeilen z join kim.beratung b on b.kreis = z.kreis and b.id = z.beratung_id;
  return null;
end
$$;

create or replace function auswertung.merke_summe() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct kreis, traeger_id, date_trunc('month', (von + (bis - von) / 2)::timestamp)::date from zeilen;
  return null;
end
$$;

create or replace function auswertung.merke_zu_summe() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct s.kreis, s.traeger_id, date_trunc('month', (s.von + (s.bis - s.von) / 2)::timestamp)::date
  from zeilen z join kim.summe s on s.kreis = z.kreis and s.id = z.summe_id;
  return null;
end
$$;

-- Whoever decides about a word does not see everything that it occurs in; the job does.
create or replace function auswertung.merke_wort() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, wort_id) select kreis, traeger_id, id from zeilen;
  return null;
end
$$;

-- A step changes the stock of its own month and of every later one up to today; in most cases that is one.
create or replace function auswertung.merke_fall(kreis text, traeger_id uuid, ab date) returns void language sql as $$
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select $1, $2, m::date from generate_series(
    date_trunc('month', $3::timestamp),
    greatest(date_trunc('month', $3::timestamp), date_trunc('month', now() at time zone 'Europe/Berlin')),
    interval '1 month'
  ) as m
$$;

-- Who has it, its version and what is sealed count nowhere: a file that is handed over is not counted anew.
create or replace function auswertung.merke_fall_anders() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(t.kreis, t.traeger_id, min(t.ab)) from (
    select n.kreis, unnest(array[n.traeger_id, v.traeger_id]) as traeger_id, least(n.begonnen, v.begonnen) as ab
    from zeilen n join vorher v on v.kreis = n.kreis and v.id = n.id
    where (n.begonnen, n.traeger_id, n.person_id) is distinct from (v.begonnen, v.traeger_id, v.person_id)
      or (n.abschlussgrund is not distinct from 'fehlanlage') <> (v.abschlussgrund is not distinct from 'fehlanlage')
  ) t group by t.kreis, t.traeger_id;
  return null;
end
$$;

create or replace function auswertung.merke_fall_weg() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(kreis, traeger_id, min(begonnen)) from zeilen group by kreis, traeger_id;
  return null;
end
$$;

create or replace function auswertung.merke_fall_schritt() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(z.kreis, z.traeger_id, min(z.am))
  from zeilen z join kim.fall f on f.kreis = z.kreis and f.id = z.fall_id group by z.kreis, z.traeger_id;
  return null;
end
$$;

-- Whom a case is about, and who lives together: different persons and households.
create or replace function auswertung.merke_fall_person() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(f.kreis, f.traeger_id, min(f.begonnen))
  from zeilen z join kim.fall f on f.kreis = z.kreis and f.id = z.fall_id group by f.kreis, f.traeger_id;
  return null;
end
$$;

create or replace function auswertung.merke_haushalt() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(f.kreis, f.traeger_id, min(f.begonnen))
  from zeilen z join kim.fall f on f.kreis = z.kreis and (f.person_id = z.person_id or exists (
    select from kim.fall_person p where p.kreis = f.kreis and p.fall_id = f.id and p.person_id = z.person_id
  )) group by f.kreis, f.traeger_id;
  return null;
end
$$;

create or replace function auswertung.merke_haushalt_anders() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(f.kreis, f.traeger_id, min(f.begonnen))
  from zeilen z join vorher v on v.kreis = z.kreis and v.id = z.id
    and (v.von, v.bis, v.person_id) is distinct from (z.von, z.bis, z.person_id)
  join kim.fall f on f.kreis = z.kreis and (f.person_id in (z.person_id, v.person_id) or exists (
    select from kim.fall_person p where p.kreis = f.kreis and p.fall_id = f.id and p.person_id in (z.person_id, v.person_id)
  )) group by f.kreis, f.traeger_id;
  return null;
end
$$;

create or replace function auswertung.merke_ziel() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct b.kreis, b.traeger_id, b.am - extract(day from b.am)::int + 1
  from zeilen z join kim.hilfeplan_bewertung b on b.kreis = z.kreis and b.id = z.bewertung_id;
  return null;
end
$$;

create or replace function auswertung.merke_rueckmeldung() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct kreis, traeger_id, am - extract(day from am)::int + 1 from zeilen where wert is not null;
  return null;
end
$$;

create or replace function auswertung.merke_delfin() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct kreis, traeger_id, make_date(jahr, 1, 1) from zeilen;
  return null;
end
$$;

create or replace function auswertung.merke_delfin_anders() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct n.kreis, n.traeger_id, make_date(n.jahr, 1, 1)
  from zeilen n join vorher v on v.kreis = n.kreis and v.id = n.id where (n.ags, n.stand) is distinct from (v.ags, v.stand);
  return null;
end
$$;

-- What was asked is put right on a page of its own; the consultation stays as it is.
create or replace function auswertung.merke_anruf_anders() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct b.kreis, b.traeger_id, b.am - extract(day from b.am)::int + 1
  from zeilen n join vorher v on v.kreis = n.kreis and v.beratung_id = n.beratung_id and v.frage <> n.frage
  join kim.beratung b on b.kreis = n.kreis and b.id = n.beratung_id;
  return null;
end
$$;

create or replace function auswertung.merke_verweis() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct kreis, traeger_id, am - extract(day from am)::int + 1 from zeilen;
  return null;
end
$$;

-- Who has it, when somebody asks, and what is sealed count nowhere.
create or replace function auswertung.merke_verweis_anders() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct n.kreis, n.traeger_id, unnest(array[n.am - extract(day from n.am)::int + 1, v.am - extract(day from v.am)::int + 1])
  from zeilen n join vorher v on v.kreis = n.kreis and v.id = n.id
  where (n.am, n.handlungsfeld, n.organisation_art, n.stand, n.stand_seit, n.absage)
    is distinct from (v.am, v.handlungsfeld, v.organisation_art, v.stand, v.stand_seit, v.absage);
  return null;
end
$$;

create or replace function auswertung.merke_zuweisung() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct kreis, traeger_id, zugewiesen_am - extract(day from zugewiesen_am)::int + 1 from zeilen;
  return null;
end
$$;

-- Who is responsible counts nowhere.
create or replace function auswertung.merke_zuweisung_anders() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct n.kreis, n.traeger_id, unnest(array[n.zugewiesen_am - extract(day from n.zugewiesen_am)::int + 1,
    v.zugewiesen_am - extract(day from v.zugewiesen_am)::int + 1])
  from zeilen n join vorher v on v.kreis = n.kreis and v.id = n.id
  where (n.zugewiesen_am, n.menschen, n.stand, n.aufgegangen_in)
    is distinct from (v.zugewiesen_am, v.menschen, v.stand, v.aufgegangen_in);
  return null;
end
$$;

-- A talk, whoever was named in it, and whether it counts: in the month of the household, not of the talk.
create or replace function auswertung.merke_zuweisung_gespraech() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct z.kreis, z.traeger_id, z.zugewiesen_am - extract(day from z.zugewiesen_am)::int + 1
  from zeilen n join kim.beratung b on b.kreis = n.kreis and b.id = n.beratung_id
  join kim.zuweisung_gespraech g on g.kreis = b.kreis and g.beratung_id = b.id
  join kim.zuweisung z on z.kreis = g.kreis and z.id = g.zuweisung_id;
  return null;
end
$$;

create or replace function auswertung.merke_zuweisung_beratung() returns trigger language plpgsql as $$
begin
  insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
  select distinct z.kreis, z.traeger_id, z.zugewiesen_am - extract(day from z.zugewiesen_am)::int + 1
  from zeilen n join vorher v on v.kreis = n.kreis and v.id = n.id and v.zurueckgezogen <> n.zurueckgezogen
  join kim.zuweisung_gespraech g on g.kreis = n.kreis and g.beratung_id = n.id
  join kim.zuweisung z on z.kreis = g.kreis and z.id = g.zuweisung_id;
  return null;
end
$$;

create or replace function auswertung.merke_fall_schritt_anders() returns trigger language plpgsql as $$
begin
  perform auswertung.merke_fall(t.kreis, t.traeger_id, min(t.ab)) from (
    select n.kreis, n.traeger_id, least(n.am, v.am) as ab
    from zeilen n join vorher v on v.kreis = n.kreis and v.id = n.id
    where (n.am, n.nach, n.folge, n.abschlussgrund) is distinct from (v.am, v.nach, v.folge, v.abschlussgrund)
  ) t group by t.kreis, t.traeger_id;
  return null;
end
$$;

create or replace trigger zaehlung_neu after insert on kim.beratung
  referencing new table as zeilen for each statement execute function auswertung.merke_beratung();
create or replace trigger zaehlung_anders after update on kim.beratung
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_beratung();
create or replace trigger zaehlung_weg after delete on kim.beratung
  referencing old table as zeilen for each statement execute function auswertung.merke_beratung();

create or replace trigger zaehlung_neu after insert on kim.beratung_thema
  referencing new table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_weg after delete on kim.beratung_thema
  referencing old table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_neu after insert on kim.beratung_person
  referencing new table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_weg after delete on kim.beratung_person
  referencing old table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_neu after insert on kim.beratung_wort
  referencing new table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_weg after delete on kim.beratung_wort
  referencing old table as zeilen for each statement execute function auswertung.merke_zu_beratung();

create or replace trigger zaehlung_neu after insert on kim.summe
  referencing new table as zeilen for each statement execute function auswertung.merke_summe();
create or replace trigger zaehlung_weg after delete on kim.summe
  referencing old table as zeilen for each statement execute function auswertung.merke_summe();
create or replace trigger zaehlung_neu after insert on kim.summe_thema
  referencing new table as zeilen for each statement execute function auswertung.merke_zu_summe();
create or replace trigger zaehlung_weg after delete on kim.summe_thema
  referencing old table as zeilen for each statement execute function auswertung.merke_zu_summe();
create or replace trigger zaehlung_neu after insert on kim.summe_wort
  referencing new table as zeilen for each statement execute function auswertung.merke_zu_summe();
create or replace trigger zaehlung_weg after delete on kim.summe_wort
  referencing old table as zeilen for each statement execute function auswertung.merke_zu_summe();

create or replace trigger zaehlung_anders after update on kim.wort
  referencing new table as zeilen for each statement execute function auswertung.merke_wort();

create or replace trigger zaehlung_anders after update on kim.fall
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_fall_anders();
create or replace trigger zaehlung_weg after delete on kim.fall
  referencing old table as zeilen for each statement execute function auswertung.merke_fall_weg();
create or replace trigger zaehlung_neu after insert on kim.fall_schritt
  referencing new table as zeilen for each statement execute function auswertung.merke_fall_schritt();
create or replace trigger zaehlung_anders after update on kim.fall_schritt
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_fall_schritt_anders();
create or replace trigger zaehlung_weg after delete on kim.fall_schritt
  referencing old table as zeilen for each statement execute function auswertung.merke_fall_schritt();

create or replace trigger zaehlung_neu after insert on kim.fall_person
  referencing new table as zeilen for each statement execute function auswertung.merke_fall_person();
create or replace trigger zaehlung_weg after delete on kim.fall_person
  referencing old table as zeilen for each statement execute function auswertung.merke_fall_person();
-- It is about somebody else, since a merging was undone.
create or replace trigger zaehlung_anders after update on kim.fall_person
  referencing new table as zeilen for each statement execute function auswertung.merke_fall_person();
create or replace trigger zaehlung_neu after insert on kim.haushalt_person
  referencing new table as zeilen for each statement execute function auswertung.merke_haushalt();
create or replace trigger zaehlung_anders after update on kim.haushalt_person
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_haushalt_anders();
create or replace trigger zaehlung_neu after insert on kim.delfin
  referencing new table as zeilen for each statement execute function auswertung.merke_delfin();
create or replace trigger zaehlung_anders after update on kim.delfin
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_delfin_anders();
create or replace trigger zaehlung_weg after delete on kim.delfin
  referencing old table as zeilen for each statement execute function auswertung.merke_delfin();
create or replace trigger zaehlung_anders after update on kim.telefonsprechstunde
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_anruf_anders();
create or replace trigger zaehlung_neu after insert on kim.telefonsprechstunde_sprache
  referencing new table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_weg after delete on kim.telefonsprechstunde_sprache
  referencing old table as zeilen for each statement execute function auswertung.merke_zu_beratung();
create or replace trigger zaehlung_neu after insert on kim.verweis
  referencing new table as zeilen for each statement execute function auswertung.merke_verweis();
create or replace trigger zaehlung_anders after update on kim.verweis
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_verweis_anders();
create or replace trigger zaehlung_weg after delete on kim.verweis
  referencing old table as zeilen for each statement execute function auswertung.merke_verweis();
create or replace trigger zaehlung_neu after insert on kim.zuweisung
  referencing new table as zeilen for each statement execute function auswertung.merke_zuweisung();
create or replace trigger zaehlung_anders after update on kim.zuweisung
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_zuweisung_anders();
create or replace trigger zaehlung_weg after delete on kim.zuweisung
  referencing old table as zeilen for each statement execute function auswertung.merke_zuweisung();
create or replace trigger zaehlung_neu after insert on kim.zuweisung_gespraech
  referencing new table as zeilen for each statement execute function auswertung.merke_zuweisung_gespraech();
create or replace trigger zaehlung_gespraech_neu after insert on kim.beratung_person
  referencing new table as zeilen for each statement execute function auswertung.merke_zuweisung_gespraech();
create or replace trigger zaehlung_gespraech_weg after delete on kim.beratung_person
  referencing old table as zeilen for each statement execute function auswertung.merke_zuweisung_gespraech();
create or replace trigger zaehlung_gespraech after update on kim.beratung
  referencing new table as zeilen old table as vorher for each statement execute function auswertung.merke_zuweisung_beratung();
create or replace trigger zaehlung_neu after insert on kim.zielerreichung
  referencing new table as zeilen for each statement execute function auswertung.merke_ziel();
create or replace trigger zaehlung_neu after insert on kim.fall_rueckmeldung
  referencing new table as zeilen for each statement execute function auswertung.merke_rueckmeldung();
