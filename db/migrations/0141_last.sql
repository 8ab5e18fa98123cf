-- Cases by phase, as counts; and the same by Träger, for whoever coordinates: nobody opens a file for it.
delete from kim.auslastung;
alter table kim.auslastung drop constraint auslastung_art_check;
alter table kim.auslastung add constraint auslastung_art_check check (art in ('anfrage', 'assessment', 'hilfeplan', 'umsetzung',
  'evaluation', 'ruhend', 'frist', 'ueberfaellig'));

create table kim.auslastung_traeger (
  kreis      text not null,
  traeger_id uuid not null,
  art        text not null check (art in ('anfrage', 'assessment', 'hilfeplan', 'umsetzung', 'evaluation', 'ruhend', 'frist',
               'ueberfaellig', 'ohne')),
  anzahl     int not null check (anzahl > 0),
  primary key (kreis, traeger_id, art),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete cascade
);
