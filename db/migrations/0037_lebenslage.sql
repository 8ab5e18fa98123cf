-- How somebody is placed, as histories: residence, benefits, school and work, and, behind a right of its own, need for protection.
create table ref.aufenthaltsstatus (
  code        text primary key,
  name        text not null,
  paragraf    text,
  gruppe      text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);
create table ref.leistung (
  code        text primary key,
  name        text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);
create table ref.werdegang (
  code        text primary key,
  name        text not null,
  bereich     text not null check (bereich in ('schule', 'abschluss', 'anerkennung', 'arbeit', 'kurs')),
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

create table kim.aufenthalt (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  status          text not null references ref.aufenthaltsstatus (code) on delete restrict,
  von             date,
  bis             date,
  gueltig_bis     date,
  fiktion_bis     date,
  wohnsitzauflage text check (wohnsitzauflage in ('ja', 'nein')),
  beschaeftigung  text check (beschaeftigung in ('ja', 'erlaubnis', 'nein')),
  notiz           bytea,
  falsch          boolean not null default false,
  erfasst_von     uuid not null,
  version         int not null default 1,
  primary key (kreis, id),
  check (von <= bis),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.aufenthalt (kreis, person_id);

create table kim.leistung (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  traeger_id   uuid not null,
  konto_id     uuid not null,
  person_id    uuid not null,
  art          text not null references ref.leistung (code) on delete restrict,
  beantragt_am date,
  von          date,
  bis          date,
  vorher       text references ref.leistung (code) on delete restrict,
  vorher_bis   date,
  unterlagen   bytea,
  falsch       boolean not null default false,
  erfasst_von  uuid not null,
  version      int not null default 1,
  primary key (kreis, id),
  check (von <= bis),
  check (vorher is not null or vorher_bis is null),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.leistung (kreis, person_id);

create table kim.werdegang (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  person_id   uuid not null,
  art         text not null references ref.werdegang (code) on delete restrict,
  stand       text check (stand in ('kein_anspruch', 'beantragt', 'berechtigt', 'warteliste', 'laeuft', 'abgebrochen',
                'bestanden', 'bestanden_a2', 'bestanden_b1', 'teilweise', 'abgelehnt')),
  abbruch     text check (abbruch in ('kinderbetreuung', 'arbeit', 'fahrweg', 'umzug', 'anderer')),
  was         bytea,
  von         date,
  bis         date,
  falsch      boolean not null default false,
  erfasst_von uuid not null,
  version     int not null default 1,
  primary key (kreis, id),
  check (von <= bis),
  check (abbruch is null or stand = 'abgebrochen'),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.werdegang (kreis, person_id);

-- Special categories (Art. 9 DSGVO): also what kind of need it is, and since when, is sealed.
create table kim.schutzbedarf (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  person_id   uuid not null,
  angaben     bytea not null,
  falsch      boolean not null default false,
  erfasst_von uuid not null,
  version     int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.schutzbedarf (kreis, person_id);

-- What stood in an entry before it was changed.
create table kim.lage_fassung (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  person_id   uuid not null,
  bereich     text not null check (bereich in ('aufenthalt', 'leistung', 'werdegang', 'schutzbedarf')),
  eintrag_id  uuid not null,
  version     int not null,
  werte       bytea not null,
  am          date not null default current_date,
  erfasst_von uuid not null,
  primary key (kreis, id),
  unique (kreis, eintrag_id, version),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.lage_fassung (kreis, person_id);
