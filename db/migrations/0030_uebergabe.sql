-- Handing over inside a Träger. A page writes what is to be handed over; the worker does it, because no page may change whose
-- file something is. And the open work of those who do not counsel any more, by number and kind.

create table kim.uebergabe (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  von_konto      uuid not null,
  an_konto       uuid not null,
  person_id      uuid,
  hoechstens     int check (hoechstens > 0),
  rest           boolean not null default false,
  notiz          bytea,
  notiz_schluessel uuid,
  gegeben_von    uuid not null,
  gegeben_am     timestamptz not null default now(),
  bestaetigt_von uuid,
  bestaetigt_am  timestamptz,
  zurueck_von    uuid,
  getan          timestamptz,
  personen       int,
  beratungen     int,
  listen         int,
  gesehen        timestamptz,
  primary key (kreis, id),
  foreign key (kreis, von_konto, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, an_konto, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade,
  check (von_konto <> an_konto),
  check (gegeben_von <> an_konto),
  check (bestaetigt_von not in (gegeben_von, an_konto, von_konto)),
  check ((bestaetigt_von is null) = (bestaetigt_am is null)),
  check ((notiz is null) = (notiz_schluessel is null)),
  -- One person, or so many, or all.
  check (person_id is null or (hoechstens is null and not rest))
);
create index on kim.uebergabe (kreis, an_konto);
create index on kim.uebergabe (kreis, von_konto);
create index on kim.uebergabe (kreis, traeger_id, gegeben_am desc);

-- By which hand-over somebody got a person; the page of it lists them.
alter table kim.person add column uebergabe_id uuid;
create index person_uebergabe on kim.person (kreis, uebergabe_id) where uebergabe_id is not null;

create table kim.offene_arbeit (
  kreis      text not null,
  konto_id   uuid not null,
  art        text not null check (length(art) <= 40),
  traeger_id uuid not null,
  anzahl     int not null check (anzahl > 0),
  primary key (kreis, konto_id, art),
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade
);
