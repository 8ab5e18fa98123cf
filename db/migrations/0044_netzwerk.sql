-- Who is around the person: people and offices, how close, how strained, since when and until when. What changes gets a last day and a
-- successor, so that an earlier state can be looked at.
create table ref.netzwerkart (
  code        text primary key,
  name        text not null,
  art         text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

create table kim.verbindung (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  fall_id         uuid not null,
  name            bytea not null,
  art             text not null references ref.netzwerkart (code) on delete restrict,
  staerke         int not null check (staerke between 1 and 3),
  belastet        boolean not null,
  richtung        text not null check (richtung in ('gegenseitig', 'zur_person', 'von_person')),
  notiz           bytea,
  von             date not null check (von >= date '2015-01-01'),
  bis             date check (bis >= von),
  geschrieben_von uuid not null,
  version         int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, geschrieben_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.verbindung (kreis, fall_id, von);
