-- The figures of a Kreis: rollups that a job fills from the consultations and tallies (db/code/zaehlung.sql says what is
-- counted). Numbers only: no consultation, person or account is named here. No foreign keys: every row is made anew from
-- tables that have them.

create schema auswertung;

create table kim.zaehlung (
  kreis      text not null,
  traeger_id uuid not null,
  monat      date not null check (extract(day from monat) = 1),
  ags        text not null,
  merkmal    text not null,
  kode       text not null,
  anzahl     int not null check (anzahl > 0),
  primary key (kreis, monat, traeger_id, ags, merkmal, kode) include (anzahl)
);
comment on table kim.zaehlung is
  'Was je Träger und Monat gezählt ist, Beratungen auch je Kommune. kode leer: ohne Angabe, oder das Merkmal hat keine Kodes.';

create table kim.zaehlung_person (
  kreis      text not null,
  traeger_id uuid not null,
  von        date not null,
  bis        date not null check (bis > von),
  anzahl     int not null check (anzahl > 0),
  primary key (kreis, von, bis, traeger_id)
);
comment on table kim.zaehlung_person is
  'Verschiedene Personen mit einer Beratung in einem Monat, Vierteljahr, Halbjahr oder Jahr: sie lassen sich nicht addieren.';

create table kim.zaehlung_anlass (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  monat      date,
  wort_id    uuid,
  primary key (kreis, id),
  check ((monat is null) <> (wort_id is null))
);
comment on table kim.zaehlung_anlass is
  'Was neu zu zählen ist: ein Monat eines Trägers, oder jeder, in dem ein Wort vorkommt. Trigger hängen an, der Auftrag nimmt weg.';

create table kim.zaehlung_stand (
  kreis        text primary key,
  zeit         timestamptz not null,
  geprueft     timestamptz,
  abweichungen int check (abweichungen >= 0)
);
comment on table kim.zaehlung_stand is
  'Bis wann alles Gespeicherte gezählt ist, wann die Zählung zuletzt mit den Akten verglichen wurde und wie viele Zahlen abwichen.';
