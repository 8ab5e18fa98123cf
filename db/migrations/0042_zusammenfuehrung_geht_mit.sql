-- The history of a merging that was undone goes with either of the two.
alter table kim.zusammenfuehrung drop constraint zusammenfuehrung_kreis_person_id_fkey;
alter table kim.zusammenfuehrung add foreign key (kreis, person_id) references kim.person (kreis, id) on delete cascade;
alter table kim.zusammenfuehrung drop constraint zusammenfuehrung_kreis_in_person_id_traeger_id_konto_id_fkey;
alter table kim.zusammenfuehrung add foreign key (kreis, in_person_id, traeger_id, konto_id)
  references kim.person (kreis, id, traeger_id, konto_id) on update cascade on delete cascade;
