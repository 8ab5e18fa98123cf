create schema einwilligung;

-- Consent: to what, for whom, with which words. What may leave a file hangs on it.
create table kim.einwilligung_text (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  zweck           text not null check (zweck in ('begleitung', 'weitergabe', 'behoerde', 'uebergabe', 'konferenz', 'evaluation')),
  sprache         text not null check (sprache in ('de', 'de_leicht', 'ar', 'en', 'es', 'fa', 'pl', 'ru', 'tr', 'uk')),
  fassung         int not null check (fassung > 0),
  rechtsrahmen    text not null check (rechtsrahmen in ('dsgvo', 'kdg', 'dsg_ekd')),
  wortlaut        text not null check (length(wortlaut) between 1 and 6000),
  freigegeben_von uuid,
  freigegeben_am  date,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, traeger_id, zweck, sprache, fassung),
  unique (kreis, id, traeger_id),
  check ((freigegeben_von is null) = (freigegeben_am is null)),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, freigegeben_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.einwilligung_text (kreis, freigegeben_von);

create table kim.einwilligung (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  text_id         uuid not null,
  zweck           text not null check (zweck in ('begleitung', 'weitergabe', 'behoerde', 'uebergabe', 'konferenz', 'evaluation')),
  empfaenger_art  text not null check (empfaenger_art in ('eigener_traeger', 'traeger', 'auslaenderbehoerde', 'einbuergerungsbehoerde',
                    'amt', 'jobcenter', 'kita_schule', 'gesundheit', 'beratungsstelle', 'andere')),
  empfaenger      bytea,
  kategorien      text[] not null check (cardinality(kategorien) > 0 and kategorien <@ array['kontakt', 'familie', 'sprache', 'herkunft',
                    'aufenthalt', 'lebensunterhalt', 'bildung_arbeit', 'wohnen', 'verlauf', 'gesundheit', 'schutzbedarf']),
  stand           text not null check (stand in ('entwurf', 'erlaeutert', 'erteilt', 'eingeschraenkt', 'abgelehnt', 'widerrufen', 'ersetzt')),
  sprache         text check (sprache in ('de', 'de_leicht', 'ar', 'en', 'es', 'fa', 'pl', 'ru', 'tr', 'uk')),
  verstaendigung  text references ref.verstaendigung (code) on delete restrict,
  durch           text check (durch in ('person', 'sorge', 'beide')),
  form            text check (form in ('papier', 'muendlich')),
  zeuge           bytea,
  gueltig_ab      date,
  gueltig_bis     date,
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  check (stand in ('entwurf', 'erlaeutert', 'abgelehnt') or (durch is not null and form is not null and gueltig_ab is not null)),
  check (form <> 'muendlich' or zeuge is not null),
  check (gueltig_bis >= gueltig_ab),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, text_id, traeger_id) references kim.einwilligung_text (kreis, id, traeger_id) on delete restrict
);
create index on kim.einwilligung (kreis, person_id);
create index on kim.einwilligung (kreis, traeger_id, konto_id, gueltig_bis);
create index on kim.einwilligung (kreis, text_id);

-- What became of a consent, step by step. Nothing here is ever changed.
create table kim.einwilligung_schritt (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  einwilligung_id uuid not null,
  folge           int not null check (folge > 0),
  nach            text not null,
  am              date not null,
  erfasst_von     uuid not null,
  kategorien      text[] not null,
  gueltig_bis     date,
  grund           bytea,
  primary key (kreis, id),
  unique (kreis, einwilligung_id, folge),
  foreign key (kreis, einwilligung_id, traeger_id, konto_id) references kim.einwilligung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);

-- What left a file, to whom, on which consent. The database asks the consent itself (db/code/einwilligung.sql).
create table kim.weitergabe (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  traeger_id      uuid not null,
  konto_id        uuid not null,
  person_id       uuid not null,
  einwilligung_id uuid not null,
  am              date not null,
  art             text not null check (art in ('verweis', 'kopie', 'konferenz', 'ausgabe', 'evaluation')),
  kategorien      text[] not null check (cardinality(kategorien) > 0),
  erfasst_von     uuid not null,
  widerruf_mitgeteilt_am date,
  primary key (kreis, id),
  foreign key (kreis, person_id) references kim.person (kreis, id) on delete restrict,
  foreign key (kreis, einwilligung_id, traeger_id, konto_id) references kim.einwilligung (kreis, id, traeger_id, konto_id)
    on update cascade on delete restrict,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.weitergabe (kreis, person_id);
create index on kim.weitergabe (kreis, einwilligung_id, am desc, id desc);

-- Which law a Träger answers to, and from which age a child's own word is asked for beside that of the guardians.
alter table kim.traeger add column rechtsrahmen text not null default 'dsgvo' check (rechtsrahmen in ('dsgvo', 'kdg', 'dsg_ekd'));
alter table kim.traeger add column eigenes_wort_ab int not null default 14 check (eigenes_wort_ab between 7 and 17);
