-- Fristen that follow from what a file says. One view says what there has to be; a trigger of each source holds the table against it in
-- the transaction of the change. A room that has one more writes its lines here.
drop view if exists fristen.soll cascade;
create view fristen.soll with (security_invoker = true) as
-- A title, or the paper that stands for it meanwhile: whichever lasts longer.
select a.kreis, a.traeger_id, a.konto_id, a.person_id, null::uuid as fall_id, 'aufenthalt'::text as quelle, a.id as quelle_id,
  case when a.fiktion_bis > coalesce(a.gueltig_bis, '-infinity') then 'fiktion' else 'titel' end as art,
  greatest(a.gueltig_bis, a.fiktion_bis) as am,
  case when a.fiktion_bis > coalesce(a.gueltig_bis, '-infinity') then 30 else 90 end as vorlauf
from kim.aufenthalt a
where not a.falsch and greatest(a.gueltig_bis, a.fiktion_bis) is not null
  and coalesce(a.bis, 'infinity') >= greatest(a.gueltig_bis, a.fiktion_bis)
union all
-- An application that nobody answered within a month.
select l.kreis, l.traeger_id, l.konto_id, l.person_id, null, 'leistung', l.id, 'antwort', l.beantragt_am + 30, 7
from kim.leistung l where not l.falsch and l.beantragt_am is not null and l.von is null and l.bis is null
union all
-- A course that has not begun.
select w.kreis, w.traeger_id, w.konto_id, w.person_id, null, 'werdegang', w.id, 'kurs', w.von, 7
from kim.werdegang w join ref.werdegang r on r.code = w.art
where not w.falsch and r.bereich = 'kurs' and w.von is not null and w.stand in ('beantragt', 'berechtigt', 'warteliste')
union all
-- It runs out, or she turns 18 for whom her guardians gave it: then she is asked herself.
select e.kreis, e.traeger_id, e.konto_id, e.person_id, null, 'einwilligung', e.id, 'einwilligung',
  least(e.gueltig_bis, e.volljaehrig_monat), 30
from kim.einwilligung e where e.stand in ('erteilt', 'eingeschraenkt') and coalesce(e.gueltig_bis, e.volljaehrig_monat) is not null
union all
select v.kreis, v.traeger_id, v.konto_id, f.person_id, f.id, 'vereinbarung', v.id, 'punkt', v.bis, 7
from kim.vereinbarung v join kim.fall f on f.kreis = v.kreis and f.id = v.fall_id
where v.stand = 'offen' and v.bis is not null and f.phase not in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf')
union all
-- When both look at the plan again: as the last review says, or the plan in force.
select f.kreis, f.traeger_id, f.konto_id, f.person_id, f.id, 'fall', f.id, 'ueberpruefung', n.am, 14
from kim.fall f
cross join lateral (
  select case when b.am >= p.vereinbart_am
    then coalesce(b.naechste_am, case when p.ueberpruefung_am > b.am then p.ueberpruefung_am end)
    else p.ueberpruefung_am end as am
  from (select h.vereinbart_am, h.ueberpruefung_am from kim.hilfeplan h where h.kreis = f.kreis and h.fall_id = f.id
    and h.vereinbart_am is not null order by h.fassung desc limit 1) p
  left join lateral (select w.am, w.naechste_am from kim.hilfeplan_bewertung w where w.kreis = f.kreis and w.fall_id = f.id
    order by w.folge desc limit 1) b on true) n
where n.am is not null and f.phase not in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf')
union all
select f.kreis, f.traeger_id, f.konto_id, f.person_id, f.id, 'fall', f.id, 'nachsorge', f.nachsorge_am, 7
from kim.fall f where f.nachsorge_am is not null and f.phase <> 'widerruf'
union all
-- A promise of naturalisation runs out; and somebody asks how far it is.
select e.kreis, e.traeger_id, e.konto_id, e.person_id, null, 'einbuergerung', e.id, 'zusicherung', e.zusicherung_bis, 60
from kim.einbuergerung e where e.stand = 'zusicherung' and e.zusicherung_bis is not null
union all
select e.kreis, e.traeger_id, e.konto_id, e.person_id, null, 'einbuergerung', e.id, 'einbuergerung', e.nachfragen_am, 7
from kim.einbuergerung e where e.nachfragen_am is not null and e.stand not in ('eingebuergert', 'abgelehnt', 'zurueckgezogen');

-- Writes one step of a Frist: the day and the state that it has now. What the program itself did stands with whoever keeps the file.
create or replace function fristen.schritt(f kim.frist) returns void language plpgsql as $$
begin
  insert into kim.frist_schritt (kreis, traeger_id, konto_id, id, frist_id, folge, stand, tag, am, erfasst_von, aus_daten)
  values (f.kreis, f.traeger_id, f.konto_id, gen_random_uuid(), f.id, f.version, f.stand, f.am, zustaendigkeit.heute(),
    coalesce(nullif(nullif(current_setting('app.konto', true), ''), '00000000-0000-0000-0000-000000000000')::uuid, f.konto_id), true);
end
$$;

-- Holds the Fristen of one source against what there has to be. A day that the source moved opens a Frist again, also one that was done.
create or replace function fristen.nachziehen(k text, welche text, von uuid) returns void language plpgsql as $$
declare
  s record;
  f kim.frist;
begin
  for s in select * from fristen.soll x where x.kreis = k and x.quelle = welche and x.quelle_id = von loop
    select * into f from kim.frist x where x.kreis = k and x.quelle_id = von and x.art = s.art for no key update;
    if f.id is null then
      insert into kim.frist (kreis, traeger_id, konto_id, id, person_id, fall_id, aufenthalt_id, leistung_id, werdegang_id,
        einwilligung_id, vereinbarung_id, einbuergerung_id, art, am, vorlauf)
      values (k, s.traeger_id, s.konto_id, gen_random_uuid(), s.person_id, s.fall_id,
        case welche when 'aufenthalt' then von end, case welche when 'leistung' then von end,
        case welche when 'werdegang' then von end, case welche when 'einwilligung' then von end,
        case welche when 'vereinbarung' then von end, case welche when 'einbuergerung' then von end, s.art, s.am, s.vorlauf)
      returning * into f;
      perform fristen.schritt(f);
    elsif f.am <> s.am or f.stand = 'entfallen' then
      update kim.frist x set am = s.am, stand = 'offen', version = f.version + 1
      where x.kreis = k and x.id = f.id returning * into f;
      perform fristen.schritt(f);
    end if;
  end loop;
  for f in select * from kim.frist x where x.kreis = k and x.quelle_id = von and x.art <> 'hand' and x.stand = 'offen'
    and (x.art in ('ueberpruefung', 'nachsorge')) = (welche = 'fall')
    and not exists (select from fristen.soll y where y.kreis = k and y.quelle = welche and y.quelle_id = von and y.art = x.art) loop
    update kim.frist x set stand = 'entfallen', version = f.version + 1
    where x.kreis = k and x.id = f.id returning * into f;
    perform fristen.schritt(f);
  end loop;
end
$$;

create or replace function fristen.quelle_geaendert() returns trigger language plpgsql as $$
begin
  perform fristen.nachziehen(new.kreis, tg_argv[0], new.id);
  return null;
end
$$;

-- What hangs from a case: its plan, and, where the case begins again or ends, what was agreed in it.
create or replace function fristen.fall_geaendert() returns trigger language plpgsql as $$
declare
  fall uuid := case when tg_argv[0] = 'fall' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'fall_id')::uuid end;
  f kim.frist;
begin
  -- The background only ever ends a case, one that was handed over: what followed from it is over. It reads nothing else of the file.
  if current_user = 'kim_worker' then
    for f in select * from kim.frist x where x.kreis = new.kreis and x.fall_id = fall and x.art <> 'hand' and x.stand = 'offen' loop
      update kim.frist x set stand = 'entfallen', version = f.version + 1
      where x.kreis = new.kreis and x.id = f.id returning * into f;
      perform fristen.schritt(f);
    end loop;
    return null;
  end if;
  perform fristen.nachziehen(new.kreis, 'fall', fall);
  if tg_argv[0] = 'fall' then
    perform fristen.nachziehen(new.kreis, 'vereinbarung', v.id) from kim.vereinbarung v
    where v.kreis = new.kreis and v.fall_id = fall and v.bis is not null;
  end if;
  return null;
end
$$;

create or replace trigger frist_folgt after insert or update of gueltig_bis, fiktion_bis, bis, falsch on kim.aufenthalt
  for each row execute function fristen.quelle_geaendert('aufenthalt');
create or replace trigger frist_folgt after insert or update of beantragt_am, von, bis, falsch on kim.leistung
  for each row execute function fristen.quelle_geaendert('leistung');
create or replace trigger frist_folgt after insert or update of art, stand, von, falsch on kim.werdegang
  for each row execute function fristen.quelle_geaendert('werdegang');
create or replace trigger frist_folgt after insert or update of stand, gueltig_bis, volljaehrig_monat on kim.einwilligung
  for each row execute function fristen.quelle_geaendert('einwilligung');
create or replace trigger frist_folgt after insert or update of stand, bis on kim.vereinbarung
  for each row execute function fristen.quelle_geaendert('vereinbarung');
create or replace trigger frist_folgt after insert or update of stand, zusicherung_bis, nachfragen_am on kim.einbuergerung
  for each row execute function fristen.quelle_geaendert('einbuergerung');
create or replace trigger frist_folgt after update of phase, nachsorge_am on kim.fall
  for each row execute function fristen.fall_geaendert('fall');
create or replace trigger frist_folgt after insert or update of vereinbart_am, ueberpruefung_am on kim.hilfeplan
  for each row when (new.vereinbart_am is not null) execute function fristen.fall_geaendert('plan');
create or replace trigger frist_folgt after insert on kim.hilfeplan_bewertung
  for each row execute function fristen.fall_geaendert('plan');

-- Nothing of a Frist moves silently: whatever its day and its state are at the end of a transaction, a step says so.
create or replace function fristen.pruefe_verlauf() returns trigger language plpgsql as $$
begin
  if not exists (select from kim.frist f join kim.frist_schritt s on s.kreis = f.kreis and s.frist_id = f.id
    and s.folge = f.version and s.tag = f.am and s.stand = f.stand where f.kreis = new.kreis and f.id = new.id)
    and exists (select from kim.frist f where f.kreis = new.kreis and f.id = new.id) then
    raise exception 'Eine Frist ändert sich nicht ohne Verlauf.' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
drop trigger if exists verlauf_sagt_es on kim.frist;
create constraint trigger verlauf_sagt_es after insert or update of am, stand, version on kim.frist deferrable initially deferred
  for each row execute function fristen.pruefe_verlauf();

-- What follows from data keeps the day of the data, also where a rule changed; only a Frist by hand is moved by hand.
create or replace function fristen.pruefe_tag() returns trigger language plpgsql as $$
begin
  if new.art <> 'hand' and new.am <> old.am and pg_trigger_depth() < 2 and not exists
    (select from fristen.soll x where x.kreis = new.kreis and x.quelle_id = new.quelle_id and x.art = new.art and x.am = new.am) then
    raise exception 'Der Tag dieser Frist folgt aus den Angaben der Akte.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create or replace trigger tag_bleibt before update of am on kim.frist
  for each row execute function fristen.pruefe_tag();

revoke all on schema fristen from public;
grant usage on schema fristen to kim_web, kim_worker;
grant select on fristen.soll to kim_web;

-- What stood in the files before there were Fristen, or before a rule above was new, gets its own. The first start of each version asks for
-- it, as whoever works there, for the accounts of one Träger after the other and a piece at a time (src/platform/catch-up.ts): through the
-- walls, past none. How many sources were behind; 0 is the end. What has its Frist keeps it as it is.
create or replace function fristen.nachtrag(hoechstens int) returns int language plpgsql as $$
declare
  s record;
  n int := 0;
begin
  for s in select distinct x.kreis, x.quelle, x.quelle_id from fristen.soll x where not exists
    (select from kim.frist f where f.kreis = x.kreis and f.quelle_id = x.quelle_id and f.art = x.art) limit hoechstens loop
    perform fristen.nachziehen(s.kreis, s.quelle, s.quelle_id);
    n := n + 1;
  end loop;
  return n;
end
$$;
