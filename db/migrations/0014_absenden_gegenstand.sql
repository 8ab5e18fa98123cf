-- Which record a sending changed and from which version: whoever changed a record in another tab is not told of "somebody else".
alter table kim.idempotenz add column gegenstand text check (length(gegenstand) <= 80);
alter table kim.idempotenz add column fassung integer;
create index on kim.idempotenz (kreis, konto_id, gegenstand) where gegenstand is not null;
