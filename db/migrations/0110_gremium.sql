-- Bodies, what they meet about and what they decide. No row here says anything about a client; members need no account, and their
-- names and addresses are sealed. Times of day are minutes since midnight in Germany.
create table kim.gremium (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  art              text not null check (art in ('lenkungsgruppe', 'projektgruppe', 'arbeitsgruppe', 'konzeptgruppe', 'austausch')),
  name             text collate kim.deutsch not null check (length(name) between 1 and 120),
  auftrag          text check (length(auftrag) between 1 and 2000),
  rhythmus         text not null check (rhythmus in ('monat', 'quartal', 'halbjahr', 'jahr', 'bedarf')),
  quorum           text not null check (quorum in ('keines', 'haelfte', 'mehr_als_haelfte', 'zwei_drittel')),
  gegruendet_am    date not null,
  gegruendet_durch uuid,
  luecke_id        uuid,
  beendet_am       date,
  version          int not null default 1,
  primary key (kreis, id),
  check (gegruendet_am <= beendet_am),
  check (art <> 'projektgruppe' or gegruendet_durch is not null),
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict
);
create index on kim.gremium (kreis, luecke_id);

create table kim.gremium_mitglied (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  gremium_id   uuid not null,
  organisation text not null check (length(organisation) between 1 and 120),
  funktion     text check (length(funktion) between 1 and 120),
  rolle        text not null check (rolle in ('vorsitz', 'schrift', 'mitglied', 'beratend')),
  stimme       boolean not null,
  vertritt_id  uuid,
  name         bytea,
  email        bytea,
  schluessel   uuid,
  von          date not null,
  bis          date,
  version      int not null default 1,
  primary key (kreis, id),
  unique (kreis, gremium_id, id),
  check (von <= bis),
  check (vertritt_id <> id),
  -- A deputy has the voice of whom it stands in for, none of its own.
  check (vertritt_id is null or not stimme),
  check ((name is null and email is null) or schluessel is not null),
  foreign key (kreis, gremium_id) references kim.gremium (kreis, id) on delete restrict,
  foreign key (kreis, gremium_id, vertritt_id) references kim.gremium_mitglied (kreis, gremium_id, id) on delete restrict
);
create index on kim.gremium_mitglied (kreis, gremium_id, vertritt_id);

-- What comes back at every meeting.
create table kim.gremium_punkt (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  gremium_id uuid not null,
  titel      text not null check (length(titel) between 1 and 160),
  rang       int not null,
  primary key (kreis, id),
  foreign key (kreis, gremium_id) references kim.gremium (kreis, id) on delete restrict
);
create index on kim.gremium_punkt (kreis, gremium_id, rang);

create table kim.gremium_sitzung (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  gremium_id   uuid not null,
  tag          date not null,
  beginn       int not null check (beginn between 0 and 1439),
  ende         int not null check (ende between 1 and 1440),
  ort          text not null check (length(ort) between 1 and 160),
  hinweis      text check (length(hinweis) between 1 and 1000),
  stand        text not null check (stand in ('geplant', 'eingeladen', 'durchgefuehrt', 'entwurf', 'freigegeben', 'abgesagt')),
  stand_seit   date not null,
  folge        int,
  eingeladen_am date,
  version      int not null default 1,
  primary key (kreis, id),
  unique (kreis, gremium_id, id),
  check (beginn < ende),
  foreign key (kreis, gremium_id) references kim.gremium (kreis, id) on delete restrict
);
create index on kim.gremium_sitzung (kreis, tag desc, id desc);

-- Where a meeting stood, from when on and through whom. Nothing here is ever changed.
create table kim.gremium_sitzung_schritt (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  nr         int generated always as identity,
  sitzung_id uuid not null,
  von        text,
  nach       text not null,
  am         date not null,
  grund      text check (length(grund) between 1 and 1000),
  getan_von  uuid not null,
  primary key (kreis, id),
  foreign key (kreis, sitzung_id) references kim.gremium_sitzung (kreis, id) on delete restrict
);
create index on kim.gremium_sitzung_schritt (kreis, sitzung_id, nr);

-- A member at a meeting: what was sent, what was answered, who came.
create table kim.gremium_teilnahme (
  kreis       text not null,
  sitzung_id  uuid not null,
  mitglied_id uuid not null,
  folge       int,
  gesendet_am date,
  antwort     text check (antwort in ('zusage', 'absage', 'vertretung')),
  antwort_am  date,
  anwesend    boolean,
  primary key (kreis, sitzung_id, mitglied_id),
  foreign key (kreis, sitzung_id) references kim.gremium_sitzung (kreis, id) on delete restrict,
  foreign key (kreis, mitglied_id) references kim.gremium_mitglied (kreis, id) on delete restrict
);
create index on kim.gremium_teilnahme (kreis, mitglied_id);

-- What a body reads before it decides: about a gap, with figures that follow the evaluation until it met.
create table kim.vorlage (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  luecke_id     uuid,
  titel         text not null check (length(titel) between 1 and 160),
  problem       text check (length(problem) between 1 and 4000),
  haeufigkeit   text check (length(haeufigkeit) between 1 and 2000),
  orte          text check (length(orte) between 1 and 2000),
  aemter        text check (length(aemter) between 1 and 2000),
  moeglichkeiten text check (length(moeglichkeiten) between 1 and 4000),
  vorschlag     text check (length(vorschlag) between 1 and 2000),
  zahlen_von    date,
  zahlen_bis    date,
  zahlen        jsonb,
  angelegt_am   date not null,
  version       int not null default 1,
  primary key (kreis, id),
  check (zahlen_von <= zahlen_bis),
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict
);
create index on kim.vorlage (kreis, luecke_id);

create table kim.top (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  sitzung_id uuid not null,
  rang       int not null,
  titel      text not null check (length(titel) between 1 and 160),
  luecke_id  uuid,
  vorlage_id uuid,
  auftrag_id uuid,
  punkt_id   uuid,
  notiz      text check (length(notiz) between 1 and 20000),
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, sitzung_id, id),
  foreign key (kreis, sitzung_id) references kim.gremium_sitzung (kreis, id) on delete restrict,
  foreign key (kreis, luecke_id) references kim.luecke (kreis, id) on delete restrict,
  foreign key (kreis, vorlage_id) references kim.vorlage (kreis, id) on delete restrict,
  foreign key (kreis, punkt_id) references kim.gremium_punkt (kreis, id) on delete set null (punkt_id)
);
create index on kim.top (kreis, sitzung_id, rang);
create index on kim.top (kreis, luecke_id);
create index on kim.top (kreis, vorlage_id);
create index on kim.top (kreis, punkt_id);

create table kim.beschluss (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  sitzung_id  uuid not null,
  top_id      uuid not null,
  jahr        int not null,
  nummer      int not null check (nummer > 0),
  gefasst_am  date not null,
  wortlaut    text not null check (length(wortlaut) between 1 and 2000),
  ergebnis    text not null check (ergebnis in ('angenommen', 'abgelehnt')),
  ja          int check (ja >= 0),
  nein        int check (nein >= 0),
  enthaltung  int check (enthaltung >= 0),
  luecke_nach text,
  version     int not null default 1,
  primary key (kreis, id),
  unique (kreis, jahr, nummer),
  check (num_nonnulls(ja, nein, enthaltung) in (0, 3)),
  check (jahr = extract(year from gefasst_am)),
  foreign key (kreis, sitzung_id, top_id) references kim.top (kreis, sitzung_id, id) on delete restrict
);
create index on kim.beschluss (kreis, sitzung_id, top_id);
create index on kim.beschluss (kreis, gefasst_am desc, nummer desc, id desc);

alter table kim.gremium add foreign key (kreis, gegruendet_durch) references kim.beschluss (kreis, id) on delete restrict;
create unique index gremium_gegruendet on kim.gremium (kreis, gegruendet_durch) where gegruendet_durch is not null;

create table kim.auftrag (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  sitzung_id   uuid not null,
  top_id       uuid not null,
  beschluss_id uuid,
  was          text not null check (length(was) between 1 and 1000),
  mitglied_id  uuid,
  stelle       text check (length(stelle) between 1 and 120),
  faellig_am   date not null,
  stand        text not null check (stand in ('offen', 'in_arbeit', 'erledigt', 'entfallen')),
  stand_seit   date not null,
  erinnert_am  date,
  version      int not null default 1,
  primary key (kreis, id),
  check (num_nonnulls(mitglied_id, stelle) = 1),
  foreign key (kreis, sitzung_id, top_id) references kim.top (kreis, sitzung_id, id) on delete restrict,
  foreign key (kreis, beschluss_id) references kim.beschluss (kreis, id) on delete restrict,
  foreign key (kreis, mitglied_id) references kim.gremium_mitglied (kreis, id) on delete restrict
);
create index on kim.auftrag (kreis, sitzung_id, top_id);
create index on kim.auftrag (kreis, beschluss_id);
create index on kim.auftrag (kreis, mitglied_id);
create index on kim.auftrag (kreis, stand, faellig_am);
alter table kim.top add foreign key (kreis, auftrag_id) references kim.auftrag (kreis, id) on delete restrict;
create index on kim.top (kreis, auftrag_id);

-- What became of an Auftrag. Nothing here is ever changed.
create table kim.auftrag_schritt (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  nr         int generated always as identity,
  auftrag_id uuid not null,
  von        text,
  nach       text not null,
  am         date not null,
  notiz      text check (length(notiz) between 1 and 1000),
  faellig_am date not null,
  getan_von  uuid not null,
  primary key (kreis, id),
  foreign key (kreis, auftrag_id) references kim.auftrag (kreis, id) on delete restrict
);
create index on kim.auftrag_schritt (kreis, auftrag_id, nr);

-- The minutes of a meeting as they were released. What is corrected later is a new version beside it.
create table kim.gremium_protokoll (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  sitzung_id      uuid not null,
  fassung         int not null check (fassung > 0),
  inhalt          jsonb not null,
  grund           text check (length(grund) between 1 and 1000),
  freigegeben_am  date not null,
  freigegeben_von uuid not null,
  primary key (kreis, id),
  unique (kreis, sitzung_id, fassung),
  check ((fassung = 1) = (grund is null)),
  foreign key (kreis, sitzung_id) references kim.gremium_sitzung (kreis, id) on delete restrict
);

create function kim.gremium_protokoll_bleibt() returns trigger language plpgsql as $$
begin
  raise exception 'Ein freigegebenes Protokoll ändert sich nicht.' using errcode = 'restrict_violation';
end
$$;
create trigger gremium_protokoll_bleibt before update or delete on kim.gremium_protokoll
  for each row execute function kim.gremium_protokoll_bleibt();
