-- What a case conference by name passed on: which entries of those that stand with the consents are of which conference. One whose
-- entry goes with the consent goes with it.
create table kim.fallbesprechung_weitergabe (
  kreis              text not null,
  id                 uuid not null default gen_random_uuid(),
  fallbesprechung_id uuid not null,
  weitergabe_id      uuid not null,
  traeger_id         uuid not null,
  konto_id           uuid not null,
  primary key (kreis, id),
  unique (kreis, fallbesprechung_id, weitergabe_id),
  foreign key (kreis, fallbesprechung_id, traeger_id, konto_id)
    references kim.fallbesprechung (kreis, id, traeger_id, konto_id) on update cascade on delete cascade,
  foreign key (kreis, weitergabe_id) references kim.weitergabe (kreis, id) on delete cascade
);
create index on kim.fallbesprechung_weitergabe (kreis, weitergabe_id);
