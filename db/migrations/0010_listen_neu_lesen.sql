-- What was found in a list has a new form (every cell ends somewhere). Lists that wait for their decision are read again: the
-- worker takes up at its start what stands as being read. The owner passes the walls of this one table for this one statement.
alter table kim.uebernahme no force row level security;
update kim.uebernahme set stand = 'liest', fortschritt = 0, version = version + 1
  where stand = 'gelesen' and inhalt is not null;
alter table kim.uebernahme force row level security;
