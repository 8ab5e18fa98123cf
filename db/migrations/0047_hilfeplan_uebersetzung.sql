-- A Träger says of a translation of the form that it is right. `pruefsumme` is that of the words that were read: where a later
-- program says it in other words, they are not released.
create table kim.hilfeplan_uebersetzung (
  kreis           text not null,
  traeger_id      uuid not null,
  sprache         text not null check (sprache ~ '^[a-z_]{2,20}$'),
  pruefsumme      text not null check (pruefsumme ~ '^[0-9a-f]{64}$'),
  freigegeben_am  date not null,
  freigegeben_von uuid not null,
  primary key (kreis, traeger_id, sprache),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete cascade,
  foreign key (kreis, freigegeben_von) references kim.konto (kreis, id) on delete restrict
);
