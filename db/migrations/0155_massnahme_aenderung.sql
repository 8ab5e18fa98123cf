-- What a measure or one of its indicators said before: which field, what stood there, what has since, which day, by whom. Nothing here
-- is ever changed. An indicator that was taken away keeps its name in it.
create table kim.massnahme_aenderung (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  nr           int generated always as identity,
  massnahme_id uuid not null,
  indikator_id uuid,
  indikator    text check (length(indikator) between 1 and 120),
  feld         text not null,
  alt          text check (length(alt) between 1 and 8000),
  neu          text check (length(neu) between 1 and 8000),
  am           date not null,
  getan_von    uuid not null,
  primary key (kreis, id),
  check (alt is distinct from neu),
  check (indikator_id is null or indikator is not null),
  foreign key (kreis, massnahme_id) references kim.massnahme (kreis, id) on delete cascade,
  foreign key (kreis, indikator_id) references kim.indikator (kreis, id) on delete set null (indikator_id)
);
create index on kim.massnahme_aenderung (kreis, massnahme_id, nr);
create index on kim.massnahme_aenderung (kreis, indikator_id);
