-- Persons (minimal) and consultations. What may be stored depends on the stage of contact (stufe):
-- 0 Fachanfrage, 1 anonyme Kurzberatung: nothing that identifies; 2 Kurzberatung mit Person.
-- No table here has a creation time: the date is enough for the figures, and a time would identify a visit.

create table kim.person (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  traeger_id   uuid not null,
  konto_id     uuid not null,
  name         bytea not null,
  geburtsdatum bytea,
  altersgruppe text references ref.altersgruppe (code) on delete restrict,
  ags          text,
  staatsangehoerigkeit text references ref.staatsangehoerigkeit (code) on delete restrict,
  erfasst_am   date not null default current_date,
  version      int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
comment on table kim.person is 'Ratsuchende Person. Name und Geburtsdatum sind mit ihrem eigenen Schlüssel versiegelt.';
create index on kim.person (kreis, traeger_id, konto_id, erfasst_am desc, id desc);

create table kim.person_sprache (
  kreis      text not null,
  person_id  uuid not null,
  sprache    text not null references ref.sprache (code) on delete restrict,
  traeger_id uuid not null,
  konto_id   uuid not null,
  primary key (kreis, person_id, sprache),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

create table kim.person_token (
  kreis      text not null,
  traeger_id uuid not null,
  token      bigint not null,
  person_id  uuid not null,
  konto_id   uuid not null,
  primary key (kreis, traeger_id, token, konto_id, person_id),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
comment on table kim.person_token is 'Suche ohne Klartext: Schlüssel-Hashes der normalisierten, lautlichen und n-gram-Formen eines Namens. Der Primärschlüssel enthält alle Spalten, damit die Suche mit der Wand der Akten nur den Index liest.';
create index on kim.person_token (kreis, person_id);

create table kim.beratung (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  am              date not null check (am >= date '2015-01-01'),
  stufe           text not null references ref.stufe (code) on delete restrict,
  kontaktweg      text not null references ref.kontaktweg (code) on delete restrict,
  ags             text not null,
  standort_id     uuid,
  sprache         text references ref.sprache (code) on delete restrict,
  verstaendigung  text references ref.verstaendigung (code) on delete restrict,
  dauer_min       int not null check (dauer_min between 1 and 600),
  ergebnis        text references ref.ergebnis (code) on delete restrict,
  neuzuweisung    boolean not null default false,
  personenzahl    int not null default 1 check (personenzahl between 1 and 99),
  herkunftsgruppe text references ref.herkunftsgruppe (code) on delete restrict,
  altersgruppe    text references ref.altersgruppe (code) on delete restrict,
  notiz           bytea,
  notiz_schluessel uuid,
  zurueckgezogen  boolean not null default false,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check ((notiz is null) = (notiz_schluessel is null)),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict,
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict
);
comment on table kim.beratung is 'Eine Beratung (Kontakt der Stufen 0 bis 2). Kodes im Klartext für die Auswertung, die Notiz versiegelt.';
create index on kim.beratung (kreis, traeger_id, konto_id, am desc, id desc);

create table kim.beratung_thema (
  kreis        text not null,
  beratung_id  uuid not null,
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  traeger_id   uuid not null,
  konto_id     uuid not null,
  primary key (kreis, beratung_id, handlungsfeld),
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

create table kim.beratung_person (
  kreis       text not null,
  beratung_id uuid not null,
  person_id   uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  primary key (kreis, beratung_id, person_id),
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, person_id) references kim.person (kreis, id) on delete restrict
);
create index on kim.beratung_person (kreis, person_id);

create table kim.beratung_fassung (
  kreis       text not null,
  beratung_id uuid not null,
  version     int not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  art         text not null check (art in ('korrektur', 'rueckzug', 'aufhebung')),
  werte       jsonb not null,
  notiz       bytea,
  grund       bytea not null,
  schluessel  uuid not null,
  am          date not null default current_date,
  primary key (kreis, beratung_id, version),
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
comment on table kim.beratung_fassung is
  'Was vor einer Korrektur oder einem Rückzug galt: Kodes als werte, Notiz und Grund versiegelt (schluessel). version: die abgelöste.';
