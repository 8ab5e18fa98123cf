-- Posts of the programme: what was approved, who fills how much of it from when until when. Vacancy is never stored: it is
-- what is left of the approved share on a day. Only the reason for it is written down, from the day on that it holds.

create table ref.stelle_art (
  code text primary key,
  name text not null,
  kurz text not null,
  modul text not null check (modul in ('I', 'II', 'III')),
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.stelle_art is 'Arten von Stellen; jede gehört zu einem Modul (Baustein) des Programms.';

create table ref.vakanzgrund (
  code text primary key,
  name text not null,
  art text not null check (art in ('sachlich', 'persoenlich')),
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.vakanzgrund is
  'Warum eine Stelle vakant ist. persoenlich: sagt etwas über die Person, die ging; steht nie in einem Bericht.';

create table kim.stelle (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  art         text not null references ref.stelle_art (code) on delete restrict,
  bezeichnung text check (length(bezeichnung) between 1 and 80),
  vzae        numeric(4, 2) not null check (vzae > 0),
  von         date not null,
  bis         date check (bis >= von),
  version     int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
comment on table kim.stelle is 'Genehmigte Stelle eines Trägers in Vollzeitäquivalenten, von/bis (beide Tage eingeschlossen).';

create table kim.stelle_kommune (
  kreis     text not null,
  stelle_id uuid not null,
  ags       text not null,
  primary key (kreis, stelle_id, ags),
  foreign key (kreis, stelle_id) references kim.stelle (kreis, id) on delete cascade,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
comment on table kim.stelle_kommune is 'Kommunen, für die eine Stelle zuständig ist.';

create table kim.besetzung (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  stelle_id  uuid not null,
  konto_id   uuid,
  name       bytea,
  schluessel uuid,
  anteil     numeric(4, 2) not null check (anteil > 0),
  von        date not null,
  bis        date check (bis >= von),
  version    int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, stelle_id, traeger_id) references kim.stelle (kreis, id, traeger_id) on delete restrict,
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete restrict,
  check (name is null or konto_id is null),
  check ((name is null) = (schluessel is null))
);
comment on table kim.besetzung is
  'Wer eine Stelle mit welchem Anteil füllt, von/bis (beide Tage eingeschlossen). Entweder ein Konto oder ein versiegelter Name; schluessel: der Träger, dessen Schlüssel ihn öffnet. Beides leer: vergessen.';
create index on kim.besetzung (kreis, stelle_id, von);

create table kim.stelle_vakanz (
  kreis     text not null,
  stelle_id uuid not null,
  von       date not null,
  grund     text not null references ref.vakanzgrund (code) on delete restrict,
  primary key (kreis, stelle_id, von),
  foreign key (kreis, stelle_id) references kim.stelle (kreis, id) on delete cascade
);
comment on table kim.stelle_vakanz is
  'Grund einer Vakanz ab einem Tag; er gilt, bis ein anderer genannt wird oder die Stelle wieder voll besetzt ist.';
