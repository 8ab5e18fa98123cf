-- Reference data: dated code lists, the same for every Kreis. Filled from db/codelisten/*.csv; codes are stored, labels are
-- looked up. A code that ends gets gueltig_bis and stays, because old records still point at it.

create schema ref;
create schema kim;
create schema tresor;

create table ref.kim_kommune (
  code text primary key,
  name text not null,
  art text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.kim_kommune is 'Die 54 KIM-Kommunen mit ihrem Schlüssel.';

create table ref.herkunftsgruppe (
  code text primary key,
  name text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.herkunftsgruppe is 'Grobe Herkunft für anonyme Beratungen.';

create table ref.staatsangehoerigkeit (
  code text primary key,
  name text not null,
  iso2 text,
  herkunftsgruppe text references ref.herkunftsgruppe (code) on delete restrict,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.staatsangehoerigkeit is 'Dreistelliger Schlüssel der Staats- und Gebietssystematik.';

create table ref.kommune (
  code text primary key,
  name text not null,
  kreis text not null references ref.kim_kommune (code) on delete restrict,
  plz text,
  jugendamt text,
  ebh text,
  abh text,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.kommune is 'Vorlage der Kommunen je Kreis mit zuständigen Ämtern.';

create table ref.stufe (
  code text primary key,
  name text not null,
  schluessel text not null unique,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.stufe is 'Wie weit der Kontakt ging; entscheidet, was gespeichert werden darf.';

create table ref.handlungsfeld (
  code text primary key,
  name text not null,
  kurz text not null,
  taste text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.handlungsfeld is 'Die eine Systematik der Themen; taste wählt es beim Erfassen.';

create table ref.kontaktweg (
  code text primary key,
  name text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.kontaktweg is 'Wie der Kontakt zustande kam.';

create table ref.verstaendigung (
  code text primary key,
  name text not null,
  hinweis boolean not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.verstaendigung is 'Wie man sich verstand; hinweis: sollte nicht die Regel sein.';

create table ref.sprache (
  code text primary key,
  name text not null,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.sprache is 'Sprachen nach ISO 639.';

create table ref.ergebnis (
  code text primary key,
  name text not null,
  kurz text not null,
  art text not null check (art in ('ergebnis', 'verweis')),
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.ergebnis is 'Ergebnis der Beratung oder wohin vermittelt wurde.';

create table ref.altersgruppe (
  code text primary key,
  name text not null,
  von int not null,
  bis int,
  rang int not null,
  gueltig_ab date not null,
  gueltig_bis date
);
comment on table ref.altersgruppe is 'Altersgruppen in vollendeten Jahren, beide Grenzen eingeschlossen.';
