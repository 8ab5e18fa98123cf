-- Lists of persons and cases: a case knows the list that it came from, and words may say where a case stands and why it ended.
alter table kim.fall
  add column uebernahme_id uuid,
  add foreign key (kreis, uebernahme_id, traeger_id) references kim.uebernahme (kreis, id, traeger_id) on delete restrict;
create index on kim.fall (kreis, uebernahme_id) where uebernahme_id is not null;

alter table kim.wort drop constraint wort_art_check;
alter table kim.wort add constraint wort_art_check check (art in
  ('thema', 'kommune', 'herkunft', 'sprache', 'kontaktweg', 'verstaendigung', 'ergebnis', 'neuzuweisung', 'alter', 'phase',
   'abschlussgrund'));

-- What was found in a list says more now. Lists that wait for their decision are read again, as after 0010.
alter table kim.uebernahme no force row level security;
update kim.uebernahme set stand = 'liest', fortschritt = 0, version = version + 1
  where stand = 'gelesen' and inhalt is not null;
alter table kim.uebernahme force row level security;
