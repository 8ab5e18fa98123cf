-- A released text is what somebody agreed to: it stays as it is.
create or replace function einwilligung.pruefe_text() returns trigger language plpgsql as $$
begin
  if old.freigegeben_am is not null then
    raise exception 'Ein freigegebener Text ändert sich nicht mehr.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create or replace trigger text_bleibt before update on kim.einwilligung_text
  for each row execute function einwilligung.pruefe_text();

-- What was said stays said: a consent is narrowed, withdrawn or replaced, never widened, and none comes back. The table of the
-- program (src/domains/einwilligungen/model/stand.ts) is compared with this one by a test.
create or replace function einwilligung.geht(von text, nach text) returns boolean
language sql immutable as $$
  select (von, nach) in (('entwurf', 'erlaeutert'), ('erlaeutert', 'erteilt'), ('erlaeutert', 'abgelehnt'),
    ('erteilt', 'eingeschraenkt'), ('eingeschraenkt', 'eingeschraenkt'), ('erteilt', 'widerrufen'), ('eingeschraenkt', 'widerrufen'),
    ('erteilt', 'ersetzt'), ('eingeschraenkt', 'ersetzt'))
$$;

create or replace function einwilligung.pruefe_stand() returns trigger language plpgsql as $$
begin
  if row(new.stand, new.kategorien, new.gueltig_bis, new.gueltig_ab) is not distinct from
     row(old.stand, old.kategorien, old.gueltig_bis, old.gueltig_ab) then return new; end if;
  if not einwilligung.geht(old.stand, new.stand) and not (old.stand = 'entwurf' and new.stand = 'entwurf') then
    raise exception 'Von „%“ geht es nicht zu „%“.', old.stand, new.stand using errcode = 'restrict_violation';
  end if;
  if old.stand not in ('entwurf', 'erlaeutert') and (not new.kategorien <@ old.kategorien or new.gueltig_ab <> old.gueltig_ab
      or coalesce(new.gueltig_bis, 'infinity') > coalesce(old.gueltig_bis, 'infinity')) then
    raise exception 'Eine Einwilligung wird nicht weiter, als sie gegeben wurde.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create or replace trigger stand_geht_vor before update on kim.einwilligung
  for each row execute function einwilligung.pruefe_stand();

-- Nothing leaves a file that no consent covers, whatever the program believes. It waits for a withdrawal that is under way, and a
-- withdrawal waits for it: whichever is stored first counts.
create or replace function einwilligung.pruefe_weitergabe() returns trigger language plpgsql as $$
begin
  perform from kim.einwilligung e
    where e.kreis = new.kreis and e.id = new.einwilligung_id and e.person_id = new.person_id
      and e.stand in ('erteilt', 'eingeschraenkt')
      and zustaendigkeit.heute() between e.gueltig_ab and coalesce(e.gueltig_bis, 'infinity')
      and new.kategorien <@ e.kategorien
    for no key update;
  if not found then
    raise exception 'Für diese Weitergabe gibt es keine Einwilligung.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create or replace trigger weitergabe_gedeckt before insert on kim.weitergabe
  for each row execute function einwilligung.pruefe_weitergabe();

-- A conference by name goes by consents that cover it, whatever the program believes: each of its entries stands on one that holds now
-- and on its day. Asked when the transaction ends and its entries are written. Of one that was held already only the minutes change.
create or replace function einwilligung.pruefe_konferenz() returns trigger language plpgsql as $$
begin
  if not new.namentlich then return null; end if;
  if tg_op = 'UPDATE' and old.namentlich and old.am = new.am and new.am < zustaendigkeit.heute() then return null; end if;
  if new.art <> 'konferenz' or not exists (
      select from kim.fallbesprechung_weitergabe b where b.kreis = new.kreis and b.fallbesprechung_id = new.id
    ) or exists (
      select from kim.fallbesprechung_weitergabe b
        join kim.weitergabe w on w.kreis = b.kreis and w.id = b.weitergabe_id
        join kim.einwilligung e on e.kreis = w.kreis and e.id = w.einwilligung_id
      where b.kreis = new.kreis and b.fallbesprechung_id = new.id and not (e.stand in ('erteilt', 'eingeschraenkt')
        and e.zweck = 'konferenz' and w.art = 'konferenz' and w.kategorien <@ e.kategorien
        and zustaendigkeit.heute() between e.gueltig_ab and coalesce(e.gueltig_bis, 'infinity')
        and new.am between e.gueltig_ab and coalesce(e.gueltig_bis, 'infinity'))
    ) then
    raise exception 'Für diese Konferenz gibt es keine Einwilligung.' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
drop trigger if exists konferenz_gedeckt on kim.fallbesprechung;
create constraint trigger konferenz_gedeckt after insert or update of namentlich, am, art on kim.fallbesprechung
  deferrable initially deferred for each row execute function einwilligung.pruefe_konferenz();

revoke all on schema einwilligung from public;
grant usage on schema einwilligung to kim_web, kim_worker;
