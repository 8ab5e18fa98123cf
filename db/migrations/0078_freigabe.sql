create schema freigabe;

-- Who can be sent a copy: the foreigners' or naturalisation authority at a Träger, or whoever counsels at another one. The public
-- half of their key is here for everybody of the Kreis; the private one lies in tresor, behind their own wall.
create table kim.empfaenger (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  traeger_id   uuid not null,
  art          text not null check (art in ('abh', 'ebh', 'traeger')),
  oeffentlich  text not null check (length(oeffentlich) = 43),
  primary key (kreis, id),
  unique (kreis, traeger_id, art),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);

create table tresor.empfaenger_schluessel (
  kreis        text not null,
  id           uuid not null,
  traeger_id   uuid not null,
  art          text not null check (art in ('abh', 'ebh', 'traeger')),
  verpackt     bytea not null,
  primary key (kreis, id)
);

-- The giver's side of a copy, in the file of the person: what was asked, what went out, and the key of the copy under hers.
create table kim.freigabe_akte (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  fall_id         uuid,
  art             text not null check (art in ('abh', 'ebh', 'traeger', 'link')),
  an_traeger_id   uuid,
  empfaenger_art  text not null,
  empfaenger      bytea,
  anliegen        bytea not null,
  angaben         bytea,
  schluessel      bytea,
  weitergabe_id   uuid,
  angelegt_am     date not null,
  gelesen_bis     int not null default 0,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check ((art = 'link') = (an_traeger_id is null)),
  check (art <> 'traeger' or an_traeger_id <> traeger_id),
  check ((weitergabe_id is null) = (schluessel is null)),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, fall_id) references kim.fall (kreis, id) on delete restrict,
  foreign key (kreis, an_traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, weitergabe_id) references kim.weitergabe (kreis, id) on delete restrict
);
create index on kim.freigabe_akte (kreis, person_id, angelegt_am desc, id desc);
create index on kim.freigabe_akte (kreis, fall_id, angelegt_am desc, id desc);
create index on kim.freigabe_akte (kreis, weitergabe_id);
create index on kim.freigabe_akte (kreis, an_traeger_id);

-- The copy as both sides see it: nothing that names anybody. Its key is sealed for the recipients and goes when it is locked.
create table kim.freigabe (
  kreis           text not null,
  id              uuid not null,
  traeger_id      uuid not null,
  konto_id        uuid not null,
  art             text not null check (art in ('abh', 'ebh', 'traeger', 'link')),
  an_traeger_id   uuid,
  stand           text not null check (stand in ('freigegeben', 'termin', 'ergebnis', 'angeboten', 'rueckfrage', 'angenommen',
                    'abgelehnt', 'gesendet', 'beantwortet', 'erledigt')),
  gesendet_am     date not null,
  gueltig_bis     date not null,
  schluessel      bytea,
  link_hash       bytea,
  fehlversuche    int not null default 0,
  angenommen_von  uuid,
  gesperrt_am     timestamptz,
  gesperrt_weil   text check (gesperrt_weil in ('zurueckgezogen', 'widerruf', 'versuche', 'abgelaufen')),
  version         int not null default 1,
  primary key (kreis, id),
  check ((art = 'link') = (link_hash is not null)),
  check ((art = 'link') = (an_traeger_id is null)),
  check ((gesperrt_am is null) = (gesperrt_weil is null)),
  check (gesperrt_am is null or schluessel is null),
  foreign key (kreis, id, traeger_id, konto_id) references kim.freigabe_akte (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, an_traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, angenommen_von) references kim.konto (kreis, id) on delete restrict
);
create unique index on kim.freigabe (kreis, link_hash);
create index on kim.freigabe (kreis, an_traeger_id, art, gesendet_am desc, id desc);
create index on kim.freigabe (kreis, angenommen_von);
create index on kim.freigabe (kreis, traeger_id, konto_id);

-- What was released, frozen, under the key of the copy: in full, and of an offer what may be seen before it is accepted.
create table kim.freigabe_inhalt (
  kreis        text not null,
  freigabe_id  uuid not null,
  teil         text not null check (teil in ('vorschau', 'voll')),
  inhalt       bytea not null,
  primary key (kreis, freigabe_id, teil),
  foreign key (kreis, freigabe_id) references kim.freigabe (kreis, id) on delete cascade
);

-- What happened to a copy, for both sides. Nothing here is ever changed.
create table kim.freigabe_schritt (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  freigabe_id  uuid not null,
  folge        int not null check (folge > 0),
  am           timestamptz not null default now(),
  seite        text not null check (seite in ('geber', 'empfaenger', 'kim')),
  von          uuid,
  art          text not null check (art in ('gesendet', 'geoeffnet', 'termin', 'ergebnis', 'rueckfrage', 'antwort', 'angenommen',
                 'warteliste', 'abgelehnt', 'erledigt', 'gesperrt')),
  tag          date,
  inhalt       bytea,
  primary key (kreis, id),
  unique (kreis, freigabe_id, folge),
  foreign key (kreis, freigabe_id) references kim.freigabe (kreis, id) on delete cascade,
  foreign key (kreis, von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.freigabe_schritt (kreis, von);

-- The receiver's side of a hand-over, in its own file: which person came by which offer.
create table kim.freigabe_uebernahme (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  traeger_id   uuid not null,
  konto_id     uuid not null,
  person_id    uuid not null,
  freigabe_id  uuid not null,
  am           date not null,
  angaben      bytea not null,
  primary key (kreis, id),
  unique (kreis, freigabe_id),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, freigabe_id) references kim.freigabe (kreis, id) on delete restrict
);
create index on kim.freigabe_uebernahme (kreis, person_id);
