-- How much somebody has on her desk: counts, made by the worker, so that nobody opens a file for them.
create table kim.auslastung (
  kreis      text not null,
  konto_id   uuid not null,
  art        text not null check (art in ('anfrage', 'laufend', 'ruhend', 'frist', 'ueberfaellig')),
  traeger_id uuid not null,
  anzahl     int not null check (anzahl > 0),
  primary key (kreis, konto_id, art),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete cascade,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
create index on kim.auslastung (kreis, traeger_id);
