-- Whose file: somebody stands in for somebody else, from a day to a day, or in a team until it ends. What holds today stands in
-- one view (db/code/zustaendigkeit.sql), which every request asks; triggers there hold that nobody appoints herself.

create schema zustaendigkeit;

create table kim.vertretung (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  vertreten      uuid not null,
  durch          uuid not null,
  grund          text not null check (grund in ('urlaub', 'krankheit', 'ausscheiden')),
  von            date not null,
  bis            date not null check (bis >= von and bis <= von + 366),
  gegeben_von    uuid not null,
  gegeben_am     timestamptz not null default now(),
  bestaetigt_von uuid,
  bestaetigt_am  timestamptz,
  beendet_von    uuid,
  beendet_am     timestamptz,
  gesehen        timestamptz,
  primary key (kreis, id),
  -- Both belong to the same Träger; nobody is appointed in another one.
  foreign key (kreis, vertreten, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, durch, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade,
  check (durch <> vertreten),
  -- Nobody appoints herself, and whoever confirms is neither of the other two.
  check (gegeben_von <> durch),
  check (bestaetigt_von not in (gegeben_von, durch, vertreten)),
  check ((bestaetigt_von is null) = (bestaetigt_am is null)),
  check ((beendet_von is null) = (beendet_am is null))
);
create index on kim.vertretung (kreis, durch);
create index on kim.vertretung (kreis, vertreten);
create index on kim.vertretung (kreis, traeger_id, bis desc);

create table kim.team (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  traeger_id    uuid not null,
  name          text collate kim.deutsch not null check (length(name) between 1 and 80),
  gegruendet_von uuid not null,
  gegruendet_am timestamptz not null default now(),
  beendet_von   uuid,
  beendet_am    timestamptz,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  check ((beendet_von is null) = (beendet_am is null))
);
create index on kim.team (kreis, traeger_id);

create table kim.team_mitglied (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  team_id        uuid not null,
  konto_id       uuid not null,
  gegeben_von    uuid not null,
  gegeben_am     timestamptz not null default now(),
  bestaetigt_von uuid,
  bestaetigt_am  timestamptz,
  beendet_von    uuid,
  beendet_am     timestamptz,
  gesehen        timestamptz,
  primary key (kreis, id),
  foreign key (kreis, team_id, traeger_id) references kim.team (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade,
  check (gegeben_von <> konto_id),
  check (bestaetigt_von not in (gegeben_von, konto_id)),
  check ((bestaetigt_von is null) = (bestaetigt_am is null)),
  check ((beendet_von is null) = (beendet_am is null))
);
create unique index on kim.team_mitglied (kreis, team_id, konto_id) where beendet_am is null;
create index on kim.team_mitglied (kreis, konto_id);

-- Whoever wrote a row of a file, which is not always whoever keeps it. The database fills it in, and no page can: the web role
-- may not write these columns. Empty in rows of before: whoever kept the file then.
alter table kim.person add column erfasst_von uuid;
alter table kim.person alter column erfasst_von set default nullif(current_setting('app.konto', true), '')::uuid;
alter table kim.beratung add column erfasst_von uuid;
alter table kim.beratung alter column erfasst_von set default nullif(current_setting('app.konto', true), '')::uuid;
alter table kim.beratung_fassung add column erfasst_von uuid;
alter table kim.beratung_fassung alter column erfasst_von set default nullif(current_setting('app.konto', true), '')::uuid;

-- In whose file something was opened or changed; a trigger names it, so that nothing is done in Vertretung without.
alter table kim.protokoll add column vertreten uuid;
