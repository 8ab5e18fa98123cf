-- Whoever may confirm a renewed account is appointed by two: one gives the role, another agrees. Otherwise somebody who manages
-- accounts could invent a second person. The nil id agrees for the program: for what was there before, and for the first of a
-- Träger.
alter table kim.rolle add column vergeben_von uuid, add column zugestimmt_von uuid;
alter table kim.rolle no force row level security;
update kim.rolle set zugestimmt_von = '00000000-0000-0000-0000-000000000000';
alter table kim.rolle force row level security;
alter table kim.rolle add constraint rolle_von_zweien check (
  zugestimmt_von = '00000000-0000-0000-0000-000000000000'
  or (zugestimmt_von <> konto_id and zugestimmt_von is distinct from vergeben_von));
