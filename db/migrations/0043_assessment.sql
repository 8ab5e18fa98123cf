-- The assessment of a case: one dated look at the life of a person, Lebensbereich by Lebensbereich. A later one stands beside the
-- earlier. Its areas are there from its beginning, empty ones as well: each is filled, kept as a draft and put right by itself.
create table kim.assessment (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  traeger_id   uuid not null,
  konto_id     uuid not null,
  fall_id      uuid not null,
  am           date not null check (am >= date '2015-01-01'),
  begonnen_von uuid not null,
  version      int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, fall_id, am),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, begonnen_von) references kim.konto (kreis, id) on delete restrict
);

create table kim.lebensbereich (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  traeger_id    uuid not null,
  konto_id      uuid not null,
  assessment_id uuid not null,
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  am            date check (am >= date '2015-01-01'),
  skala         int check (skala between 0 and 10),
  lage          bytea,
  ressourcen    bytea,
  bedarf        bytea,
  wunsch        bytea,
  geschrieben_von uuid,
  version       int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, assessment_id, handlungsfeld),
  -- Assessed is what has a day; an area that was left out has neither a figure nor a text.
  check ((am is null) = (skala is null and lage is null and ressourcen is null and bedarf is null and wunsch is null)),
  foreign key (kreis, assessment_id, traeger_id, konto_id) references kim.assessment (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, geschrieben_von) references kim.konto (kreis, id) on delete restrict
);

-- What an area said before it was put right.
create table kim.lebensbereich_fassung (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  traeger_id       uuid not null,
  konto_id         uuid not null,
  lebensbereich_id uuid not null,
  version          int not null check (version > 0),
  ersetzt_am       date not null,
  geschrieben_von  uuid not null,
  am               date not null,
  skala            int check (skala between 0 and 10),
  lage             bytea,
  ressourcen       bytea,
  bedarf           bytea,
  wunsch           bytea,
  primary key (kreis, id),
  unique (kreis, lebensbereich_id, version),
  foreign key (kreis, lebensbereich_id, traeger_id, konto_id) references kim.lebensbereich (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, geschrieben_von) references kim.konto (kreis, id) on delete restrict
);
