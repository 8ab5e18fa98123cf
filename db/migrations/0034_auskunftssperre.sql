-- Persons whose whereabouts nobody may learn (§ 51 BMG). Whoever is here is seen by whoever keeps the file, and by whom she named for
-- days of absence; no team, no list, no search shows her. The walls ask this table (src/platform/policies.ts).
create table kim.auskunftssperre (
  kreis      text not null,
  person_id  uuid not null,
  traeger_id uuid not null,
  konto_id   uuid not null,
  seit       date not null,
  bis        date,
  primary key (kreis, person_id),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
