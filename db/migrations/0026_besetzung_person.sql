-- Somebody without an account on two half posts is one person: rows of the same one share `person`. Where two people are paid for
-- one post for a while, the one who comes second says why.
alter table kim.besetzung
  add column person uuid,
  add column ueberschneidung text check (ueberschneidung in ('einarbeitung', 'uebergabe', 'bewilligt'));
