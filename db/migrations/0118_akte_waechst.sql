-- What the page of a person says of each room is the next of something: by the day on which it is due, among those that are open. Behind
-- the person alone everything that ever was had to be read for it.
create index frist_der_person on kim.frist (kreis, person_id, am, id) where stand = 'offen';
create index verweis_der_person on kim.verweis (kreis, person_id, nachfragen_am, id) where stand in ('offen', 'vermittelt', 'warteliste');
create index einwilligung_der_person on kim.einwilligung (kreis, person_id, coalesce(gueltig_bis, 'infinity'), id)
  where stand in ('erteilt', 'eingeschraenkt');
create index einwilligung_begleitung on kim.einwilligung (kreis, person_id, gueltig_ab desc, id)
  where stand in ('erteilt', 'eingeschraenkt') and zweck = 'begleitung';
create index dokument_der_person on kim.dokument (kreis, person_id, gueltig_bis, id) where zurueckgezogen_am is null;
create index dokument_je_art on kim.dokument (kreis, person_id, art, gueltig_bis desc) where zurueckgezogen_am is null;
create index dokument_zurueckgezogen on kim.dokument (kreis, person_id, zurueckgezogen_am desc, id) where zurueckgezogen_am is not null;
create index fall_sofort on kim.fall (kreis, person_id, begonnen desc, id desc)
  where dringlichkeit = 'sofort' and phase not in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf');
create index fall_der_person on kim.fall (kreis, person_id, begonnen desc, id desc);
-- The same of a case: what is open in it, and its timeline kind by kind, the last first.
create index frist_im_fall on kim.frist (kreis, fall_id, am, id) where stand = 'offen';
create index vereinbarung_offen on kim.vereinbarung (kreis, fall_id) where stand in ('offen', 'im_plan');
create index on kim.vereinbarung (kreis, fall_id, am desc, id desc);
create index on kim.fall_schritt (kreis, fall_id, am desc, id desc);
create index hilfeplan_vereinbart on kim.hilfeplan (kreis, fall_id, vereinbart_am desc, id desc) where vereinbart_am is not null;
create index on kim.hilfeplan_bewertung (kreis, fall_id, am desc, id desc);
-- One's own referrals of one field, those that are open.
create index verweis_nach_feld on kim.verweis (kreis, traeger_id, konto_id, handlungsfeld, nachfragen_am, id)
  where stand in ('offen', 'vermittelt', 'warteliste');
