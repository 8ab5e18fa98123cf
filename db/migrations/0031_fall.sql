-- The case: what a consultation becomes when somebody needs more than answers, and its way from the first request to the end.
create table ref.zugangsweg (
  code        text primary key,
  name        text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);
create table ref.abschlussgrund (
  code        text primary key,
  name        text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

-- One counter a Kreis and year, held while a case is made: its numbers have no gap, and none comes twice.
create table kim.aktenzeichen (
  kreis  text not null references betrieb.mandant (kreis) on delete restrict,
  jahr   int not null check (jahr between 2015 and 2999),
  letzte int not null check (letzte > 0),
  primary key (kreis, jahr)
);

create table kim.fall (
  kreis             text not null,
  id                uuid not null default gen_random_uuid(),
  traeger_id        uuid not null,
  konto_id          uuid not null,
  person_id         uuid not null,
  jahr              int not null,
  nummer            int not null check (nummer > 0),
  begonnen          date not null check (begonnen >= date '2015-01-01'),
  zugangsweg        text references ref.zugangsweg (code) on delete restrict,
  dringlichkeit     text not null check (dringlichkeit in ('normal', 'bald', 'sofort')),
  anliegen          bytea,
  weiteres          text check (weiteres in ('nein', 'ja', 'unbekannt')),
  weiteres_wer      bytea,
  einwilligung_am   date,
  phase             text not null check (phase in ('anfrage', 'klaerung', 'einwilligung', 'assessment', 'hilfeplan',
                      'umsetzung', 'evaluation', 'ruhend', 'abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf')),
  phase_seit        date not null,
  abschlussgrund    text references ref.abschlussgrund (code) on delete restrict,
  version           int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, jahr, nummer),
  check ((phase = 'abgeschlossen') = (abschlussgrund is not null)),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict
);
create index on kim.fall (kreis, traeger_id, konto_id, begonnen desc, id desc);
create index on kim.fall (kreis, person_id);

create table kim.fall_schritt (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  fall_id        uuid not null,
  traeger_id     uuid not null,
  konto_id       uuid not null,
  folge          int not null check (folge > 0),
  von            text,
  nach           text not null,
  am             date not null,
  erfasst_von    uuid not null,
  grund          bytea,
  abschlussgrund text references ref.abschlussgrund (code) on delete restrict,
  primary key (kreis, id),
  unique (kreis, fall_id, folge),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
