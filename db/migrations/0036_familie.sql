-- The family: how persons belong together, who lives with whom, and whom a case is about besides its person.

-- A relation is stored once and read from both sides: the other one is `art` of the person (`elternteil`: the parent of that child).
-- It lies in the file of the person and goes where the person goes. A guardian that is an office has no person of its own.
create table kim.beziehung (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  person_id   uuid not null,
  andere_id   uuid,
  art         text not null check (art in ('elternteil', 'pflegeelternteil', 'vormund', 'betreuung', 'grosselternteil',
                'partner', 'geschwister', 'verwandt')),
  stelle      bytea,
  von         date,
  bis         date,
  erfasst_von uuid not null,
  version     int not null default 1,
  primary key (kreis, id),
  check (andere_id <> person_id),
  check ((andere_id is null) = (stelle is not null)),
  check (stelle is null or art in ('vormund', 'betreuung')),
  check (von <= bis),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, andere_id) references kim.person (kreis, id) on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.beziehung (kreis, person_id);
create index on kim.beziehung (kreis, andere_id);
-- Two persons are of one kind to each other once at a time, whichever of them it was entered for.
create unique index on kim.beziehung (kreis, least(person_id, andere_id), greatest(person_id, andere_id), art) where bis is null;

-- Who lives together, from when to when: all rows with one haushalt_id. Nobody lives in two at a time.
create table kim.haushalt_person (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  haushalt_id uuid not null,
  person_id   uuid not null,
  von         date not null,
  bis         date,
  primary key (kreis, id),
  check (von <= bis),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create unique index on kim.haushalt_person (kreis, person_id) where bis is null;
create index on kim.haushalt_person (kreis, person_id, von desc);
create index on kim.haushalt_person (kreis, haushalt_id);

create table kim.fall_person (
  kreis      text not null,
  fall_id    uuid not null,
  person_id  uuid not null,
  traeger_id uuid not null,
  konto_id   uuid not null,
  primary key (kreis, fall_id, person_id),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, person_id) references kim.person (kreis, id) on delete restrict
);
create index on kim.fall_person (kreis, person_id);
