-- For whom an account may act today, and that nobody gets there by herself. The day is that of the Kreis' calendar by the clock
-- of the database, whatever time zone a session has.
create or replace function zustaendigkeit.heute() returns date
language sql stable as $$ select (now() at time zone 'Europe/Berlin')::date $$;

-- Who among the files that one acts for has an Auskunftssperre; the walls of all files ask it (src/platform/policies.ts). It sees what
-- the caller sees.
create or replace function zustaendigkeit.gesperrte() returns uuid[]
language sql stable as $$ select coalesce(array_agg(person_id), '{}') from kim.auskunftssperre $$;

-- The one answer to "for whom today?". The session reads it once per request and puts it into app.konten, which the walls of the
-- files ask. A team counts once for each pair of its confirmed members.
create or replace view zustaendigkeit.vertretung_heute with (security_invoker = true) as
select v.kreis, v.durch as konto_id, v.vertreten as fuer, v.grund, v.bis
from kim.vertretung v
where v.beendet_am is null
  and zustaendigkeit.heute() between v.von and v.bis
  and (v.gegeben_von = v.vertreten or v.bestaetigt_von is not null)
union all
select m.kreis, m.konto_id, a.konto_id, 'team', null::date
from kim.team_mitglied m
join kim.team t on t.kreis = m.kreis and t.id = m.team_id
join kim.team_mitglied a on a.kreis = m.kreis and a.team_id = m.team_id and a.konto_id <> m.konto_id
where t.beendet_am is null
  and m.beendet_am is null and m.bestaetigt_von is not null
  and a.beendet_am is null and a.bestaetigt_von is not null;

-- Accounts whose files somebody else opened to a third, or to whom files were handed over, and whose person has not said yet that she
-- read of it. A view, so that the session's statement is planned once with it; the body of a function is planned on its own.
create or replace view zustaendigkeit.ungelesen_von with (security_invoker = true) as
select v.kreis, v.vertreten as konto_id from kim.vertretung v
where v.gesehen is null and v.bestaetigt_von is not null
union all
select m.kreis, m.konto_id
from kim.team_mitglied m join kim.team_mitglied a on a.kreis = m.kreis and a.team_id = m.team_id
where m.bestaetigt_von is not null and m.beendet_am is null
  and a.beendet_am is null and a.bestaetigt_am > coalesce(m.gesehen, '-infinity')
union all
select u.kreis, u.an_konto from kim.uebergabe u where u.getan is not null and u.gesehen is null;
drop function if exists zustaendigkeit.ungelesen(text, uuid);

-- The roles by what they do here; src/domains/zustaendigkeit/tests compares them with the roles of the program.
create or replace function zustaendigkeit.rollen(was text) returns text[]
language sql immutable as $$
  select case was
    when 'beraten' then array['cm_lokal', 'cm_mukis', 'cm_abh']
    when 'leiten' then array['traeger_leitung']
    when 'verteilen' then array['traeger_leitung', 'cm_koordination']
    when 'bezeugen' then array['ki_leitung', 'traeger_leitung', 'datenschutz']
  end
$$;

-- Whether an account that can sign in holds such a role today. A witness was agreed to by a second person.
create or replace function zustaendigkeit.darf(k text, konto uuid, was text) returns boolean
language sql stable as $$
  select exists (
    select from kim.rolle r join kim.konto o on o.kreis = r.kreis and o.id = r.konto_id
    where r.kreis = k and r.konto_id = konto and o.status = 'aktiv'
      and r.rolle = any(zustaendigkeit.rollen(was))
      and r.von <= zustaendigkeit.heute() and (r.bis is null or r.bis >= zustaendigkeit.heute())
      and (was <> 'bezeugen' or r.zugestimmt_von is not null))
$$;

-- Whoever acts: the account of this transaction, and only while no renewal of its way in waits for a release.
create or replace function zustaendigkeit.handelnd(k text, wer uuid) returns void
language plpgsql as $$
begin
  if wer is distinct from current_setting('app.konto')::uuid then
    raise exception 'Das kann nur tun, wer angemeldet ist.' using errcode = 'restrict_violation';
  end if;
  if exists (select from kim.erneuerung e where e.kreis = k and e.konto_id = wer and e.frei is null) then
    raise exception 'Ein erneuerter Zugang bestimmt nichts, bis er bestätigt ist.' using errcode = 'restrict_violation';
  end if;
end
$$;

create or replace function zustaendigkeit.verlange(recht boolean, satz text) returns void
language plpgsql as $$
begin
  if recht is not true then raise exception '%', satz using errcode = 'restrict_violation'; end if;
end
$$;

-- Of the program's own roles only; whoever owns the database is past every wall anyway.
create or replace function zustaendigkeit.pruefe_vertretung() returns trigger language plpgsql as $$
begin
  if current_user not in ('kim_web', 'kim_worker') then return new; end if;
  if tg_op = 'INSERT' then
    perform zustaendigkeit.handelnd(new.kreis, new.gegeben_von);
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.durch, 'beraten'), 'Vertreten kann nur, wer berät.');
    perform zustaendigkeit.verlange(new.vertreten = new.gegeben_von and zustaendigkeit.darf(new.kreis, new.gegeben_von, 'beraten')
      or zustaendigkeit.darf(new.kreis, new.gegeben_von, 'leiten'), 'Eine Vertretung bestimmt die Person selbst oder ihre Leitung.');
    return new;
  end if;
  if new.bestaetigt_von is distinct from old.bestaetigt_von then
    perform zustaendigkeit.verlange(old.bestaetigt_von is null and old.beendet_am is null, 'Bestätigt wird einmal.');
    perform zustaendigkeit.handelnd(new.kreis, new.bestaetigt_von);
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.bestaetigt_von, 'bezeugen'), 'Bestätigen kann nur, wen zwei bestimmt haben.');
    new.bestaetigt_am := now();
  end if;
  if new.beendet_von is distinct from old.beendet_von then
    perform zustaendigkeit.verlange(old.beendet_von is null and new.beendet_von = current_setting('app.konto')::uuid, 'Was zu Ende ist, bleibt zu Ende.');
    new.beendet_am := now();
  end if;
  if new.gesehen is distinct from old.gesehen then
    perform zustaendigkeit.verlange(new.vertreten = current_setting('app.konto')::uuid, 'Gesehen hat es nur, wer vertreten wird.');
  end if;
  return new;
end
$$;
create or replace trigger vertretung_bestimmt before insert or update on kim.vertretung
  for each row execute function zustaendigkeit.pruefe_vertretung();

-- A member opens the files of all others to somebody, so it takes two who are none of them.
create or replace function zustaendigkeit.pruefe_mitglied() returns trigger language plpgsql as $$
declare
  dabei constant boolean := exists (select from kim.team_mitglied m where m.kreis = new.kreis and m.team_id = new.team_id
    and m.konto_id = nullif(current_setting('app.konto', true), '')::uuid and m.beendet_am is null and m.id <> new.id);
begin
  if current_user not in ('kim_web', 'kim_worker') then return new; end if;
  if tg_op = 'INSERT' then
    perform zustaendigkeit.handelnd(new.kreis, new.gegeben_von);
    perform zustaendigkeit.verlange(not dabei, 'Wer selbst dazugehört, nimmt niemanden in das Team auf.');
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.gegeben_von, 'leiten'), 'Ein Team bestimmt die Leitung.');
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.konto_id, 'beraten'), 'In ein Team kann nur, wer berät.');
    return new;
  end if;
  if new.bestaetigt_von is distinct from old.bestaetigt_von then
    perform zustaendigkeit.verlange(old.bestaetigt_von is null and old.beendet_am is null, 'Bestätigt wird einmal.');
    perform zustaendigkeit.handelnd(new.kreis, new.bestaetigt_von);
    perform zustaendigkeit.verlange(not dabei, 'Wer selbst dazugehört, nimmt niemanden in das Team auf.');
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.bestaetigt_von, 'bezeugen'), 'Bestätigen kann nur, wen zwei bestimmt haben.');
    new.bestaetigt_am := now();
  end if;
  if new.beendet_von is distinct from old.beendet_von then
    perform zustaendigkeit.verlange(old.beendet_von is null and new.beendet_von = current_setting('app.konto')::uuid, 'Was zu Ende ist, bleibt zu Ende.');
    new.beendet_am := now();
  end if;
  if new.gesehen is distinct from old.gesehen then
    perform zustaendigkeit.verlange(new.konto_id = current_setting('app.konto')::uuid, 'Gesehen hat es nur, wer dazugehört.');
  end if;
  return new;
end
$$;
create or replace trigger mitglied_bestimmt before insert or update on kim.team_mitglied
  for each row execute function zustaendigkeit.pruefe_mitglied();

-- Whoever counsels hands over what is hers. Of whoever does not (any more) a Leitung does, and somebody second confirms.
create or replace function zustaendigkeit.pruefe_uebergabe() returns trigger language plpgsql as $$
begin
  if current_user <> 'kim_web' then return new; end if;
  if tg_op = 'INSERT' then
    perform zustaendigkeit.handelnd(new.kreis, new.gegeben_von);
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.an_konto, 'beraten'), 'Übernehmen kann nur, wer berät.');
    if new.von_konto = new.gegeben_von then
      perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.gegeben_von, 'beraten'), 'Übergeben kann nur, wer berät.');
    else
      perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.gegeben_von, 'leiten')
        and not zustaendigkeit.darf(new.kreis, new.von_konto, 'beraten'), 'Eine Leitung verteilt nur, was niemand mehr führt.');
    end if;
    return new;
  end if;
  if new.bestaetigt_von is distinct from old.bestaetigt_von then
    perform zustaendigkeit.verlange(old.bestaetigt_von is null and old.zurueck_von is null and old.getan is null, 'Bestätigt wird einmal.');
    perform zustaendigkeit.handelnd(new.kreis, new.bestaetigt_von);
    perform zustaendigkeit.verlange(zustaendigkeit.darf(new.kreis, new.bestaetigt_von, 'bezeugen'), 'Bestätigen kann nur, wen zwei bestimmt haben.');
    new.bestaetigt_am := now();
  end if;
  if new.zurueck_von is distinct from old.zurueck_von then
    perform zustaendigkeit.verlange(old.zurueck_von is null and old.getan is null
      and new.zurueck_von = current_setting('app.konto')::uuid, 'Was übergeben ist, nimmt niemand zurück.');
  end if;
  if new.gesehen is distinct from old.gesehen then
    perform zustaendigkeit.verlange(new.an_konto = current_setting('app.konto')::uuid, 'Gesehen hat es nur, wer übernimmt.');
  end if;
  return new;
end
$$;
create or replace trigger uebergabe_bestimmt before insert or update on kim.uebergabe
  for each row execute function zustaendigkeit.pruefe_uebergabe();

-- Names in the log whose file it was, where it was not one's own: in this one place for every event, so that none can forget it.
-- A new kind of file gets its line here.
create or replace function zustaendigkeit.nenne_vertretene() returns trigger language plpgsql as $$
declare
  akte uuid;
begin
  -- What the worker does it does for whoever asked for it.
  if current_user <> 'kim_web' or new.gegenstand_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then return new; end if;
  -- Whoever acts for nobody else reaches no other file; only an assignment is open to the whole Träger.
  if new.gegenstand_art <> 'zuweisung' and current_setting('app.konten') = '{' || new.konto_id || '}' then return new; end if;
  akte := case new.gegenstand_art
    when 'person' then (select konto_id from kim.person where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'schutzbedarf' then (select konto_id from kim.person where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'beratung' then (select konto_id from kim.beratung where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'fall' then (select konto_id from kim.fall where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'fallbesprechung' then (select konto_id from kim.fallbesprechung where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'einwilligung' then (select konto_id from kim.einwilligung where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'verweis' then (select konto_id from kim.verweis where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'einbuergerung' then (select konto_id from kim.einbuergerung where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'termin' then (select konto_id from kim.termin where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'sprechstunde' then (select konto_id from kim.sprechstunde where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'frist' then (select konto_id from kim.frist where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'dokument' then (select konto_id from kim.dokument where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'freigabe' then (select konto_id from kim.freigabe_akte where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'delfin' then (select konto_id from kim.delfin where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'zuweisung' then (select konto_id from kim.zuweisung where kreis = new.kreis and id = new.gegenstand_id::uuid)
    when 'liste' then (select konto_id from kim.uebernahme where kreis = new.kreis and id = new.gegenstand_id::uuid)
  end;
  if akte <> new.konto_id then new.vertreten := akte; end if;
  return new;
end
$$;
create or replace trigger in_vertretung before insert on kim.protokoll
  for each row execute function zustaendigkeit.nenne_vertretene();

revoke all on schema zustaendigkeit from public;
grant usage on schema zustaendigkeit to kim_web, kim_worker;
grant select on zustaendigkeit.vertretung_heute, zustaendigkeit.ungelesen_von to kim_web, kim_worker;
