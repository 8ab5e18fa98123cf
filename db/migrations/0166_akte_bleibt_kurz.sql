-- Cases that somebody asks after once more, and those that ended, are found without all others.
create index fall_nachsorge on kim.fall (kreis, traeger_id, konto_id, begonnen desc, id desc) where nachsorge_am is not null;
create index fall_beendet on kim.fall (kreis, traeger_id, konto_id, begonnen desc, id desc)
  where phase in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf');

-- Answers that nobody read are looked for among the releases of a year, not among all that ever were.
create index freigabe_der_akte on kim.freigabe (kreis, traeger_id, konto_id, gueltig_bis);

-- The same of naturalisations that go on, and of what the authority said last.
create index einbuergerung_offen on kim.einbuergerung (kreis, traeger_id, konto_id, stand_seit desc, id desc)
  where stand in ('vorcheck', 'antrag', 'anhoerung', 'zusicherung');
create index freigabe_akte_ebh on kim.freigabe_akte (kreis, person_id) where art = 'ebh';
