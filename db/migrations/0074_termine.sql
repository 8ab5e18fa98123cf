-- One's own calendar. Times of day are minutes since midnight in Germany: what is agreed is a wall clock, summer or winter.
create table kim.sprechstunde (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  standort_id uuid not null,
  raum        text check (length(raum) <= 60),
  rhythmus    text not null check (rhythmus in ('woche', 'zwei_wochen', 'monat')),
  wochentag   int not null check (wochentag between 1 and 7),
  woche       int check (woche in (-1, 1, 2, 3, 4)),
  beginn      int not null check (beginn between 0 and 1439),
  ende        int not null check (ende between 1 and 1440),
  ab          date not null,
  bis         date,
  version     int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check (beginn < ende),
  check (ab <= bis),
  check ((rhythmus = 'monat') = (woche is not null)),
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict
);
create index on kim.sprechstunde (kreis, traeger_id, konto_id, ab desc, id desc);
create index on kim.sprechstunde (kreis, standort_id);

create table kim.sprechstunde_ausnahme (
  kreis           text not null,
  sprechstunde_id uuid not null,
  tag             date not null,
  traeger_id      uuid not null,
  konto_id        uuid not null,
  primary key (kreis, sprechstunde_id, tag),
  foreign key (kreis, sprechstunde_id, traeger_id, konto_id) references kim.sprechstunde (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

create table kim.termin (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  person_id   uuid,
  betreff     bytea,
  tag         date not null,
  beginn      int not null check (beginn between 0 and 1439),
  dauer       int not null check (dauer between 5 and 720),
  standort_id uuid,
  raum        text check (length(raum) <= 60),
  stand       text not null default 'geplant' check (stand in ('geplant', 'wahrgenommen', 'abgesagt', 'nicht_erschienen')),
  version     int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict
);
create index on kim.termin (kreis, traeger_id, konto_id, tag, beginn, id);
create index on kim.termin (kreis, person_id, tag);
create index on kim.termin (kreis, standort_id);

-- What became of an appointment: every day and hour it once had, and every state. Never changed.
create table kim.termin_schritt (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  termin_id   uuid not null,
  folge       int not null check (folge > 0),
  stand       text not null check (stand in ('geplant', 'wahrgenommen', 'abgesagt', 'nicht_erschienen')),
  tag         date not null,
  beginn      int not null,
  am          date not null,
  erfasst_von uuid not null,
  grund       bytea,
  primary key (kreis, id),
  unique (kreis, termin_id, folge),
  foreign key (kreis, termin_id, traeger_id, konto_id) references kim.termin (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.termin_schritt (kreis, erfasst_von);
