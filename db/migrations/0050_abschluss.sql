-- What a case ends with, beside the step that ends it; what the person says about it; what was agreed, and with whom.
alter table kim.fall add column nachsorge_am date;
alter table kim.fall add check (nachsorge_am is null or phase = 'abgeschlossen');
-- Cases that nothing happened in for long, the longest first.
create index on kim.fall (kreis, traeger_id, konto_id, phase_seit, id);

create table kim.fall_abschluss (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  fall_id    uuid not null,
  traeger_id uuid not null,
  konto_id   uuid not null,
  schritt_id uuid not null,
  bedarf     bytea,
  luecke     bytea,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, schritt_id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, schritt_id) references kim.fall_schritt (kreis, id) on delete cascade
);
create index on kim.fall_abschluss (kreis, fall_id);

create table kim.fall_abschluss_feld (
  kreis         text not null,
  abschluss_id  uuid not null,
  art           text not null check (art in ('bedarf', 'luecke')),
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  traeger_id    uuid not null,
  konto_id      uuid not null,
  primary key (kreis, abschluss_id, art, handlungsfeld),
  foreign key (kreis, abschluss_id, traeger_id, konto_id) references kim.fall_abschluss (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

create table kim.fall_rueckmeldung (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  fall_id     uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  am          date not null,
  erfasst_von uuid not null,
  sprache     text not null check (sprache in ('ar', 'de', 'de_leicht', 'en', 'es', 'fa', 'pl', 'ru', 'tr', 'uk')),
  -- 1 very satisfied … 5 not at all; none: asked, and not told.
  wert        int check (wert between 1 and 5),
  primary key (kreis, id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.fall_rueckmeldung (kreis, fall_id, am);

create table kim.fallbesprechung (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  fall_id      uuid not null,
  traeger_id   uuid not null,
  konto_id     uuid not null,
  art          text not null check (art in ('besprechung', 'konferenz')),
  am           date not null,
  erfasst_von  uuid not null,
  -- Whether the persons are named in it, by choice; else nothing in it may tell who they are.
  namentlich   boolean not null,
  frage        bytea not null,
  beschreibung bytea,
  protokoll    bytea,
  version      int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.fallbesprechung (kreis, fall_id, am, id);

create table kim.fallbesprechung_teilnahme (
  kreis              text not null,
  id                 uuid not null default gen_random_uuid(),
  fallbesprechung_id uuid not null,
  traeger_id         uuid not null,
  konto_id           uuid not null,
  folge              int not null check (folge between 1 and 12),
  name               bytea,
  stelle             bytea,
  primary key (kreis, id),
  unique (kreis, fallbesprechung_id, folge),
  foreign key (kreis, fallbesprechung_id, traeger_id, konto_id)
    references kim.fallbesprechung (kreis, id, traeger_id, konto_id) on update cascade on delete cascade
);

create table kim.vereinbarung (
  kreis              text not null,
  id                 uuid not null default gen_random_uuid(),
  fall_id            uuid not null,
  traeger_id         uuid not null,
  konto_id           uuid not null,
  fallbesprechung_id uuid,
  am                 date not null,
  erfasst_von        uuid not null,
  wer                bytea not null,
  was                bytea not null,
  bis                date,
  stand              text not null default 'offen' check (stand in ('offen', 'erledigt', 'entfallen')),
  stand_am           date not null,
  version            int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, fallbesprechung_id) references kim.fallbesprechung (kreis, id) on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.vereinbarung (kreis, fall_id, stand_am);
