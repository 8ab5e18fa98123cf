-- Understanding each other: who interprets for a Träger and when, which devices it has and whom they are lent to.

-- Somebody who interprets. Who it is and how to reach them is sealed.
create table kim.sprachmittler (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  name           bytea not null,
  telefon        bytea,
  email          bytea,
  notiz          bytea,
  geschlecht     text not null check (geschlecht in ('weiblich', 'maennlich', 'divers', 'ohne_angabe')),
  art            text not null check (art in ('ehrenamt', 'honorar', 'dienst')),
  satz_cent      int not null default 0 check (satz_cent between 0 and 20000),
  verpflichtet_am date,
  beendet_ab     date,
  version        int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
create index on kim.sprachmittler (kreis, traeger_id);

create table kim.sprachmittler_sprache (
  kreis            text not null,
  sprachmittler_id uuid not null,
  sprache          text not null references ref.sprache (code) on delete restrict,
  traeger_id       uuid not null,
  primary key (kreis, sprachmittler_id, sprache),
  foreign key (kreis, sprachmittler_id, traeger_id) references kim.sprachmittler (kreis, id, traeger_id) on delete cascade
);

-- One time that somebody interprets: asked for, booked, done, settled. It names no client; which appointment it is for stands in the file.
create table kim.sprachmittlung (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  traeger_id       uuid not null,
  gebucht_von      uuid not null,
  sprache          text not null references ref.sprache (code) on delete restrict,
  wunsch           text check (wunsch in ('weiblich', 'maennlich')),
  weg              text not null check (weg in ('vor_ort', 'telefon', 'video')),
  tag              date not null,
  beginn           int not null check (beginn between 0 and 1439),
  dauer            int not null check (dauer between 5 and 720),
  standort_id      uuid,
  sprachmittler_id uuid,
  stand            text not null check (stand in ('offen', 'gebucht', 'geleistet', 'abgerechnet', 'unbesetzt', 'abgesagt',
                     'ausgefallen')),
  minuten          int check (minuten between 1 and 1440),
  satz_cent        int,
  fahrt_cent       int check (fahrt_cent between 0 and 20000),
  betrag_cent      int,
  abgerechnet_am   date,
  version          int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  check ((stand in ('geleistet', 'abgerechnet'))
    = (minuten is not null and satz_cent is not null and fahrt_cent is not null and betrag_cent is not null)),
  check ((stand = 'abgerechnet') = (abgerechnet_am is not null)),
  check (stand not in ('gebucht', 'geleistet', 'abgerechnet', 'ausgefallen') or sprachmittler_id is not null),
  check (stand not in ('offen', 'unbesetzt') or sprachmittler_id is null),
  foreign key (kreis, gebucht_von) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict,
  foreign key (kreis, sprachmittler_id, traeger_id) references kim.sprachmittler (kreis, id, traeger_id) on delete restrict
);
create index on kim.sprachmittlung (kreis, traeger_id, tag desc, id desc);
create index on kim.sprachmittlung (kreis, sprachmittler_id, tag);
create index on kim.sprachmittlung (kreis, gebucht_von);
create index on kim.sprachmittlung (kreis, standort_id);

create table kim.sprachmittlung_schritt (
  kreis             text not null,
  sprachmittlung_id uuid not null,
  folge             int not null check (folge > 0),
  traeger_id        uuid not null,
  stand             text not null,
  am                date not null,
  getan_von         uuid not null,
  primary key (kreis, sprachmittlung_id, folge),
  foreign key (kreis, sprachmittlung_id, traeger_id) references kim.sprachmittlung (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, getan_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.sprachmittlung_schritt (kreis, getan_von);

create table kim.sprachmittlung_bezug (
  kreis             text not null,
  sprachmittlung_id uuid not null,
  traeger_id        uuid not null,
  konto_id          uuid not null,
  termin_id         uuid not null,
  primary key (kreis, sprachmittlung_id),
  foreign key (kreis, sprachmittlung_id, traeger_id) references kim.sprachmittlung (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, termin_id, traeger_id, konto_id) references kim.termin (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.sprachmittlung_bezug (kreis, termin_id);

-- Devices that translate.
create table kim.uebersetzungsgeraet (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  name        text collate kim.deutsch not null check (length(name) between 1 and 60),
  inventar    text check (length(inventar) <= 60),
  standort_id uuid not null,
  zustand     text not null check (zustand in ('bereit', 'reparatur', 'verloren', 'ausgemustert')),
  hinweis     text check (length(hinweis) <= 300),
  version     int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict
);
create unique index uebersetzungsgeraet_name on kim.uebersetzungsgeraet (kreis, traeger_id, lower(name));
create index on kim.uebersetzungsgeraet (kreis, standort_id);

create table kim.uebersetzungsgeraet_sprache (
  kreis      text not null,
  geraet_id  uuid not null,
  sprache    text not null references ref.sprache (code) on delete restrict,
  traeger_id uuid not null,
  primary key (kreis, geraet_id, sprache),
  foreign key (kreis, geraet_id, traeger_id) references kim.uebersetzungsgeraet (kreis, id, traeger_id) on delete cascade
);

-- To whom one was lent; the open one of a device has no day of return.
create table kim.geraet_ausleihe (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  traeger_id   uuid not null,
  geraet_id    uuid not null,
  an_konto_id  uuid,
  an_wen       bytea,
  seit         date not null,
  bis          date not null,
  zurueck      date,
  zustand      text check (zustand in ('bereit', 'reparatur', 'verloren')),
  getan_von    uuid not null,
  primary key (kreis, id),
  check ((an_konto_id is null) <> (an_wen is null)),
  check (seit <= bis),
  check (seit <= zurueck),
  check ((zurueck is null) = (zustand is null)),
  foreign key (kreis, geraet_id, traeger_id) references kim.uebersetzungsgeraet (kreis, id, traeger_id) on delete cascade,
  foreign key (kreis, an_konto_id) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, getan_von) references kim.konto (kreis, id) on delete restrict
);
create unique index geraet_verliehen on kim.geraet_ausleihe (kreis, geraet_id) where zurueck is null;
create index on kim.geraet_ausleihe (kreis, geraet_id, seit desc, id desc);
create index on kim.geraet_ausleihe (kreis, an_konto_id);
create index on kim.geraet_ausleihe (kreis, getan_von);

-- How people understood each other is recorded everywhere as in a consultation: a language and how it was bridged.
alter table kim.termin
  add column sprache        text references ref.sprache (code) on delete restrict,
  add column verstaendigung text references ref.verstaendigung (code) on delete restrict;
alter table kim.fallbesprechung
  add column sprache        text references ref.sprache (code) on delete restrict,
  add column verstaendigung text references ref.verstaendigung (code) on delete restrict;
