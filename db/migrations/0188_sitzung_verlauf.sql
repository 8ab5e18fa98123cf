-- What happens in the middle of a meeting: a point is put off and comes back, somebody leaves, and a decision keeps how many voices were
-- there when it was taken. Times of day are minutes since midnight.
alter table kim.top
  add column vertagt boolean not null default false,
  add column vertagt_aus uuid,
  add foreign key (kreis, vertagt_aus) references kim.top (kreis, id) on delete restrict;
create index on kim.top (kreis, vertagt_aus);

alter table kim.gremium_teilnahme
  add column gegangen_um int check (gegangen_um between 0 and 1439),
  -- Only who was there can leave.
  add check (gegangen_um is null or anwesend);

alter table kim.beschluss
  add column da int,
  add column alle int,
  add check ((da is null) = (alle is null)),
  add check (da between 0 and alle);
