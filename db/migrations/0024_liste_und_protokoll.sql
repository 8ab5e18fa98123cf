-- One's own list is sorted by any of its columns off the index alone, as its sum is read (0009): so it holds each of them.
create index beratung_liste_neu on kim.beratung (kreis, traeger_id, konto_id, am desc, id desc)
  include (zurueckgezogen, dauer_min, stufe, ags, sprache, neuzuweisung, ergebnis, personenzahl);
drop index kim.beratung_liste;
alter index kim.beratung_liste_neu rename to beratung_liste;

-- The log of a Träger is read by its data-protection officer, the newest first; nothing else looks for it by time.
create index protokoll_zeit on kim.protokoll (kreis, traeger_id, zeit desc, id desc);
