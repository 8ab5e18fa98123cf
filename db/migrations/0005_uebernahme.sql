-- Lists of the years before: uploaded, read, decided on, taken over, and taken back if need be.

-- References to consultations and persons are checked row by row. Of two indexes that look equally good PostgreSQL takes the
-- newer one, and without statistics yet the index of the lists looks as good as the unique one: a first list of 100,000 rows
-- would read all of the account's rows for each. Hence the unique ones are made anew, and with them what refers to them.
alter table kim.beratung drop constraint beratung_kreis_id_traeger_id_konto_id_key cascade,
  add unique (kreis, id, traeger_id, konto_id);
alter table kim.beratung_thema add foreign key (kreis, beratung_id, traeger_id, konto_id)
  references kim.beratung (kreis, id, traeger_id, konto_id) on update cascade on delete cascade;
alter table kim.beratung_person add foreign key (kreis, beratung_id, traeger_id, konto_id)
  references kim.beratung (kreis, id, traeger_id, konto_id) on update cascade on delete cascade;
alter table kim.beratung_fassung add foreign key (kreis, beratung_id, traeger_id, konto_id)
  references kim.beratung (kreis, id, traeger_id, konto_id) on update cascade on delete cascade;
alter table kim.person drop constraint person_kreis_id_traeger_id_konto_id_key cascade,
  add unique (kreis, id, traeger_id, konto_id);
alter table kim.person_sprache add foreign key (kreis, person_id, traeger_id, konto_id)
  references kim.person (kreis, id, traeger_id, konto_id) on update cascade on delete cascade;
alter table kim.person_token add foreign key (kreis, person_id, traeger_id, konto_id)
  references kim.person (kreis, id, traeger_id, konto_id) on update cascade on delete cascade;
drop index kim.person_token_kreis_person_id_idx;
create index on kim.person_token (kreis, person_id, traeger_id, konto_id);

create table kim.uebernahme (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  konto_id       uuid not null,
  datei          bytea not null,
  abdruck        bytea not null,
  bytes          int not null check (bytes > 0),
  inhalt         bytea,
  entscheidungen bytea,
  befund         bytea,
  zahlen         jsonb,
  stand          text not null default 'liest' check (stand in
    ('liest', 'gelesen', 'unlesbar', 'uebernimmt', 'uebernommen', 'nimmt_zurueck', 'zurueckgenommen')),
  fortschritt    int not null default 0 check (fortschritt between 0 and 100),
  am             date not null default current_date,
  version        int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete restrict
);
comment on table kim.uebernahme is
  'Eine hochgeladene Liste und was aus ihr wurde. Name, Inhalt, Entscheidungen und Befund sind versiegelt; inhalt bleibt nur, bis die Liste übernommen ist. zahlen: Zählungen ohne Wörter.';
create index on kim.uebernahme (kreis, traeger_id, konto_id, am desc, id desc);
create index on kim.uebernahme (kreis, traeger_id, abdruck);

create table kim.wort (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  art        text not null check (art in
    ('thema', 'kommune', 'herkunft', 'sprache', 'kontaktweg', 'verstaendigung', 'ergebnis', 'neuzuweisung', 'alter')),
  abdruck    bytea not null,
  wort       bytea not null,
  stand      text not null default 'offen' check (stand in ('offen', 'zugeordnet', 'ohne_bedeutung')),
  code       text,
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  unique (kreis, traeger_id, art, abdruck),
  check ((stand = 'zugeordnet') = (code is not null)),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
comment on table kim.wort is
  'Ein Wort aus Listen eines Trägers, das keine Codeliste kennt, versiegelt; mit dem, was einmal darüber entschieden wurde.';

-- What a list does not tell stays empty; somebody who records a consultation has to say it.
alter table kim.beratung
  alter column kontaktweg drop not null,
  alter column dauer_min drop not null,
  add column uebernahme_id uuid,
  add column abdruck bytea,
  add check (uebernahme_id is not null or (kontaktweg is not null and dauer_min is not null)),
  add check (abdruck is null or uebernahme_id is not null),
  add foreign key (kreis, uebernahme_id, traeger_id) references kim.uebernahme (kreis, id, traeger_id) on delete restrict;
comment on column kim.beratung.abdruck is 'Schlüssel-Hash der Zeile, aus der die Beratung stammt: eine zweite Liste mit derselben Zeile fällt auf.';
create index on kim.beratung (kreis, uebernahme_id) where uebernahme_id is not null;
create index on kim.beratung (kreis, traeger_id, abdruck) where abdruck is not null;

alter table kim.person
  add column uebernahme_id uuid,
  add foreign key (kreis, uebernahme_id, traeger_id) references kim.uebernahme (kreis, id, traeger_id) on delete restrict;
create index on kim.person (kreis, uebernahme_id) where uebernahme_id is not null;

-- A theme that came out of a word knows it: when the word is decided anew, the theme follows.
alter table kim.beratung_thema
  add column wort_id uuid,
  add foreign key (kreis, wort_id, traeger_id) references kim.wort (kreis, id, traeger_id) on delete restrict;
create index on kim.beratung_thema (kreis, wort_id) where wort_id is not null;

create table kim.beratung_wort (
  kreis       text not null,
  beratung_id uuid not null,
  wort_id     uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  primary key (kreis, beratung_id, wort_id),
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, wort_id, traeger_id) references kim.wort (kreis, id, traeger_id) on delete restrict
);
comment on table kim.beratung_wort is 'Wörter einer übernommenen Beratung, die keine Codeliste kannte („nicht zugeordnet“).';
create index on kim.beratung_wort (kreis, wort_id);

create table kim.summe (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  uebernahme_id  uuid not null,
  von            date not null check (von >= date '2015-01-01'),
  bis            date not null check (bis >= von),
  ags            text not null,
  beratungen     int check (beratungen >= 0),
  neuzuweisungen int not null default 0 check (neuzuweisungen >= 0),
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  foreign key (kreis, uebernahme_id, traeger_id) references kim.uebernahme (kreis, id, traeger_id) on delete restrict,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
comment on table kim.summe is
  'Zählung einer Strichliste für eine Spanne von Tagen und eine Kommune. Nie einzelne Beratungen; beratungen leer: die Liste zählt nur Themen.';
create index on kim.summe (kreis, uebernahme_id);

create table kim.summe_thema (
  kreis         text not null,
  summe_id      uuid not null,
  traeger_id    uuid not null,
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  anzahl        int not null check (anzahl > 0),
  primary key (kreis, summe_id, handlungsfeld),
  foreign key (kreis, summe_id, traeger_id) references kim.summe (kreis, id, traeger_id) on delete cascade
);
comment on table kim.summe_thema is 'Nennungen eines Handlungsfelds in einer Summe, wie die Liste sie zählt.';

create table kim.summe_wort (
  kreis      text not null,
  summe_id   uuid not null,
  wort_id    uuid not null,
  traeger_id uuid not null,
  anzahl     int not null check (anzahl > 0),
  primary key (kreis, summe_id, wort_id),
  foreign key (kreis, summe_id, traeger_id) references kim.summe (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, wort_id, traeger_id) references kim.wort (kreis, id, traeger_id) on delete restrict
);
comment on table kim.summe_wort is 'Nennungen eines Worts in einer Summe; zählt zu einem Handlungsfeld, sobald das Wort eines hat.';
create index on kim.summe_wort (kreis, wort_id);

-- What was uploaded has a key of its own: when it goes, so does everything that was in the file.
alter table tresor.schluessel drop constraint schluessel_art_check,
  add constraint schluessel_art_check check (art in ('person', 'konto', 'beratung', 'traeger', 'uebernahme'));
