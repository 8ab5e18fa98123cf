-- A referral that was sent as a link: its release knows it, so that what the place answers reaches it.
alter table kim.freigabe_akte add column verweis_id uuid;
alter table kim.freigabe_akte add foreign key (kreis, verweis_id) references kim.verweis (kreis, id) on delete restrict;
create index on kim.freigabe_akte (kreis, verweis_id);
