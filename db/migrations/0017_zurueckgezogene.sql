-- What was withdrawn is little and lies among everything else: it has its own way, instead of a walk over the whole account.
create index beratung_zurueckgezogen on kim.beratung (kreis, traeger_id, konto_id, am desc, id desc) where zurueckgezogen;
