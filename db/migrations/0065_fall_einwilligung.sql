-- A case leans on a consent of its person. Cases of before, and those from lists, keep the day alone.
alter table kim.fall
  add column einwilligung_id uuid,
  add foreign key (kreis, einwilligung_id) references kim.einwilligung (kreis, id) on delete set null (einwilligung_id);
create index on kim.fall (kreis, einwilligung_id) where einwilligung_id is not null;
