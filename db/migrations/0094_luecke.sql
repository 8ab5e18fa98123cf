-- What many cases show to be missing, and what becomes of it. No row here says who; the one that knows a case is its keeper's.
create table ref.rechtskreis (
  code text primary key,
  name text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.rechtskreis is 'Welches Gesetz dort gilt, wo etwas fehlt.';

create table kim.luecke (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  rechtskreis   text references ref.rechtskreis (code) on delete restrict,
  satz          text not null check (length(satz) between 1 and 200),
  thema         text check (length(thema) between 1 and 120),
  gemeldet_am   date not null,
  stand         text not null check (stand in ('gemeldet', 'gesichtet', 'zusammengefuehrt', 'validiert', 'thema', 'vorlage', 'priorisiert',
                  'zurueckgestellt', 'abgelehnt', 'an_land', 'projektgruppe', 'massnahme', 'umgesetzt', 'wirkung', 'geschlossen')),
  stand_seit    date not null,
  in_luecke_id  uuid,
  faelle        int check (faelle > 0),
  standorte     int check (standorte > 0),
  wieder_am     date,
  version       int not null default 1,
  primary key (kreis, id),
  check ((stand = 'zusammengefuehrt') = (in_luecke_id is not null)),
  check (in_luecke_id <> id),
  check ((stand = 'zurueckgestellt') or wieder_am is null),
  foreign key (kreis, in_luecke_id) references kim.luecke (kreis, id) on delete restrict
);
create index on kim.luecke (kreis, in_luecke_id);
create index on kim.luecke (kreis, stand, stand_seit desc, id desc);

-- One report: what it adds to the weight of a gap. A count, never whose case it was.
create table kim.luecke_meldung (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  luecke_id   uuid not null,
  traeger_id  uuid not null,
  standort_id uuid,
  herkunft    text not null check (herkunft in ('frei', 'beratung', 'fall')),
  personen    int check (personen between 1 and 99999),
  seit        date,
  beispiel    text check (length(beispiel) between 1 and 1000),
  am          date not null,
  primary key (kreis, id),
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict,
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict
);
create index on kim.luecke_meldung (kreis, luecke_id, am);

create table kim.luecke_meldung_kommune (
  kreis      text not null,
  meldung_id uuid not null,
  ags        text not null,
  primary key (kreis, meldung_id, ags),
  foreign key (kreis, meldung_id) references kim.luecke_meldung (kreis, id) on delete cascade,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);

-- What became of a gap, step by step, and who led it there: nobody where it was whoever reported. Nothing here is ever changed; `nr` is in the order in which the steps were taken.
create table kim.luecke_schritt (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  nr            int generated always as identity,
  luecke_id     uuid not null,
  von           text,
  nach          text not null,
  am            date not null,
  grund         text check (length(grund) between 1 and 1000),
  getan_von     uuid,
  andere_id     uuid,
  primary key (kreis, id),
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict,
  foreign key (kreis, andere_id) references kim.luecke (kreis, id) on delete restrict
);
create index on kim.luecke_schritt (kreis, luecke_id, nr);

-- Who reported, and what she has read of the answer: her own row, behind the wall of her account.
create table kim.luecke_melder (
  kreis     text not null,
  konto_id  uuid not null,
  luecke_id uuid not null,
  mail      boolean not null,
  gelesen   int not null,
  primary key (kreis, konto_id, luecke_id),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade,
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete cascade
);
create index on kim.luecke_melder (kreis, luecke_id);

-- From which case or consultation a report came: a row of that file, and gone with it.
create table kim.luecke_bezug (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  meldung_id  uuid not null,
  fall_id     uuid,
  beratung_id uuid,
  primary key (kreis, id),
  check (num_nonnulls(fall_id, beratung_id) = 1),
  foreign key (kreis, meldung_id) references kim.luecke_meldung (kreis, id) on delete cascade,
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.luecke_bezug (kreis, fall_id);
create index on kim.luecke_bezug (kreis, beratung_id);
create index on kim.luecke_bezug (kreis, meldung_id);
