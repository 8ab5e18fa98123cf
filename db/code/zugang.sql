-- Whatever a session says of its account (src/domains/zugang/queries/sitzungen.ts) gives the Kreis another version of its accounts, in
-- the transaction that changes it: who sees the change sees the version. At the end of that transaction, so that two who administer
-- accounts wait for each other no longer than for the disk. A value that was never there before, as a counter would be again after a
-- backup was put back.
create or replace function zugang.neue_fassung() returns trigger language plpgsql as $$
begin
  -- No wall stands aside for the owner of the tables; it changes them while no web process keeps anything.
  if current_user = 'kim_owner' then return null; end if;
  insert into kim.zugang_stand (kreis, fassung) values (coalesce(new.kreis, old.kreis), gen_random_uuid())
  on conflict (kreis) do update set fassung = excluded.fassung;
  return null;
end
$$;

drop trigger if exists zugang_fassung on kim.konto;
create constraint trigger zugang_fassung after insert or delete or update of status, name, traeger_id, standort_id on kim.konto
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.rolle;
create constraint trigger zugang_fassung after insert or delete or update on kim.rolle
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.traeger;
create constraint trigger zugang_fassung after update of name on kim.traeger
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.standort;
create constraint trigger zugang_fassung after update of name on kim.standort
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.erneuerung;
create constraint trigger zugang_fassung after insert or delete or update on kim.erneuerung
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.vertretung;
create constraint trigger zugang_fassung after insert or delete or update on kim.vertretung
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.team;
create constraint trigger zugang_fassung after insert or delete or update on kim.team
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.team_mitglied;
create constraint trigger zugang_fassung after insert or delete or update on kim.team_mitglied
  deferrable initially deferred for each row execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on kim.uebergabe;
create constraint trigger zugang_fassung after insert or delete or update on kim.uebergabe
  deferrable initially deferred for each row execute function zugang.neue_fassung();

-- Of what accounts set for themselves the session says one thing.
drop trigger if exists zugang_fassung on kim.vorgabe;
create constraint trigger zugang_fassung after insert or update on kim.vorgabe
  deferrable initially deferred for each row when (new.formular = 'tasten') execute function zugang.neue_fassung();
drop trigger if exists zugang_fassung_weg on kim.vorgabe;
create constraint trigger zugang_fassung_weg after delete on kim.vorgabe
  deferrable initially deferred for each row when (old.formular = 'tasten') execute function zugang.neue_fassung();

-- The name is sealed: without its key there is nobody.
drop trigger if exists zugang_fassung on tresor.schluessel;
create constraint trigger zugang_fassung after insert or update on tresor.schluessel
  deferrable initially deferred for each row when (new.art = 'konto') execute function zugang.neue_fassung();
drop trigger if exists zugang_fassung_weg on tresor.schluessel;
create constraint trigger zugang_fassung_weg after delete on tresor.schluessel
  deferrable initially deferred for each row when (old.art = 'konto') execute function zugang.neue_fassung();

drop trigger if exists zugang_fassung on tresor.traeger_schluessel;
create constraint trigger zugang_fassung after insert or delete or update on tresor.traeger_schluessel
  deferrable initially deferred for each row execute function zugang.neue_fassung();
