-- Cases without contact are looked for among those that go on: through the index of all it walked every one that ever ended.
create index fall_laufend on kim.fall (kreis, traeger_id, konto_id, phase_seit, id)
  where phase not in ('abgeschlossen', 'nicht_zustande', 'verweis', 'widerruf');

-- What waits for its recipients is counted among the copies that can be read, not among all that ever came.
create index freigabe_lesbar on kim.freigabe (kreis, an_traeger_id, art, gueltig_bis) where schluessel is not null;
