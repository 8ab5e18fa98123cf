create schema fristen;

-- What has to be looked at by a day. Written by hand, or by the database itself out of what a file says (db/code/fristen.sql): then it
-- names its source, moves with it, and ends with it.
create table kim.frist (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  fall_id         uuid,
  aufenthalt_id   uuid,
  leistung_id     uuid,
  werdegang_id    uuid,
  einwilligung_id uuid,
  vereinbarung_id uuid,
  quelle_id       uuid generated always as
                    (coalesce(aufenthalt_id, leistung_id, werdegang_id, einwilligung_id, vereinbarung_id, fall_id)) stored,
  art             text not null check (art in ('hand', 'titel', 'fiktion', 'antwort', 'kurs', 'einwilligung', 'ueberpruefung',
                    'punkt', 'nachsorge')),
  titel           bytea,
  am              date not null,
  vorlauf         int not null check (vorlauf between 0 and 365),
  ab              date generated always as (am - vorlauf) stored,
  stand           text not null default 'offen' check (stand in ('offen', 'erledigt', 'verworfen', 'entfallen')),
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check ((art = 'hand') = (titel is not null)),
  check (art <> 'hand' or stand <> 'entfallen'),
  check (num_nonnulls(aufenthalt_id, leistung_id, werdegang_id, einwilligung_id, vereinbarung_id)
         = case when art in ('hand', 'ueberpruefung', 'nachsorge') then 0 else 1 end),
  check (art not in ('ueberpruefung', 'nachsorge', 'punkt') or fall_id is not null),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, fall_id) references kim.fall (kreis, id) on delete cascade,
  foreign key (kreis, aufenthalt_id) references kim.aufenthalt (kreis, id) on delete cascade,
  foreign key (kreis, leistung_id) references kim.leistung (kreis, id) on delete cascade,
  foreign key (kreis, werdegang_id) references kim.werdegang (kreis, id) on delete cascade,
  foreign key (kreis, einwilligung_id) references kim.einwilligung (kreis, id) on delete cascade,
  foreign key (kreis, vereinbarung_id) references kim.vereinbarung (kreis, id) on delete cascade
);
create unique index on kim.frist (kreis, quelle_id, art) where art <> 'hand';
create index on kim.frist (kreis, traeger_id, konto_id, am, id) where stand = 'offen';
create index on kim.frist (kreis, traeger_id, konto_id, am, id) where stand <> 'offen';
create index on kim.frist (kreis, person_id, am);
create index on kim.frist (kreis, fall_id);
create index on kim.frist (kreis, aufenthalt_id);
create index on kim.frist (kreis, leistung_id);
create index on kim.frist (kreis, werdegang_id);
create index on kim.frist (kreis, einwilligung_id);
create index on kim.frist (kreis, vereinbarung_id);

-- What became of it: one row for each version, never changed. A day that moved stands here with the one before it.
create table kim.frist_schritt (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  frist_id    uuid not null,
  folge       int not null check (folge > 0),
  stand       text not null check (stand in ('offen', 'erledigt', 'verworfen', 'entfallen')),
  tag         date not null,
  am          date not null,
  erfasst_von uuid not null,
  aus_daten   boolean not null default false,
  zurueck     boolean not null default false,
  lauf        uuid,
  grund       bytea,
  primary key (kreis, id),
  unique (kreis, frist_id, folge),
  foreign key (kreis, frist_id, traeger_id, konto_id) references kim.frist (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.frist_schritt (kreis, lauf);
create index on kim.frist_schritt (kreis, erfasst_von);
