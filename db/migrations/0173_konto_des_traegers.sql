-- Whoever's file a consultation or person is belongs to its Träger: one reference says so, where two said it of account and Träger
-- apart. A list of 100,000 rows looks up one row less for each of them.
alter table kim.beratung
  drop constraint beratung_kreis_traeger_id_fkey,
  drop constraint beratung_kreis_konto_id_fkey,
  add foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete restrict;
alter table kim.person
  drop constraint person_kreis_traeger_id_fkey,
  drop constraint person_kreis_konto_id_fkey,
  add foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete restrict;
