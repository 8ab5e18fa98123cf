-- What was found in a list says more now (where titles came from, sheets without a list). Lists that wait for their decision are
-- read again, as after 0010.
alter table kim.uebernahme no force row level security;
update kim.uebernahme set stand = 'liest', fortschritt = 0, version = version + 1
  where stand = 'gelesen' and inhalt is not null;
alter table kim.uebernahme force row level security;
