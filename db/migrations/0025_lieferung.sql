-- What can be said about figures: whether a month of a Träger is complete or reported as zero, how small a number may be that
-- is told, and how many people live in a Kommune. What nobody reports follows from what is counted
-- (src/domains/auswertung/model/lieferung.ts).

create table kim.lieferung (
  kreis      text not null,
  traeger_id uuid not null,
  monat      date not null check (extract(day from monat) = 1),
  stand      text not null check (stand in ('begonnen', 'vollstaendig', 'null')),
  am         date not null,
  konto_id   uuid not null,
  primary key (kreis, traeger_id, monat),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete restrict
);

create table kim.kleine_zahl (
  kreis text primary key,
  ab    int not null check (ab between 3 and 5),
  am    date not null
);

create table kim.einwohner (
  kreis    text not null,
  ags      text not null,
  stichtag date not null,
  anzahl   int not null check (anzahl between 1 and 20000000),
  quelle   text not null check (length(quelle) between 1 and 200),
  primary key (kreis, ags, stichtag),
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
