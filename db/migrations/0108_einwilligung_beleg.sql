-- Signed on paper: the scan, a document of the person. Numbered after documents (0082), which it points to.
alter table kim.einwilligung add column beleg_id uuid;
alter table kim.einwilligung add foreign key (kreis, beleg_id) references kim.dokument (kreis, id) on delete set null (beleg_id);
create index on kim.einwilligung (kreis, beleg_id) where beleg_id is not null;
