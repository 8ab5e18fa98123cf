-- MuKi-S: what the phone hour for the language of children asks beside a consultation, and the way of a child through DELFIN 4.

-- A call is a consultation and counted as one; here stands only what it tells more. It goes where the consultation goes.
create table kim.telefonsprechstunde (
  kreis       text not null,
  beratung_id uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  erfasst     date not null default current_date,
  anrufer     text not null check (anrufer in ('eltern', 'kita', 'schule', 'praxis', 'fachkraft', 'andere')),
  kind_alter  text check (kind_alter in ('unter_3', '3', '4', '5', '6_mehr')),
  frage       text not null check (frage in ('mehrsprachig', 'spricht_wenig', 'versteht_wenig', 'aussprache', 'redefluss',
                'uebergang', 'angebot', 'andere')),
  antwort     text not null check (antwort in ('beratung', 'logopaedie', 'kita_gespraech', 'angebot', 'folgetermin', 'offen')),
  version     int not null default 1,
  primary key (kreis, beratung_id),
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);
create index on kim.telefonsprechstunde (kreis, traeger_id, konto_id, erfasst desc, beratung_id desc);

create table kim.telefonsprechstunde_sprache (
  kreis       text not null,
  beratung_id uuid not null,
  sprache     text not null references ref.sprache (code) on delete restrict,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  primary key (kreis, beratung_id, sprache),
  foreign key (kreis, beratung_id, traeger_id, konto_id) references kim.beratung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

-- A child in the year of its test (two years before school).
create table kim.delfin (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  konto_id   uuid not null,
  person_id  uuid not null,
  jahr       int not null check (jahr between 2015 and 2999),
  ags        text not null,
  stand      text not null check (stand in ('eingeladen', 'kein_bedarf', 'bedarf', 'empfehlung', 'angemeldet', 'verpflichtet',
               'ohne_platz', 'platz', 'besucht', 'nachtest', 'eingeschult', 'verzogen')),
  stand_seit date not null,
  kita       bytea,
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, person_id, jahr),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
create index on kim.delfin (kreis, traeger_id, konto_id, stand_seit desc, id desc);

create table kim.delfin_schritt (
  kreis       text not null,
  delfin_id   uuid not null,
  folge       int not null check (folge > 0),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  von         text,
  nach        text not null,
  am          date not null,
  erfasst_von uuid not null,
  primary key (kreis, delfin_id, folge),
  foreign key (kreis, delfin_id, traeger_id, konto_id) references kim.delfin (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);

-- How many places there are for children with need, by Kommune and year. Nobody's data.
create table kim.delfin_platz (
  kreis   text not null,
  jahr    int not null check (jahr between 2015 and 2999),
  ags     text not null,
  plaetze int not null check (plaetze between 0 and 9999),
  primary key (kreis, jahr, ags),
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
