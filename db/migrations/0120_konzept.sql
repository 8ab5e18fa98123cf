-- The Handlungskonzept: what a group writes together, chapter by chapter, and what of it was adopted. It names nobody who is
-- counselled. A draft has no figures of its own; what is adopted keeps them, with the paper and the files, and never changes.
create table kim.konzept (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  titel        text not null check (length(titel) between 1 and 200),
  von          date not null check (extract(day from von) = 1),
  bis          date not null check (bis > von and extract(day from bis + 1) = 1),
  angelegt     date not null,
  angelegt_von uuid not null,
  version      int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, angelegt_von) references kim.konto (kreis, id) on delete restrict
);

-- Who belongs to the group that writes it. The coordination takes them in; nobody does so for herself.
create table kim.konzept_mitglied (
  kreis           text not null,
  konzept_id      uuid not null,
  konto_id        uuid not null,
  fuer            text not null check (length(fuer) between 1 and 120),
  schreibt        boolean not null,
  seit            date not null,
  aufgenommen_von uuid not null,
  primary key (kreis, konzept_id, konto_id),
  check (aufgenommen_von <> konto_id),
  foreign key (kreis, konzept_id) references kim.konzept (kreis, id) on delete cascade,
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade,
  foreign key (kreis, aufgenommen_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.konzept_mitglied (kreis, konto_id);

create table kim.konzept_kapitel (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  konzept_id    uuid not null,
  titel         text not null check (length(titel) between 1 and 120),
  handlungsfeld text references ref.handlungsfeld (code) on delete restrict,
  rang          int not null,
  version       int not null default 1,
  primary key (kreis, id),
  foreign key (kreis, konzept_id) references kim.konzept (kreis, id) on delete cascade
);
create index on kim.konzept_kapitel (kreis, konzept_id, rang);

-- A part of a chapter with its own version: two people in two parts are never in each other's way.
create table kim.konzept_teil (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  kapitel_id   uuid not null,
  art          text not null check (art in ('zugang', 'ausgangslage', 'stolperstein', 'ziel', 'massnahme', 'text')),
  text         text not null default '' check (length(text) <= 40000),
  version      int not null default 1,
  primary key (kreis, id),
  unique (kreis, kapitel_id, art),
  foreign key (kreis, kapitel_id) references kim.konzept_kapitel (kreis, id) on delete cascade
);

-- Each state that a part has ever had: what a merge begins from, and what can be taken again. Never changed.
create table kim.konzept_stand (
  kreis         text not null,
  teil_id       uuid not null,
  version       int not null,
  text          text not null check (length(text) <= 40000),
  am            date not null,
  von           uuid not null,
  zusammen      boolean not null default false,
  primary key (kreis, teil_id, version),
  foreign key (kreis, teil_id) references kim.konzept_teil (kreis, id) on delete cascade,
  foreign key (kreis, von) references kim.konto (kreis, id) on delete restrict
);

create table kim.konzept_kommentar (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  teil_id      uuid not null,
  stelle       text not null check (length(stelle) <= 2000),
  text         text not null check (length(text) between 1 and 2000),
  am           date not null,
  von          uuid not null,
  nr           int generated always as identity,
  erledigt_am  date,
  erledigt_von uuid,
  version      int not null default 1,
  primary key (kreis, id),
  check (num_nonnulls(erledigt_am, erledigt_von) in (0, 2)),
  foreign key (kreis, teil_id) references kim.konzept_teil (kreis, id) on delete cascade,
  foreign key (kreis, von) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, erledigt_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.konzept_kommentar (kreis, teil_id, nr);

-- A part as somebody proposes it, and the state that was before her eyes: accepting it is a merge with what was written since.
create table kim.konzept_vorschlag (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  teil_id          uuid not null,
  basis            int not null,
  text             text not null check (length(text) <= 40000),
  grund            text check (length(grund) between 1 and 1000),
  am               date not null,
  von              uuid not null,
  nr               int generated always as identity,
  stand            text not null default 'offen' check (stand in ('offen', 'angenommen', 'abgelehnt', 'zurueckgezogen')),
  entschieden_am   date,
  entschieden_von  uuid,
  antwort          text check (length(antwort) between 1 and 1000),
  version          int not null default 1,
  primary key (kreis, id),
  check ((stand = 'offen') = (entschieden_am is null)),
  check (num_nonnulls(entschieden_am, entschieden_von) in (0, 2)),
  foreign key (kreis, teil_id, basis) references kim.konzept_stand (kreis, teil_id, version) on delete cascade,
  foreign key (kreis, von) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, entschieden_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.konzept_vorschlag (kreis, teil_id, nr);

-- What a text relies on. It is named in the text by its number, which does not change.
create table kim.konzept_quelle (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  konzept_id uuid not null,
  nr         int not null check (nr > 0),
  text       text not null check (length(text) between 1 and 400),
  adresse    text check (length(adresse) between 1 and 400),
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, konzept_id, nr),
  foreign key (kreis, konzept_id) references kim.konzept (kreis, id) on delete cascade
);

create table kim.konzept_fassung (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  konzept_id       uuid not null,
  nummer           int not null check (nummer > 0),
  beschluss_id     uuid not null,
  beschlossen_am   date not null,
  beschluss        text not null check (length(beschluss) between 1 and 2400),
  aenderung        text check (length(aenderung) between 1 and 1000),
  papier           jsonb not null,
  pruefsumme       text not null check (pruefsumme ~ '^[0-9a-f]{64}$'),
  oeffentlich      boolean not null,
  festgehalten_am  date not null,
  festgehalten_von uuid not null,
  primary key (kreis, id),
  unique (kreis, konzept_id, nummer),
  unique (kreis, konzept_id, beschluss_id),
  foreign key (kreis, konzept_id) references kim.konzept (kreis, id) on delete restrict,
  foreign key (kreis, beschluss_id) references kim.beschluss (kreis, id) on delete restrict,
  foreign key (kreis, festgehalten_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.konzept_fassung (kreis, beschluss_id);

create table kim.konzept_dokument (
  kreis      text not null,
  fassung_id uuid not null,
  art        text not null check (art in ('pdf', 'docx')),
  inhalt     bytea not null,
  pruefsumme text not null check (pruefsumme ~ '^[0-9a-f]{64}$'),
  primary key (kreis, fassung_id, art),
  foreign key (kreis, fassung_id) references kim.konzept_fassung (kreis, id) on delete restrict
);

-- Adopted is adopted, also for whoever may write the table. Whether it is published is the one thing that may change.
create function kim.konzept_fassung_bleibt() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'oeffentlich' = to_jsonb(old) - 'oeffentlich' then
    return new;
  end if;
  raise exception 'Eine beschlossene Fassung ändert sich nicht.' using errcode = 'restrict_violation';
end
$$;
create trigger konzept_fassung_bleibt before update or delete on kim.konzept_fassung
  for each row execute function kim.konzept_fassung_bleibt();
create trigger konzept_fassung_bleibt_ganz before truncate on kim.konzept_fassung
  for each statement execute function kim.bleibt_ganz();

create function kim.konzept_dokument_bleibt() returns trigger language plpgsql as $$
begin
  raise exception 'Die Dateien einer beschlossenen Fassung ändern sich nicht.' using errcode = 'restrict_violation';
end
$$;
create trigger konzept_dokument_bleibt before update or delete on kim.konzept_dokument
  for each row execute function kim.konzept_dokument_bleibt();
create trigger konzept_dokument_bleibt_ganz before truncate on kim.konzept_dokument
  for each statement execute function kim.bleibt_ganz();
