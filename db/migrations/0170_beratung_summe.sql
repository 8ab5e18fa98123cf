-- The sum over one's own list walks all of an account: an index that holds nothing else is half the work of the one that every
-- filter needs.
create index beratung_summe on kim.beratung (kreis, traeger_id, konto_id, am) include (id, dauer_min) where not zurueckgezogen;
