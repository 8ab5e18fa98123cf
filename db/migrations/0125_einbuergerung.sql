-- Ways to stay or to be naturalised, and what each asks for, as dated data (db/regeln): of every condition one version holds on a day.
create table ref.perspektive (
  code        text primary key,
  name        text not null,
  paragraf    text not null,
  art         text not null check (art in ('einbuergerung', 'aufenthalt')),
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

create table ref.regel (
  code        text primary key,
  name        text not null,
  perspektive text not null references ref.perspektive (code) on delete restrict,
  bedingung   text not null,
  satz        text not null,
  quelle      text not null,
  geprueft_am date not null,
  pruefung    text check (pruefung in ('dauer', 'status', 'deutsch', 'deutsch_muendlich', 'unterhalt', 'alter', 'schule',
                'dokument', 'entfallen')),
  zahl        int,
  zahl_bis    int,
  stichtag    date,
  zaehlt      text,
  pruefen     text,
  nicht       text,
  bei_schutz  text,
  dokumente   text,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date,
  unique (perspektive, bedingung, gueltig_ab)
);

-- How long the authorities say that they take.
create table ref.wartezeit (
  code        text primary key,
  name        text not null,
  kreis       text not null,
  satz        text not null,
  quelle      text not null,
  geprueft_am date not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

-- A naturalisation under way, as the file of the person knows it: how far it is with which authority.
create table kim.einbuergerung (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  perspektive     text not null references ref.perspektive (code) on delete restrict,
  ebh             text not null check (length(ebh) between 1 and 100),
  stand           text not null check (stand in ('vorcheck', 'antrag', 'anhoerung', 'zusicherung', 'eingebuergert', 'abgelehnt',
                    'zurueckgezogen')),
  stand_seit      date not null,
  antrag_am       date,
  zusicherung_bis date,
  nachfragen_am   date,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check (stand = 'vorcheck' or antrag_am is not null or stand = 'zurueckgezogen'),
  check (zusicherung_bis is null or stand = 'zusicherung'),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict
);
create index on kim.einbuergerung (kreis, person_id, stand_seit desc, id desc);
create index on kim.einbuergerung (kreis, traeger_id, konto_id, stand_seit desc, id desc);

-- Step by step. A slip of the hand is taken back and stays readable as such.
create table kim.einbuergerung_schritt (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  traeger_id       uuid not null,
  konto_id         uuid not null,
  einbuergerung_id uuid not null,
  folge            int not null check (folge > 0),
  nach             text not null,
  am               date not null,
  bis              date,
  notiz            bytea,
  zurueckgenommen  boolean not null default false,
  erfasst_von      uuid not null,
  primary key (kreis, id),
  unique (kreis, einbuergerung_id, folge),
  foreign key (kreis, einbuergerung_id, traeger_id, konto_id) references kim.einbuergerung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.einbuergerung_schritt (kreis, erfasst_von);
