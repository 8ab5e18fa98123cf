-- What people answered who were asked how satisfied they are is counted now: the months in which somebody answered, anew.
alter table kim.fall_rueckmeldung no force row level security;
alter table kim.zaehlung_anlass no force row level security;
insert into kim.zaehlung_anlass (kreis, traeger_id, monat)
select distinct kreis, traeger_id, am - extract(day from am)::int + 1 from kim.fall_rueckmeldung where wert is not null;
alter table kim.zaehlung_anlass force row level security;
alter table kim.fall_rueckmeldung force row level security;
