-- Persons that are the same one. The row that is shown for another keeps its own key and its own sealed rows, and so does the other:
-- merging sets a pointer, undoing takes it away. The pointer always leads to the person that is shown, never to one that is
-- merged itself; which was merged into which, and in what order, is the history below.
alter table kim.person add column zusammengefuehrt_in uuid;
alter table kim.person add constraint person_zusammengefuehrt foreign key (kreis, zusammengefuehrt_in)
  references kim.person (kreis, id) on delete restrict;
alter table kim.person add check (zusammengefuehrt_in <> id);
create index person_zusammengefuehrt on kim.person (kreis, zusammengefuehrt_in) where zusammengefuehrt_in is not null;

-- In which version somebody was last compared with everybody else; the worker compares who is not.
alter table kim.person add column verglichen int;
create index person_unverglichen on kim.person (kreis, id) where verglichen is distinct from version;

create table kim.zusammenfuehrung (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  konto_id       uuid not null,
  person_id      uuid not null,
  in_person_id   uuid not null,
  am             date not null default current_date,
  erfasst_von    uuid default nullif(current_setting('app.konto', true), '')::uuid,
  werte          bytea not null,
  bestand        jsonb not null,
  abgebend       uuid,
  aufgehoben_am  date,
  aufgehoben_von uuid,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check (person_id <> in_person_id),
  check ((aufgehoben_am is null) = (aufgehoben_von is null)),
  foreign key (kreis, in_person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, person_id) references kim.person (kreis, id) on delete restrict
);
create unique index zusammenfuehrung_gilt on kim.zusammenfuehrung (kreis, person_id) where aufgehoben_am is null;
create index on kim.zusammenfuehrung (kreis, in_person_id);
create index on kim.zusammenfuehrung (kreis, konto_id, am desc, id desc);

-- Records that were written since, and go to the person that was taken out again. The worker seals them anew.
create table kim.zusammenfuehrung_zeile (
  kreis              text not null,
  zusammenfuehrung_id uuid not null,
  tabelle            text not null check (length(tabelle) <= 60),
  zeile              uuid not null,
  traeger_id         uuid not null,
  konto_id           uuid not null,
  von_person_id      uuid not null,
  an_person_id       uuid not null,
  getan              boolean not null default false,
  primary key (kreis, zusammenfuehrung_id, tabelle, zeile),
  foreign key (kreis, zusammenfuehrung_id, traeger_id, konto_id)
    references kim.zusammenfuehrung (kreis, id, traeger_id, konto_id) on update cascade on delete cascade
);

-- Two that may be one, and what somebody said about it. Nobody sees a pair who does not see both.
create table kim.dublette (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  person_id       uuid not null,
  konto_id        uuid not null,
  andere_id       uuid not null,
  andere_konto_id uuid not null,
  stand           text not null default 'offen' check (stand in ('offen', 'spaeter', 'verschieden')),
  entschieden_am  date,
  entschieden_von uuid,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, person_id, andere_id),
  check (person_id < andere_id),
  check ((stand = 'offen') or (entschieden_am is not null and entschieden_von is not null)),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, andere_id, traeger_id, andere_konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.dublette (kreis, andere_id);
create index on kim.dublette (kreis, konto_id, stand, id);
