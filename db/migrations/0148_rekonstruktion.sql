-- Cases that a group goes through together, without a person: stations, who acted, where it broke. No row here says whose case it
-- was; the one that does (kim.rekonstruktion_fall) is a row of that file, and outside of it there is only a count.
create table ref.familienform (
  code text primary key,
  name text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.familienform is 'In welcher Konstellation jemand lebt, grob.';

create table ref.bruchgrund (
  code text primary key,
  name text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.bruchgrund is 'Woran es an einer Station brach.';

create table kim.rekonstruktion (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  frage         text not null check (length(frage) between 1 and 300),
  altersgruppe  text references ref.altersgruppe (code) on delete restrict,
  familienform  text references ref.familienform (code) on delete restrict,
  rechtskreis   text references ref.rechtskreis (code) on delete restrict,
  ausgangslage  text check (length(ausgangslage) between 1 and 2000),
  begonnen_am   date not null,
  stand         text not null check (stand in ('begonnen', 'in_arbeit', 'abgeschlossen', 'wieder_offen')),
  stand_seit    date not null,
  ergebnis      text check (length(ergebnis) between 1 and 4000),
  befund        text check (length(befund) between 1 and 2000),
  version       int not null default 1,
  primary key (kreis, id),
  check (stand <> 'abgeschlossen' or (ergebnis is not null and befund is not null))
);
create index on kim.rekonstruktion (kreis, stand, stand_seit desc);

-- Who sat at the table: for which office, in which function. Whoever signs in to KIM writes along; her name stands nowhere here.
create table kim.rekonstruktion_mitglied (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  rekonstruktion_id uuid not null,
  organisation     text not null check (length(organisation) between 1 and 120),
  funktion         text check (length(funktion) between 1 and 120),
  konto_id         uuid,
  seit             date not null,
  primary key (kreis, id),
  unique (kreis, rekonstruktion_id, konto_id),
  foreign key (kreis, rekonstruktion_id) references kim.rekonstruktion (kreis, id) on delete cascade,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete set null (konto_id)
);
create index on kim.rekonstruktion_mitglied (kreis, konto_id);

-- From where to where a reconstruction went, and why. Nothing here is ever changed.
create table kim.rekonstruktion_schritt (
  kreis             text not null,
  id                uuid not null default gen_random_uuid(),
  nr                int generated always as identity,
  rekonstruktion_id uuid not null,
  von               text,
  nach              text not null,
  am                date not null,
  grund             text check (length(grund) between 1 and 1000),
  getan_von         uuid not null,
  primary key (kreis, id),
  foreign key (kreis, rekonstruktion_id) references kim.rekonstruktion (kreis, id) on delete cascade
);
create index on kim.rekonstruktion_schritt (kreis, rekonstruktion_id, nr);

-- One station; one that was dropped keeps its place, so that it can be fetched back.
create table kim.rekonstruktion_station (
  kreis             text not null,
  id                uuid not null default gen_random_uuid(),
  rekonstruktion_id uuid not null,
  rang              int not null,
  wann              text check (length(wann) between 1 and 60),
  geschehen         text not null check (length(geschehen) between 1 and 1000),
  handelnd_art      text not null references ref.netzwerkart (code) on delete restrict,
  handelnd          text check (length(handelnd) between 1 and 120),
  gebraucht         text check (length(gebraucht) between 1 and 1000),
  gelungen          text check (length(gelungen) between 1 and 1000),
  bruch             boolean not null,
  bruch_text        text check (length(bruch_text) between 1 and 1000),
  offen             text check (length(offen) between 1 and 1000),
  entfernt          boolean not null default false,
  version           int not null default 1,
  primary key (kreis, id),
  check (bruch or bruch_text is null),
  foreign key (kreis, rekonstruktion_id) references kim.rekonstruktion (kreis, id) on delete cascade
);
create index on kim.rekonstruktion_station (kreis, rekonstruktion_id, rang);

create table kim.rekonstruktion_bruch (
  kreis      text not null,
  station_id uuid not null,
  bruchgrund text not null references ref.bruchgrund (code) on delete restrict,
  primary key (kreis, station_id, bruchgrund),
  foreign key (kreis, station_id) references kim.rekonstruktion_station (kreis, id) on delete cascade
);

-- Which gap was born of which station.
create table kim.rekonstruktion_luecke (
  kreis      text not null,
  station_id uuid not null,
  luecke_id  uuid not null,
  am         date not null,
  primary key (kreis, station_id, luecke_id),
  foreign key (kreis, station_id) references kim.rekonstruktion_station (kreis, id) on delete restrict,
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict
);
create index on kim.rekonstruktion_luecke (kreis, luecke_id);

-- That a case of a Träger went into it: a count, never which.
create table kim.rekonstruktion_anteil (
  kreis             text not null,
  id                uuid not null default gen_random_uuid(),
  rekonstruktion_id uuid not null,
  traeger_id        uuid not null,
  primary key (kreis, id),
  foreign key (kreis, rekonstruktion_id) references kim.rekonstruktion (kreis, id) on delete restrict,
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
create index on kim.rekonstruktion_anteil (kreis, rekonstruktion_id);

-- Which case it was: a row of that file, and gone with it; the count stays.
create table kim.rekonstruktion_fall (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  konto_id   uuid not null,
  anteil_id  uuid not null,
  fall_id    uuid not null,
  primary key (kreis, id),
  foreign key (kreis, anteil_id) references kim.rekonstruktion_anteil (kreis, id) on delete cascade,
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.rekonstruktion_fall (kreis, fall_id);
create index on kim.rekonstruktion_fall (kreis, anteil_id);
