-- Two rows of a list that are one family, and one row that is two: households of a batch are joined and parted afterwards, and a slip of
-- the hand is taken back. What was joined into another is not deleted: it counts no longer, until that is taken back.

-- Numbers of a batch are given out by its row, so that two who add a household at once do not choose the same one.
alter table kim.zuweisung_stapel add column letzte_nr int not null default 0 check (letzte_nr >= 0);
update kim.zuweisung_stapel s set letzte_nr = coalesce(
  (select max(z.nr) from kim.zuweisung z where z.kreis = s.kreis and z.stapel_id = s.id), 0);

-- No cascade: a batch goes in one statement, and what the database deletes by itself it would count as its own.
alter table kim.zuweisung add column aufgegangen_in uuid check (aufgegangen_in <> id),
  add foreign key (kreis, aufgegangen_in) references kim.zuweisung (kreis, id);
create index on kim.zuweisung (kreis, aufgegangen_in);

-- What was joined and parted, and what went over with it: enough to take back the last time exactly.
create table kim.zuweisung_teilung (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  zuweisung_id    uuid not null,
  andere_id       uuid not null,
  folge           int not null check (folge > 0),
  art             text not null check (art in ('verbunden', 'getrennt')),
  menschen        int not null check (menschen between 1 and 30),
  mensch_ids      uuid[] not null default '{}',
  beratung_ids    uuid[] not null default '{}',
  themen          text[] not null default '{}',
  fassung         int not null,
  andere_fassung  int not null,
  am              date not null,
  zurueckgenommen boolean not null default false,
  erfasst_von     uuid not null,
  primary key (kreis, id),
  unique (kreis, zuweisung_id, folge),
  check (andere_id <> zuweisung_id),
  foreign key (kreis, zuweisung_id) references kim.zuweisung (kreis, id) on delete cascade,
  foreign key (kreis, andere_id) references kim.zuweisung (kreis, id) on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.zuweisung_teilung (kreis, andere_id);
