-- People whom the Land assigns to a Kommune. A list of the Sozialamt becomes a batch of households; who somebody is stands only with
-- whoever is responsible for the household, sealed, until a file comes of it.

-- Where people are accommodated: places of a Kreis, nobody's data. A place on the map where somebody entered it.
create table kim.unterkunft (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  name           text collate kim.deutsch not null check (length(name) between 1 and 120),
  anschrift      text check (length(anschrift) <= 200),
  ags            text not null,
  breite         numeric(8, 5) check (breite between 50 and 53),
  laenge         numeric(8, 5) check (laenge between 5 and 10),
  geschlossen_ab date,
  version        int not null default 1,
  primary key (kreis, id),
  check ((breite is null) = (laenge is null)),
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
create unique index unterkunft_name on kim.unterkunft (kreis, ags, lower(name));

-- A list as it was taken in: counts, and who took it. No row of it stands here.
create table kim.zuweisung_stapel (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  traeger_id    uuid not null,
  konto_id      uuid not null,
  angekuendigt  date not null,
  abdruck       bytea not null,
  zeilen        int not null check (zeilen > 0),
  ohne_daten    int not null check (ohne_daten >= 0),
  nie           text[] not null default '{}',
  primary key (kreis, id),
  unique (kreis, traeger_id, abdruck),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete cascade,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete restrict
);
create index on kim.zuweisung_stapel (kreis, traeger_id, angekuendigt desc, id);
create index on kim.zuweisung_stapel (kreis, konto_id);

-- A household of the list: how many, where, how far. Whoever distributes sees this and never who they are.
create table kim.zuweisung (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  konto_id       uuid not null,
  stapel_id      uuid not null,
  nr             int not null check (nr > 0),
  menschen       int not null check (menschen between 1 and 30),
  ags            text,
  unterkunft_id  uuid,
  sprache        text references ref.sprache (code) on delete restrict,
  zugewiesen_am  date not null,
  stand          text not null default 'angekuendigt' check (stand in ('angekuendigt', 'angekommen', 'erstkontakt', 'orientierung',
                   'nicht_erreicht', 'verlegt')),
  stand_seit     date not null,
  akte_am        date,
  version        int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, stapel_id, nr),
  foreign key (kreis, stapel_id) references kim.zuweisung_stapel (kreis, id) on delete cascade,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict,
  foreign key (kreis, unterkunft_id) references kim.unterkunft (kreis, id) on delete restrict
);
create index on kim.zuweisung (kreis, traeger_id, konto_id, stand, zugewiesen_am desc, id);
create index on kim.zuweisung (kreis, ags);
create index on kim.zuweisung (kreis, unterkunft_id);

-- Its way, step by step. A slip of the hand is taken back and stays readable as such.
create table kim.zuweisung_schritt (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  zuweisung_id    uuid not null,
  folge           int not null check (folge > 0),
  nach            text not null,
  am              date not null,
  grund           text check (grund in ('niemand_da', 'anschrift', 'moechte_nicht', 'verzogen', 'andere')),
  zurueckgenommen boolean not null default false,
  erfasst_von     uuid not null,
  primary key (kreis, id),
  unique (kreis, zuweisung_id, folge),
  foreign key (kreis, zuweisung_id) references kim.zuweisung (kreis, id) on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);

-- Who they are, for whoever is responsible alone. Once a file comes of somebody, her identity stands there and is erased here.
create table kim.zuweisung_mensch (
  kreis                text not null,
  id                   uuid not null default gen_random_uuid(),
  traeger_id           uuid not null,
  konto_id             uuid not null,
  zuweisung_id         uuid not null,
  folge                int not null check (folge > 0),
  abdruck              bytea,
  name                 bytea,
  geburtsdatum         bytea,
  kontakt              bytea,
  hinweis              bytea,
  staatsangehoerigkeit text references ref.staatsangehoerigkeit (code) on delete restrict,
  sprache              text references ref.sprache (code) on delete restrict,
  person_id            uuid,
  primary key (kreis, id),
  unique (kreis, zuweisung_id, folge),
  check (person_id is null or num_nonnulls(abdruck, name, geburtsdatum, kontakt, hinweis) = 0),
  foreign key (kreis, zuweisung_id, traeger_id, konto_id) references kim.zuweisung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, person_id) references kim.person (kreis, id) on delete cascade
);
create index on kim.zuweisung_mensch (kreis, person_id);
create index on kim.zuweisung_mensch (kreis, traeger_id, abdruck);

-- Rows that somebody has to decide about: nothing of a list is lost. With whoever took it in.
create table kim.zuweisung_zeile (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  konto_id   uuid not null,
  stapel_id  uuid not null,
  nr         int not null,
  grund      text not null check (grund in ('doppelt', 'unklar')),
  zeile      bytea not null,
  primary key (kreis, id),
  foreign key (kreis, stapel_id) references kim.zuweisung_stapel (kreis, id) on delete cascade,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete restrict
);
create index on kim.zuweisung_zeile (kreis, stapel_id, nr);
create index on kim.zuweisung_zeile (kreis, konto_id);

-- The talks of a household, each a consultation with everybody who was named in it.
create table kim.zuweisung_gespraech (
  kreis        text not null,
  traeger_id   uuid not null,
  konto_id     uuid not null,
  zuweisung_id uuid not null,
  beratung_id  uuid not null,
  primary key (kreis, zuweisung_id, beratung_id),
  foreign key (kreis, zuweisung_id, traeger_id, konto_id) references kim.zuweisung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, beratung_id) references kim.beratung (kreis, id) on delete cascade
);
create index on kim.zuweisung_gespraech (kreis, beratung_id);

-- Orientation as a checklist: what was talked about, what is done, what nobody in this household needs.
create table kim.zuweisung_thema (
  kreis        text not null,
  traeger_id   uuid not null,
  konto_id     uuid not null,
  zuweisung_id uuid not null,
  thema        text not null check (thema in ('anmeldung', 'konto', 'leistungen', 'krankenversicherung', 'gesundheit', 'kita_schule',
                 'sprachkurs', 'wohnen', 'aufenthalt', 'arbeit', 'alltag')),
  stand        text not null check (stand in ('besprochen', 'erledigt', 'nicht_noetig')),
  am           date not null,
  primary key (kreis, zuweisung_id, thema),
  foreign key (kreis, zuweisung_id, traeger_id, konto_id) references kim.zuweisung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

alter table tresor.schluessel drop constraint schluessel_art_check,
  add constraint schluessel_art_check check (art in ('person', 'konto', 'beratung', 'traeger', 'uebernahme', 'zuweisung'));
