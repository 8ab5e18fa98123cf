-- Cases that somebody asks after once more, and those that ended, are found without all others.
create index fall_nachsorge on kim.fall (kreis, traeger_id, konto_id, begonnen desc, id desc) where nachsorge_am is not null;
create index fall_beendet on kim.fall (kreis, traeger_id, konto_id, begonnen desc, id desc)
  where phase in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf');

-- Answers that nobody read are looked for among the releases of a year, not among all that ever were.
create index freigabe_der_akte on kim.freigabe (kreis, traeger_id, konto_id, gueltig_bis);
