-- What was said about a person before, field by field, and what she disputes (Art. 16 DSGVO). One table for every room that keeps
-- something of a person: a field is named by a word of its own, its label and both values lie sealed under the person's key.
create table kim.person_verlauf (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  person_id   uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  folge       int not null check (folge > 0),
  feld        text not null check (feld ~ '^[a-z0-9_:-]{1,80}$'),
  werte       bytea not null,
  am          date not null,
  erfasst_von uuid default nullif(current_setting('app.konto', true), '')::uuid,
  primary key (kreis, id),
  unique (kreis, person_id, folge),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.person_verlauf (kreis, person_id, am desc, folge desc, id desc);

create table kim.person_einwand (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  person_id   uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  feld        text not null check (feld ~ '^[a-z0-9_:-]{1,80}$'),
  inhalt      bytea not null,
  stand       text not null default 'bestritten' check (stand in ('bestritten', 'berichtigt', 'zurueckgenommen')),
  am          date not null,
  erledigt_am date,
  version     int not null default 1,
  erfasst_von uuid default nullif(current_setting('app.konto', true), '')::uuid,
  primary key (kreis, id),
  check ((stand = 'bestritten') = (erledigt_am is null)),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.person_einwand (kreis, person_id, am desc);
