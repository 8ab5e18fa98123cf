-- For whom an account receives copies today: by its roles, and only while its own files are open to it. The program itself, before
-- anybody is known, receives what goes by a link: it has no key to it. src/domains/freigaben/tests compares the roles.
create or replace function freigabe.empfange() returns text[] language plpgsql stable as $$
declare
  konto constant uuid := current_setting('app.konto')::uuid;
begin
  if konto = '00000000-0000-0000-0000-000000000000' then
    return case when current_setting('app.sicht') = 'kreis' then array['link'] else '{}' end;
  end if;
  if not konto = any(current_setting('app.konten')::uuid[]) then return '{}'; end if;
  return (
    select coalesce(array_agg(distinct case r.rolle when 'abh_fachkraft' then 'abh' when 'ebh_fachkraft' then 'ebh' else 'traeger' end), '{}')
    from kim.rolle r
    where r.kreis = current_setting('app.kreis') and r.konto_id = konto
      and (r.rolle in ('abh_fachkraft', 'ebh_fachkraft') or r.rolle = any(zustaendigkeit.rollen('beraten')))
      and r.von <= zustaendigkeit.heute() and (r.bis is null or r.bis >= zustaendigkeit.heute()));
end
$$;

-- Who takes a copy from where to where; src/domains/freigaben/model/stand.ts has the same table, and a test compares them.
create or replace function freigabe.geht(art text, von text, nach text, seite text) returns boolean
language sql immutable as $$
  select (case when art in ('abh', 'ebh') then 'behoerde' else art end, von, nach, seite) in (
    ('behoerde', 'freigegeben', 'termin', 'empfaenger'), ('behoerde', 'freigegeben', 'ergebnis', 'empfaenger'),
    ('behoerde', 'termin', 'termin', 'empfaenger'), ('behoerde', 'termin', 'freigegeben', 'empfaenger'),
    ('behoerde', 'termin', 'ergebnis', 'empfaenger'),
    ('behoerde', 'ergebnis', 'ergebnis', 'empfaenger'), ('behoerde', 'freigegeben', 'erledigt', 'geber'),
    ('behoerde', 'termin', 'erledigt', 'geber'), ('behoerde', 'ergebnis', 'erledigt', 'geber'),
    ('traeger', 'angeboten', 'rueckfrage', 'empfaenger'), ('traeger', 'rueckfrage', 'angeboten', 'geber'),
    ('traeger', 'angeboten', 'angenommen', 'empfaenger'), ('traeger', 'rueckfrage', 'angenommen', 'empfaenger'),
    ('traeger', 'angeboten', 'abgelehnt', 'empfaenger'), ('traeger', 'rueckfrage', 'abgelehnt', 'empfaenger'),
    ('link', 'gesendet', 'beantwortet', 'empfaenger'), ('link', 'beantwortet', 'beantwortet', 'empfaenger'),
    ('link', 'gesendet', 'erledigt', 'geber'), ('link', 'beantwortet', 'erledigt', 'geber'))
$$;

-- A copy is frozen: it goes its way, it is locked, it ends earlier. Nothing opens it again, and nobody takes the other side's step.
create or replace function freigabe.pruefe_stand() returns trigger language plpgsql as $$
declare
  geber boolean;
begin
  if current_user <> 'kim_web' then return new; end if;
  geber := old.traeger_id = current_setting('app.traeger')::uuid and old.konto_id = any(current_setting('app.konten')::uuid[]);
  if old.gesperrt_am is not null then
    raise exception 'Eine gesperrte Kopie bleibt gesperrt.' using errcode = 'restrict_violation';
  end if;
  if new.stand <> old.stand and not freigabe.geht(old.art, old.stand, new.stand, case when geber then 'geber' else 'empfaenger' end) then
    raise exception 'Von „%“ geht es hier nicht zu „%“.', old.stand, new.stand using errcode = 'restrict_violation';
  end if;
  if new.gueltig_bis > old.gueltig_bis or new.fehlversuche < old.fehlversuche or
     (new.schluessel is not null and new.schluessel is distinct from old.schluessel) then
    raise exception 'Eine Kopie gilt nicht länger und nicht für andere, als sie freigegeben wurde.' using errcode = 'restrict_violation';
  end if;
  if geber and (new.ebh_stand, new.ebh_seit) is distinct from (old.ebh_stand, old.ebh_seit) then
    raise exception 'Wie weit sie ist, sagt nur die Behörde.' using errcode = 'restrict_violation';
  end if;
  -- Whose way in is the link locks it by trying too often, and in no other way.
  if new.gesperrt_am is not null and not geber and not (old.art = 'link' and new.gesperrt_weil = 'versuche') then
    raise exception 'Nur wer eine Kopie gab, zieht sie zurück.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create or replace trigger stand_geht_vor before update on kim.freigabe
  for each row execute function freigabe.pruefe_stand();

-- No copy without an entry of what went out, of this person and of today; the entry was checked against the consent.
create or replace function freigabe.pruefe_gedeckt() returns trigger language plpgsql as $$
begin
  if current_user <> 'kim_web' then return new; end if;
  perform from kim.freigabe_akte a join kim.weitergabe w on w.kreis = a.kreis and w.id = a.weitergabe_id
    where a.kreis = new.kreis and a.id = new.id and w.am = zustaendigkeit.heute();
  if not found then
    raise exception 'Für diese Kopie gibt es keine Einwilligung.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create or replace trigger kopie_gedeckt before insert on kim.freigabe
  for each row execute function freigabe.pruefe_gedeckt();

-- Whoever takes back what she said takes back every copy made on it, in the same transaction: none is forgotten by a page. So does
-- a consent that does not cover a copy any more; one that ends earlier ends its copies with it.
create or replace function freigabe.folge_einwilligung() returns trigger language plpgsql as $$
declare
  kopie uuid;
begin
  for kopie in
    select f.id from kim.freigabe f join kim.freigabe_akte a on a.kreis = f.kreis and a.id = f.id
      join kim.weitergabe w on w.kreis = a.kreis and w.id = a.weitergabe_id
    where f.kreis = new.kreis and w.einwilligung_id = new.id and f.gesperrt_am is null
      and (new.stand = 'widerrufen' or not w.kategorien <@ new.kategorien)
    order by f.id
  loop
    -- Whoever opens it at this instant is waited for; what she did is counted by the next statement.
    update kim.freigabe set gesperrt_am = now(), gesperrt_weil = 'widerruf', schluessel = null, version = version + 1
      where kreis = new.kreis and id = kopie and gesperrt_am is null;
    if not found then continue; end if;
    insert into kim.freigabe_schritt (kreis, freigabe_id, folge, seite, von, art)
      select new.kreis, kopie, coalesce(max(folge), 0) + 1, 'geber', current_setting('app.konto')::uuid, 'gesperrt'
      from kim.freigabe_schritt where kreis = new.kreis and freigabe_id = kopie;
  end loop;
  update kim.freigabe f set gueltig_bis = new.gueltig_bis, version = f.version + 1
  from kim.freigabe_akte a join kim.weitergabe w on w.kreis = a.kreis and w.id = a.weitergabe_id
  where w.kreis = new.kreis and w.einwilligung_id = new.id and f.kreis = a.kreis and f.id = a.id and f.gesperrt_am is null
    and f.gueltig_bis > new.gueltig_bis;
  return new;
end
$$;
create or replace trigger freigabe_folgt after update of stand, kategorien, gueltig_bis on kim.einwilligung
  for each row execute function freigabe.folge_einwilligung();

revoke all on schema freigabe from public;
grant usage on schema freigabe to kim_web, kim_worker;
