-- Documents of persons: a row that says what it is, and the file in pieces. Each file has a key of its own, sealed under the person's.
create table ref.dokumentart (
  code        text primary key,
  name        text not null,
  rang        int not null,
  gueltig_ab  date not null,
  gueltig_bis date
);

create table kim.dokument (
  kreis             text not null,
  id                uuid not null default gen_random_uuid(),
  traeger_id        uuid not null,
  konto_id          uuid not null,
  person_id         uuid not null,
  zu_fall           uuid,
  art               text not null references ref.dokumentart (code) on delete restrict,
  titel             bytea,
  quelle            text not null check (quelle in ('person', 'behoerde', 'andere', 'haus')),
  am                date not null check (am >= date '2015-01-01'),
  gueltig_bis       date,
  typ               text not null check (typ in ('pdf', 'jpeg', 'png', 'webp', 'docx', 'odt')),
  groesse           int not null check (groesse between 1 and 20971520),
  stuecke           int not null check (stuecke = greatest(1, (groesse + 262143) / 262144)),
  schluessel        bytea not null,
  erfasst_von       uuid not null,
  zurueckgezogen_am date,
  version           int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, zu_fall) references kim.fall (kreis, id) on delete restrict,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.dokument (kreis, person_id, am desc, id desc);
create index on kim.dokument (kreis, zu_fall, am desc, id desc) where zu_fall is not null;
create index on kim.dokument (kreis, zurueckgezogen_am) where zurueckgezogen_am is not null;

create table kim.dokument_stueck (
  kreis       text not null,
  dokument_id uuid not null,
  nr          int not null check (nr >= 0),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  inhalt      bytea not null,
  primary key (kreis, dokument_id, nr),
  foreign key (kreis, dokument_id, traeger_id, konto_id) references kim.dokument (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
-- Sealed bytes do not get smaller.
alter table kim.dokument_stueck alter column inhalt set storage external;
