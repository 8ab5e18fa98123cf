-- A break is added to a gap that is known, and taken back; a reconstruction is read by a body; a case counts once for gaps that were put
-- together, also where it was reported before. (Behind the tables of reconstructions, which came with 0148.)

-- What was added to a gap and taken back stays where it is, and counts no more.
alter table kim.luecke_meldung add column zurueck_am date;

-- With which report a break was added to a gap that was there already; none where the gap was born of it.
alter table kim.rekonstruktion_luecke add column meldung_id uuid;
alter table kim.rekonstruktion_luecke add foreign key (kreis, meldung_id) references kim.luecke_meldung (kreis, id) on delete restrict;
create index on kim.rekonstruktion_luecke (kreis, meldung_id);

-- That a report is of a case or consultation that another report of the same group of gaps counts already: never which.
create table kim.luecke_doppelt (
  kreis      text not null,
  meldung_id uuid not null,
  primary key (kreis, meldung_id),
  foreign key (kreis, meldung_id) references kim.luecke_meldung (kreis, id) on delete cascade
);

-- What a body reads at a point: the reconstruction, and the paper as it was when it was put there.
alter table kim.top add column rekonstruktion_id uuid;
alter table kim.top add column unterlage jsonb;
alter table kim.top add constraint top_unterlage_check check ((rekonstruktion_id is null) = (unterlage is null));
alter table kim.top add foreign key (kreis, rekonstruktion_id) references kim.rekonstruktion (kreis, id) on delete restrict;
create index on kim.top (kreis, rekonstruktion_id);
