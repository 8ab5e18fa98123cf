-- The clarification: whom this Kreis counts to its target group, as dated data of its own, and what came out for one case.
create table kim.zielgruppe (
  kreis       text not null references betrieb.mandant (kreis) on delete restrict,
  id          uuid not null default gen_random_uuid(),
  gueltig_ab  date not null check (gueltig_ab >= date '2015-01-01'),
  -- How many of the criteria that are not required have to hold.
  mindestens  int not null default 0 check (mindestens between 0 and 12),
  hinweis     text check (length(hinweis) <= 1000),
  version     int not null default 1,
  primary key (kreis, id),
  -- A rule holds until the day before the next one begins: none overlaps another.
  unique (kreis, gueltig_ab)
);

create table kim.zielgruppe_kriterium (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  zielgruppe_id uuid not null,
  folge         int not null check (folge between 1 and 12),
  frage         text not null check (length(frage) between 1 and 200),
  erwartet      text not null check (erwartet in ('ja', 'nein')),
  zwingend      boolean not null,
  sonst         text not null check (sonst in ('kurzberatung', 'verweis')),
  primary key (kreis, id),
  unique (kreis, zielgruppe_id, folge),
  foreign key (kreis, zielgruppe_id) references kim.zielgruppe (kreis, id) on delete cascade
);

alter table kim.fall add column weiteres_seit date;

create table kim.fall_klaerung (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  fall_id       uuid not null,
  traeger_id    uuid not null,
  konto_id      uuid not null,
  zielgruppe_id uuid not null,
  am            date not null,
  erfasst_von   uuid not null,
  vorschlag     text not null check (vorschlag in ('fall', 'kurzberatung', 'verweis', 'offen')),
  -- The step that decided it; none while it is open.
  schritt_id    uuid,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, zielgruppe_id) references kim.zielgruppe (kreis, id) on delete restrict,
  foreign key (kreis, schritt_id) references kim.fall_schritt (kreis, id) on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create unique index on kim.fall_klaerung (kreis, fall_id) where schritt_id is null;
create index on kim.fall_klaerung (kreis, fall_id);

create table kim.fall_klaerung_antwort (
  kreis        text not null,
  klaerung_id  uuid not null,
  kriterium_id uuid not null,
  traeger_id   uuid not null,
  konto_id     uuid not null,
  antwort      text not null check (antwort in ('ja', 'nein', 'unklar')),
  primary key (kreis, klaerung_id, kriterium_id),
  foreign key (kreis, klaerung_id, traeger_id, konto_id) references kim.fall_klaerung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, kriterium_id) references kim.zielgruppe_kriterium (kreis, id) on delete restrict
);
