-- Two more kinds of Frist follow from data: how long a promise of naturalisation holds, and when somebody asks the authority again.
alter table kim.frist add column einbuergerung_id uuid;
alter table kim.frist drop column quelle_id;
alter table kim.frist add column quelle_id uuid generated always as (coalesce(aufenthalt_id, leistung_id, werdegang_id, einwilligung_id,
  vereinbarung_id, einbuergerung_id, fall_id)) stored;
create unique index on kim.frist (kreis, quelle_id, art) where art <> 'hand';
alter table kim.frist drop constraint frist_art_check;
alter table kim.frist add constraint frist_art_check check (art in ('hand', 'titel', 'fiktion', 'antwort', 'kurs', 'einwilligung',
  'ueberpruefung', 'punkt', 'nachsorge', 'zusicherung', 'einbuergerung'));
alter table kim.frist drop constraint frist_check2;
alter table kim.frist add constraint frist_check2 check (num_nonnulls(aufenthalt_id, leistung_id, werdegang_id, einwilligung_id,
  vereinbarung_id, einbuergerung_id) = case when art in ('hand', 'ueberpruefung', 'nachsorge') then 0 else 1 end);
alter table kim.frist add foreign key (kreis, einbuergerung_id) references kim.einbuergerung (kreis, id) on delete cascade;
create index on kim.frist (kreis, einbuergerung_id);
