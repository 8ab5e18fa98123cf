-- What the papers of a Kreis have in common: order and fixed texts of the chapters, letterhead, signature, and a Word file of
-- the house that is filled with the same paper.

create table kim.bericht_vorlage (
  kreis     text not null,
  id        uuid not null default gen_random_uuid(),
  name      text collate kim.deutsch not null check (length(name) between 1 and 80),
  titel     text not null check (length(titel) between 1 and 200),
  kopf      jsonb not null default '{}',
  kapitel   jsonb not null default '[]',
  word      bytea check (octet_length(word) <= 5242880),
  word_name text check (length(word_name) between 1 and 200),
  aktiv     boolean not null default true,
  version   int not null default 1,
  primary key (kreis, id),
  check ((word is null) = (word_name is null))
);
create unique index bericht_vorlage_name on kim.bericht_vorlage (kreis, lower(name));

alter table kim.bericht add column vorlage_id uuid;
alter table kim.bericht add foreign key (kreis, vorlage_id) references kim.bericht_vorlage (kreis, id) on delete restrict;
create index on kim.bericht (kreis, vorlage_id);
