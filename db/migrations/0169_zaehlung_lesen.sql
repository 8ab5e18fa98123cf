-- The figures page reads months of the rollups. Two thirds of them are languages crossed with ways to understand each other, which
-- it does not show: it walks the others. What counts as delivered is asked for all months there ever were.

create index zaehlung_ohne_kreuzung on kim.zaehlung (kreis, monat, traeger_id, ags, merkmal, kode) include (anzahl)
  where merkmal <> 'sprache_verstaendigung';
create index zaehlung_geliefert on kim.zaehlung (kreis, traeger_id, monat)
  where merkmal in ('kontakte', 'thema', 'nicht_zugeordnet', 'neuzuweisung');
