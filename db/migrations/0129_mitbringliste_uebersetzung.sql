-- What a Träger wants to be brought in its own words, in another language: one line each, in the order of the German.
create table kim.mitbringliste_uebersetzung (
  kreis      text not null,
  traeger_id uuid not null,
  liste_id   uuid not null,
  sprache    text not null check (sprache ~ '^[a-z_]{2,20}$'),
  zeilen     text not null check (length(zeilen) between 1 and 1200),
  version    int not null default 1,
  primary key (kreis, liste_id, sprache),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, liste_id) references kim.mitbringliste (kreis, id) on delete cascade
);
