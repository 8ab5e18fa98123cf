-- What counts: the one definition of every figure. `kim.zaehlung` is a sum over it, made by a job of the room auswertung,
-- and checked against it every night.

-- Whenever this file changes, so may what counts: everything is counted anew with the next count.
truncate kim.zaehlung_stand;

drop view if exists auswertung.nennung;
drop view if exists auswertung.person_tag;

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
where k.art = 'thema' and k.stand <> 'ohne_bedeutung';

-- A person and each day on which she or he was counselled by name.
create view auswertung.person_tag with (security_invoker = true) as
select b.kreis, b.traeger_id, b.am as tag, p.person_id
from kim.beratung_person p
join kim.beratung b on b.kreis = p.kreis and b.id = p.beratung_id
where not b.zurueckgezogen and b.stufe = '2';

revoke all on schema auswertung from public;
grant usage on schema auswertung to kim_worker, kim_web;
-- The pages read it as whoever asks: behind the walls of the files that is one's own consultations.
grant select on auswertung.nennung to kim_web;
grant select on auswertung.nennung, auswertung.person_tag to kim_worker;

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
