-- The sum of one's own list is read off the index alone, filters included; it read every row of the account before.
create index beratung_liste on kim.beratung (kreis, traeger_id, konto_id, am desc, id desc)
  include (zurueckgezogen, dauer_min, stufe, ags, sprache, neuzuweisung);
drop index kim.beratung_kreis_traeger_id_konto_id_am_id_idx;
