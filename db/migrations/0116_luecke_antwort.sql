-- Whether it became better, said by those who reported. An answer says of which gap it is, never whose; that only her own row does.
create table kim.luecke_antwort (
  kreis     text not null,
  id        uuid not null default gen_random_uuid(),
  luecke_id uuid not null,
  antwort   text not null check (antwort in ('besser', 'etwas', 'gleich', 'schlechter', 'weiss_nicht')),
  satz      text check (length(satz) between 1 and 400),
  am        date not null,
  primary key (kreis, id),
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete cascade
);
create index on kim.luecke_antwort (kreis, luecke_id);

alter table kim.luecke_melder add column antwort_id uuid;
alter table kim.luecke_melder add foreign key (kreis, antwort_id) references kim.luecke_antwort (kreis, id) on delete set null (antwort_id);
create index on kim.luecke_melder (kreis, antwort_id);
