-- A paper has chapters of its own: added, named, ordered, left out, and each written by somebody else at the same time.

create table kim.bericht_kapitel (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  bericht_id uuid not null,
  art        text not null check (art ~ '^[a-z_]{1,40}$'),
  titel      text not null check (length(titel) between 1 and 200),
  rang       int not null,
  entfaellt  boolean not null default false,
  text       text check (length(text) <= 12000),
  vorschlag  text not null default '',
  version    int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, bericht_id) references kim.bericht (kreis, id) on delete cascade
);
create index on kim.bericht_kapitel (kreis, bericht_id, rang);

-- What was written so far becomes the chapters that it stood in. The walls have no place for whoever migrates.
alter table kim.bericht no force row level security;
insert into kim.bericht_kapitel (kreis, bericht_id, art, titel, rang, text, vorschlag)
select b.kreis, b.id, k.art, k.titel, k.rang, b.texte -> k.baustein ->> 'text', coalesce(b.texte -> k.baustein ->> 'vorschlag', '')
from kim.bericht b, (values
  ('vorbemerkung',   'Vorbemerkung',                        1, 'vorbemerkung'),
  ('personal',       'Personelle Besetzung',                2, 'personal'),
  ('beratung',       'Arbeit des Case Managements',         3, 'beratung'),
  ('umfang',         'Umfang der Arbeit',                   4, null),
  ('themen',         'Themen',                              5, null),
  ('kommunen',       'Kommunen',                            6, null),
  ('verlauf',        'Verlauf',                             7, null),
  ('neuzuweisungen', 'Beratung neu zugewiesener Menschen',  8, null),
  ('ergebnisse',     'Ergebnisse und Vermittlungen',        9, null),
  ('verstaendigung', 'Verständigung',                      10, null),
  ('lenkungsgruppe', 'Systemlücken und Projektgruppen',    11, 'luecken'),
  ('ausblick',       'Ausblick',                           12, 'ausblick'),
  ('zahlen',         'Zu den Zahlen',                      13, null)
) as k (art, titel, rang, baustein);
alter table kim.bericht force row level security;

alter table kim.bericht drop column texte;
-- Counts every change to a draft, of its chapters as well: what is released is what was read.
alter table kim.bericht add column fassung int not null default 1;
-- What a released report says, as it was set; a later wording of the program does not touch it.
alter table kim.bericht add column papier jsonb;

create function kim.bericht_kapitel_bleibt() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from kim.bericht b
    where b.kreis = coalesce(new.kreis, old.kreis) and b.id in (new.bericht_id, old.bericht_id) and b.stand = 'freigegeben'
  ) then
    raise exception 'Die Kapitel eines freigegebenen Berichts ändern sich nicht.' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger bericht_kapitel_bleibt before insert or update or delete on kim.bericht_kapitel
  for each row execute function kim.bericht_kapitel_bleibt();
