-- Who somebody is, as far as it is needed: more names, a birth that is not known to the day, how to reach and to talk with them,
-- where they come from and live. All of it may be missing. Names, addresses, numbers and free text are sealed with the
-- person's key; what the figures ask for is a code.
create table ref.unterkunftsart (
  code        text primary key,
  name        text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

alter table kim.person
  add column geburtsjahr bytea,
  add column geburt_geschaetzt boolean not null default false,
  add column geschlecht text check (geschlecht in ('w', 'm', 'd', 'ohne')),
  add column anschrift bytea,
  add column unterkunftsart text references ref.unterkunftsart (code) on delete restrict,
  add column geburtsland text references ref.staatsangehoerigkeit (code) on delete restrict,
  -- A year or a month: the day is nobody's business here.
  add column in_deutschland_seit text check (in_deutschland_seit ~ '^\d{4}(-(0[1-9]|1[0-2]))?$'),
  add column im_kreis_seit text check (im_kreis_seit ~ '^\d{4}(-(0[1-9]|1[0-2]))?$'),
  add column verstaendigungssprache text references ref.sprache (code) on delete restrict,
  add column sprachmittlung text check (sprachmittlung in ('nein', 'manchmal', 'immer')),
  add check (geburtsdatum is null or geburtsjahr is null);

alter table kim.person_sprache
  add column erstsprache boolean not null default false,
  add column hoeren text check (hoeren in ('a0', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  add column sprechen text check (sprechen in ('a0', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  add column lesen text check (lesen in ('a0', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  add column schreiben text check (schreiben in ('a0', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2')),
  add column basis text check (basis in ('zertifikat', 'kurs', 'einschaetzung', 'selbst'));

-- The first nationality counts and stands with the person; these are the others.
create table kim.person_staat (
  kreis      text not null,
  person_id  uuid not null,
  staat      text not null references ref.staatsangehoerigkeit (code) on delete restrict,
  traeger_id uuid not null,
  konto_id   uuid not null,
  primary key (kreis, person_id, staat),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

create table kim.person_kontakt (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  person_id  uuid not null,
  traeger_id uuid not null,
  konto_id   uuid not null,
  rang       int not null check (rang between 1 and 9),
  art        text not null check (art in ('mobil', 'festnetz', 'email', 'messenger', 'ueber')),
  wert       bytea not null,
  hinweis    bytea,
  kein_band  boolean not null default false,
  primary key (kreis, id),
  unique (kreis, person_id, rang),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
