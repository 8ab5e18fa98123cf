-- Where people are sent: organisations of a Kreis and what they offer. Nobody's data; a directory replaces it later.
create table kim.organisation (
  kreis          text not null,
  id             uuid not null default gen_random_uuid(),
  name           text collate kim.deutsch not null check (length(name) between 1 and 120),
  art            text not null check (art in ('beratungsstelle', 'sprachkurs', 'kita_schule', 'jobcenter', 'amt', 'gesundheit',
                   'traeger', 'verein', 'auslaenderbehoerde', 'einbuergerungsbehoerde', 'andere')),
  anschrift      text check (length(anschrift) <= 200),
  telefon        text check (length(telefon) <= 60),
  email          text check (length(email) <= 120),
  zeiten         text check (length(zeiten) <= 200),
  mitbringen     text[] not null default '{}' check (mitbringen <@ array['ausweis', 'aufenthalt', 'meldung', 'leistung', 'einkommen',
                   'zeugnis', 'gesundheitskarte', 'impfpass', 'miete', 'geburt', 'brief']),
  geschlossen_ab date,
  version        int not null default 1,
  primary key (kreis, id)
);
create unique index organisation_name on kim.organisation (kreis, lower(name));

create table kim.organisation_feld (
  kreis           text not null,
  organisation_id uuid not null,
  handlungsfeld   text not null references ref.handlungsfeld (code) on delete restrict,
  primary key (kreis, organisation_id, handlungsfeld),
  foreign key (kreis, organisation_id) references kim.organisation (kreis, id) on delete cascade
);

create table kim.organisation_sprache (
  kreis           text not null,
  organisation_id uuid not null,
  sprache         text not null references ref.sprache (code) on delete restrict,
  primary key (kreis, organisation_id, sprache),
  foreign key (kreis, organisation_id) references kim.organisation (kreis, id) on delete cascade
);

create table kim.angebot (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  organisation_id uuid not null,
  name            text collate kim.deutsch not null check (length(name) between 1 and 120),
  handlungsfeld   text not null references ref.handlungsfeld (code) on delete restrict,
  zeiten          text check (length(zeiten) <= 200),
  geschlossen_ab  date,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, organisation_id),
  foreign key (kreis, organisation_id) references kim.organisation (kreis, id) on delete restrict
);
create index on kim.angebot (kreis, organisation_id);

-- A person is sent somewhere with a need, and somebody asks what became of it.
create table kim.verweis (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  fall_id         uuid,
  organisation_id uuid not null,
  angebot_id      uuid,
  handlungsfeld   text not null references ref.handlungsfeld (code) on delete restrict,
  warum           text not null check (warum in ('angebot', 'zustaendig', 'fachwissen', 'naeher', 'wunsch', 'weiter')),
  bedarf          bytea,
  kontakt         text not null check (kontakt in ('selbst', 'begleitet', 'cm')),
  weitergabe_id   uuid,
  am              date not null,
  termin_am       date,
  termin_um       text check (termin_um ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  stand           text not null check (stand in ('offen', 'vermittelt', 'warteliste', 'angekommen', 'abgelehnt', 'nicht_wahrgenommen',
                    'zurueckgezogen')),
  stand_seit      date not null,
  absage          text check (absage in ('voll', 'kein_angebot', 'nicht_zustaendig', 'voraussetzung', 'sprache', 'kosten', 'weg',
                    'ohne_antwort', 'andere')),
  nachfragen_am   date not null,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check ((stand = 'abgelehnt') = (absage is not null)),
  check (termin_um is null or termin_am is not null),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, fall_id) references kim.fall (kreis, id) on delete restrict,
  foreign key (kreis, organisation_id) references kim.organisation (kreis, id) on delete restrict,
  foreign key (kreis, angebot_id, organisation_id) references kim.angebot (kreis, id, organisation_id) on delete restrict,
  foreign key (kreis, weitergabe_id) references kim.weitergabe (kreis, id) on delete restrict
);
create index on kim.verweis (kreis, person_id, am desc, id desc);
create index on kim.verweis (kreis, fall_id, am desc, id desc);
create index on kim.verweis (kreis, organisation_id);
create index on kim.verweis (kreis, angebot_id);
create index on kim.verweis (kreis, weitergabe_id);
create index on kim.verweis (kreis, traeger_id, konto_id, stand_seit desc, id desc);
create index verweis_nachfragen on kim.verweis (kreis, traeger_id, konto_id, nachfragen_am, id)
  where stand in ('offen', 'vermittelt', 'warteliste');

-- What became of it, step by step. A slip of the hand is taken back and stays readable as such.
create table kim.verweis_schritt (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  verweis_id      uuid not null,
  folge           int not null check (folge > 0),
  nach            text not null,
  am              date not null,
  absage          text,
  notiz           bytea,
  zurueckgenommen boolean not null default false,
  erfasst_von     uuid not null,
  primary key (kreis, id),
  unique (kreis, verweis_id, folge),
  foreign key (kreis, verweis_id, traeger_id, konto_id) references kim.verweis (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
