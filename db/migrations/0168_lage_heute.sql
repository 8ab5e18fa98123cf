-- The page of a person says what of her situation holds today. Behind the person alone everything that ever did had to be read for it.
create index aufenthalt_heute on kim.aufenthalt (kreis, person_id, coalesce(bis, 'infinity')) where not falsch;
create index leistung_heute on kim.leistung (kreis, person_id, coalesce(bis, 'infinity')) where not falsch;
create index werdegang_heute on kim.werdegang (kreis, person_id, coalesce(bis, 'infinity')) where not falsch;
