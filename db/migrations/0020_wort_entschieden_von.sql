-- Words that were decided once can be seen and changed by whoever decided them: a list may hold anything in a column of words, so
-- that nobody else sees them.
alter table kim.wort
  add column entschieden_von uuid,
  add foreign key (kreis, entschieden_von, traeger_id) references kim.konto (kreis, id, traeger_id)
    on delete set null (entschieden_von);
create index on kim.wort (kreis, traeger_id, entschieden_von);
