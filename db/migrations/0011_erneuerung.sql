-- Whoever manages accounts must not be able to open files. Each renewal of a way in is a row here; as long as one of an
-- account is not released (`frei`), the account acts for nobody, not even for itself: its files stay closed.

alter table kim.konto add column angenommen timestamptz;

-- The owner passes the walls of these tables for these statements. Links that are open for somebody who was in before end:
-- the next one closes the files.
alter table kim.konto no force row level security;
alter table kim.anmeldeweg no force row level security;
alter table kim.einladung no force row level security;
update kim.konto k set angenommen = now()
where status <> 'eingeladen' or exists (select from kim.anmeldeweg w where w.kreis = k.kreis and w.konto_id = k.id);
update kim.einladung e set verbraucht = now(), link = null
from kim.konto k where k.kreis = e.kreis and k.id = e.konto_id and k.angenommen is not null and e.verbraucht is null;
alter table kim.konto force row level security;
alter table kim.anmeldeweg force row level security;
alter table kim.einladung force row level security;

-- Set by the database, once and by every way that makes an account active, so that none can forget it.
create function kim.konto_angenommen() returns trigger language plpgsql as $$
begin
  if new.status = 'aktiv' then
    new.angenommen := coalesce(old.angenommen, now());
  end if;
  return new;
end
$$;
create trigger konto_angenommen before update on kim.konto
  for each row execute function kim.konto_angenommen();

create table kim.erneuerung (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  konto_id   uuid not null,
  art        text not null check (art in ('zurueckgesetzt', 'wieder_geoeffnet', 'neuer_link', 'betrieb', 'adresse')),
  von        uuid not null,
  von_wer    bytea not null,
  am         timestamptz not null default now(),
  angenommen timestamptz,
  frei       timestamptz,
  frei_durch text check (frei_durch in ('app', 'code', 'person')),
  frei_von   uuid,
  frei_wer   bytea,
  gesehen    timestamptz,
  primary key (kreis, id),
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade,
  check ((frei_durch = 'person') = (frei_von is not null)),
  -- Nobody confirms what she or he did, nor oneself.
  check (frei_von <> von and frei_von <> konto_id)
);
create index on kim.erneuerung (kreis, konto_id);
create index on kim.erneuerung (kreis, traeger_id, am desc, id desc);

-- The ways of before a renewal are kept to prove by, until the files are open again.
alter table kim.anmeldeweg drop constraint anmeldeweg_art_check;
alter table kim.anmeldeweg add constraint anmeldeweg_art_check
  check (art in ('passwort', 'totp', 'wiederherstellung', 'totp_frueher', 'wiederherstellung_frueher'));
create unique index on kim.anmeldeweg (kreis, konto_id) where art = 'totp_frueher';

-- A link for somebody who was in before is a renewal, whoever makes it and by which way.
create function kim.einladung_erneuert() returns trigger language plpgsql as $$
begin
  if exists (select from kim.konto k where k.kreis = new.kreis and k.id = new.konto_id and k.angenommen is not null)
    and not exists (select from kim.erneuerung e
      where e.kreis = new.kreis and e.konto_id = new.konto_id and e.frei is null)
  then
    raise exception 'Ein neuer Link für ein angenommenes Konto schließt dessen Akten.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger einladung_erneuert before insert on kim.einladung
  for each row execute function kim.einladung_erneuert();
