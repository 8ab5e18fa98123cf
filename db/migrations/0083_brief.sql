-- Word files of a Träger to write letters with, and its own lists of what to bring. Neither names a person.
create table kim.briefvorlage (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  name       text collate kim.deutsch not null check (length(name) between 1 and 80),
  empfaenger text not null check (empfaenger in ('person', 'dritte')),
  word       bytea not null check (octet_length(word) <= 5242880),
  aktiv      boolean not null default true,
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, traeger_id, name),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);

create table kim.mitbringliste (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  anlass     text not null check (length(anlass) between 1 and 80),
  arten      text[] not null,
  weiteres   text check (length(weiteres) between 1 and 600),
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, traeger_id, anlass),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
