-- Under which secret address a calendar program reads somebody's calendar. Only its hash is kept.
create table kim.kalender_adresse (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  konto_id   uuid not null,
  token_hash bytea not null,
  angelegt   timestamptz not null default now(),
  gelesen    timestamptz,
  primary key (kreis, id),
  unique (kreis, konto_id),
  unique (kreis, token_hash),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
