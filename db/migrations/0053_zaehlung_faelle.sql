-- Cases are counted: persons with a case beside persons who were counselled, each for every span of the calendar.
alter table kim.zaehlung_person add column art text not null default 'beratung' check (art in ('beratung', 'fall', 'haushalt'));
alter table kim.zaehlung_person drop constraint zaehlung_person_pkey;
alter table kim.zaehlung_person add primary key (kreis, von, bis, traeger_id, art);
comment on table kim.zaehlung_person is
  'Verschiedene Personen mit einer Beratung oder einem Fall, und Haushalte mit einem Fall, in einem Monat, Vierteljahr, Halbjahr oder Jahr: sie lassen sich nicht addieren.';
