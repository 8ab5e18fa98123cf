-- What is done about a gap, and whether it helped. No row here says whom it is about.
create table kim.massnahme (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  titel          text not null check (length(titel) between 1 and 120),
  ziel           text not null check (length(ziel) between 1 and 1000),
  verantwortlich text not null check (length(verantwortlich) between 1 and 160),
  budget_cent    int check (budget_cent between 0 and 2000000000),
  quelle         text check (length(quelle) between 1 and 160),
  von            date not null,
  bis            date,
  beschluss_id   uuid,
  gremium_id     uuid,
  stand          text not null check (stand in ('vorgeschlagen', 'beschlossen', 'laeuft', 'ruht', 'umgesetzt', 'wirkung', 'geschlossen',
                   'verworfen', 'abgebrochen')),
  stand_seit     date not null,
  angelegt_am    date not null,
  version        int not null default 1,
  primary key (kreis, id),
  check (bis >= von),
  -- A Projektgruppe proposes before the Lenkungsgruppe decides; everything after that rests on a Beschluss.
  check (stand in ('vorgeschlagen', 'verworfen') or beschluss_id is not null),
  foreign key (kreis, beschluss_id) references kim.beschluss (kreis, id) on delete restrict,
  foreign key (kreis, gremium_id) references kim.gremium (kreis, id) on delete restrict
);
create index on kim.massnahme (kreis, beschluss_id);
create index on kim.massnahme (kreis, gremium_id);
create index on kim.massnahme (kreis, stand, stand_seit desc, id desc);

create table kim.massnahme_luecke (
  kreis        text not null,
  massnahme_id uuid not null,
  luecke_id    uuid not null,
  primary key (kreis, massnahme_id, luecke_id),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade,
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict
);
create index on kim.massnahme_luecke (kreis, luecke_id);

create table kim.massnahme_organisation (
  kreis           text not null,
  massnahme_id    uuid not null,
  organisation_id uuid not null,
  primary key (kreis, massnahme_id, organisation_id),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade,
  foreign key (kreis, organisation_id) references kim.organisation (kreis, id) on delete restrict
);
create index on kim.massnahme_organisation (kreis, organisation_id);

-- What has to be done, in the order in which it was written down.
create table kim.massnahme_arbeit (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  nr           int generated always as identity,
  massnahme_id uuid not null,
  was          text not null check (length(was) between 1 and 200),
  wer          text check (length(wer) between 1 and 120),
  bis          date,
  erledigt_am  date,
  primary key (kreis, id),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade
);
create index on kim.massnahme_arbeit (kreis, massnahme_id, nr);

-- What became of a measure, step by step. Nothing here is ever changed.
create table kim.massnahme_schritt (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  nr           int generated always as identity,
  massnahme_id uuid not null,
  von          text,
  nach         text not null,
  am           date not null,
  grund        text check (length(grund) between 1 and 1000),
  getan_von    uuid not null,
  primary key (kreis, id),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade
);
create index on kim.massnahme_schritt (kreis, massnahme_id, nr);

create table kim.massnahme_prueftag (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  massnahme_id uuid not null,
  am           date not null,
  erledigt_am  date,
  befund       text check (length(befund) between 1 and 1000),
  primary key (kreis, id),
  check ((erledigt_am is null) = (befund is null)),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade
);
create index on kim.massnahme_prueftag (kreis, massnahme_id, am);
create index on kim.massnahme_prueftag (kreis, am) where erledigt_am is null;

-- By what one sees whether a measure helps. Numbers in hundredths. Bound to a figure of the program, it has no values of its own.
create table kim.indikator (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  nr           int generated always as identity,
  massnahme_id uuid not null,
  name         text collate kim.deutsch not null check (length(name) between 1 and 120),
  einheit      text not null check (length(einheit) between 1 and 40),
  richtung     text not null check (richtung in ('mehr', 'weniger')),
  zahl         text,
  kode         text,
  anfang       int check (anfang >= 0),
  anfang_am    date not null,
  ziel         int not null check (ziel >= 0),
  ziel_am      date not null,
  version      int not null default 1,
  primary key (kreis, id),
  check (zahl is null or anfang is null),
  check (zahl is not null or (anfang is not null and kode is null)),
  check (ziel_am > anfang_am),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade
);
create index on kim.indikator (kreis, massnahme_id, nr);

create table kim.messwert (
  kreis        text not null,
  indikator_id uuid not null,
  am           date not null,
  wert         int not null check (wert >= 0),
  notiz        text check (length(notiz) between 1 and 200),
  primary key (kreis, indikator_id, am),
  foreign key (kreis, indikator_id) references kim.indikator (kreis, id) on delete cascade
);

-- Before and after, as it was looked at on a day; stays as it was, whatever the figures say later.
create table kim.massnahme_wirkung (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  nr           int generated always as identity,
  massnahme_id uuid not null,
  am           date not null,
  urteil       text not null check (urteil in ('besser', 'etwas', 'gleich', 'schlechter', 'offen')),
  befund       text not null check (length(befund) between 1 and 1000),
  unbekannt    text not null check (length(unbekannt) between 1 and 12000),
  getan_von    uuid not null,
  primary key (kreis, id),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade
);
create index on kim.massnahme_wirkung (kreis, massnahme_id, nr);

-- Empty where it was not measured or is not told.
create table kim.massnahme_wirkung_wert (
  kreis        text not null,
  wirkung_id   uuid not null,
  indikator_id uuid not null,
  vorher       int,
  vorher_am    date,
  nachher      int,
  nachher_am   date,
  primary key (kreis, wirkung_id, indikator_id),
  foreign key (kreis, wirkung_id) references kim.massnahme_wirkung (kreis, id) on delete cascade,
  foreign key (kreis, indikator_id) references kim.indikator (kreis, id) on delete restrict
);
create index on kim.massnahme_wirkung_wert (kreis, indikator_id);
