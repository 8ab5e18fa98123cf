-- A Träger says of a translation of any form that it is right, not only of the plan. The checksum is that of the German words and the
-- others beside them; what was released of the plan was read without the German in it, so it has to be read once more, and the page says so.
alter table kim.hilfeplan_uebersetzung rename to uebersetzung_freigabe;
alter table kim.uebersetzung_freigabe
  add column formular   text not null default 'hilfeplan' check (formular ~ '^[a-z_]{2,40}$'),
  add column gegenstand text not null default '' check (gegenstand ~ '^[0-9a-f-]{0,36}$');
alter table kim.uebersetzung_freigabe alter column formular drop default;
alter table kim.uebersetzung_freigabe drop constraint hilfeplan_uebersetzung_pkey;
alter table kim.uebersetzung_freigabe add primary key (kreis, traeger_id, formular, gegenstand, sprache);
