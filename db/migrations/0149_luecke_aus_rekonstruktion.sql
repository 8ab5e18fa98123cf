-- A gap that a group found counts each of its cases once: a report says by which share of a reconstruction it counts.
alter table kim.luecke_meldung drop constraint luecke_meldung_herkunft_check;
alter table kim.luecke_meldung add constraint luecke_meldung_herkunft_check
  check (herkunft in ('frei', 'beratung', 'fall', 'rekonstruktion'));
alter table kim.luecke_meldung add column anteil_id uuid;
alter table kim.luecke_meldung add foreign key (kreis, anteil_id) references kim.rekonstruktion_anteil (kreis, id) on delete restrict;
create index on kim.luecke_meldung (kreis, anteil_id);
