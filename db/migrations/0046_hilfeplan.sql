-- The plan of a case: goals in the words of the person, who does what until when. What was agreed stays as it was agreed; what
-- became of it since stands beside it.
create table kim.hilfeplan (
  kreis            text not null,
  id               uuid not null default gen_random_uuid(),
  fall_id          uuid not null,
  traeger_id       uuid not null,
  konto_id         uuid not null,
  fassung          int not null check (fassung > 0),
  ueberpruefung_am date,
  bemerkung        bytea,
  vereinbart_am    date,
  zustimmung       text check (zustimmung in ('unterschrieben', 'muendlich')),
  vereinbart_von   uuid,
  version          int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, fall_id, fassung),
  -- Agreed by both: on a day, by the person in some way, and by whoever counsels.
  check ((vereinbart_am is null) = (zustimmung is null) and (vereinbart_am is null) = (vereinbart_von is null)),
  check (vereinbart_am is null or ueberpruefung_am is not null),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, vereinbart_von) references kim.konto (kreis, id) on delete restrict
);
-- One draft a case.
create unique index hilfeplan_entwurf on kim.hilfeplan (kreis, fall_id) where vereinbart_am is null;

-- `faden` is the same for a goal, or a step, through all versions.
create table kim.hilfeplan_ziel (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  hilfeplan_id  uuid not null,
  traeger_id    uuid not null,
  konto_id      uuid not null,
  faden         uuid not null,
  rang          int not null check (rang > 0),
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  ziel          bytea not null,
  version       int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, hilfeplan_id, faden),
  foreign key (kreis, hilfeplan_id, traeger_id, konto_id) references kim.hilfeplan (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

create table kim.hilfeplan_schritt (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  ziel_id    uuid not null,
  traeger_id uuid not null,
  konto_id   uuid not null,
  faden      uuid not null,
  rang       int not null check (rang > 0),
  was        bytea not null,
  wer        text not null check (wer in ('person', 'beratung', 'beide', 'andere')),
  wer_name   bytea,
  bis        date,
  primary key (kreis, id),
  unique (kreis, ziel_id, faden),
  check ((wer = 'andere') = (wer_name is not null)),
  foreign key (kreis, ziel_id, traeger_id, konto_id) references kim.hilfeplan_ziel (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

-- What became of a step, one row a change; the last one counts.
create table kim.hilfeplan_stand (
  kreis         text not null,
  id            uuid not null default gen_random_uuid(),
  fall_id       uuid not null,
  traeger_id    uuid not null,
  konto_id      uuid not null,
  schritt_faden uuid not null,
  folge         int not null check (folge > 0),
  stand         text not null check (stand in ('offen', 'erledigt', 'entfaellt')),
  am            date not null,
  erfasst_von   uuid not null,
  primary key (kreis, id),
  unique (kreis, fall_id, schritt_faden, folge),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);

-- A day on which both looked back: at a review, or when the case is closed.
create table kim.hilfeplan_bewertung (
  kreis        text not null,
  id           uuid not null default gen_random_uuid(),
  fall_id      uuid not null,
  traeger_id   uuid not null,
  konto_id     uuid not null,
  hilfeplan_id uuid not null,
  folge        int not null check (folge > 0),
  anlass       text not null check (anlass in ('ueberpruefung', 'abschluss')),
  am           date not null,
  naechste_am  date,
  bemerkung    bytea,
  erfasst_von  uuid not null,
  primary key (kreis, id),
  unique (kreis, id, traeger_id, konto_id),
  unique (kreis, fall_id, folge),
  check (naechste_am is null or (naechste_am > am and anlass = 'ueberpruefung')),
  foreign key (kreis, fall_id, traeger_id, konto_id) references kim.fall (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, hilfeplan_id) references kim.hilfeplan (kreis, id) on delete cascade,
  foreign key (kreis, erfasst_von) references kim.konto (kreis, id) on delete restrict
);
create index on kim.hilfeplan_bewertung (kreis, hilfeplan_id);

-- Goal attainment, from -2 (much less than expected) over 0 (as expected) to 2 (much more): the scale of Goal Attainment Scaling
-- (Kiresuk and Sherman 1968).
create table kim.zielerreichung (
  kreis         text not null,
  bewertung_id  uuid not null,
  ziel_faden    uuid not null,
  traeger_id    uuid not null,
  konto_id      uuid not null,
  handlungsfeld text not null references ref.handlungsfeld (code) on delete restrict,
  wert          int not null check (wert between -2 and 2),
  primary key (kreis, bewertung_id, ziel_faden),
  foreign key (kreis, bewertung_id, traeger_id, konto_id) references kim.hilfeplan_bewertung (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade
);

-- What was agreed nobody changes: not the plan, not its goals, not their steps. Of the program's own roles; whose file it is changes
-- with a hand-over, and what is erased goes with the case.
create function kim.hilfeplan_bleibt() returns trigger language plpgsql as $$
declare
  zeile constant jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  plan uuid;
begin
  if current_user in ('kim_web', 'kim_worker') then
    plan := case tg_table_name
      when 'hilfeplan' then zeile ->> 'id'
      when 'hilfeplan_ziel' then zeile ->> 'hilfeplan_id'
      else (select z.hilfeplan_id::text from kim.hilfeplan_ziel z
        where z.kreis = zeile ->> 'kreis' and z.id = (zeile ->> 'ziel_id')::uuid)
    end;
    if exists (select from kim.hilfeplan p
      where p.kreis = zeile ->> 'kreis' and p.id = plan and p.vereinbart_am is not null) then
      raise exception 'Eine vereinbarte Fassung ändert sich nicht.' using errcode = 'restrict_violation';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger hilfeplan_bleibt before update or delete on kim.hilfeplan
  for each row execute function kim.hilfeplan_bleibt();
create trigger hilfeplan_bleibt before insert or update or delete on kim.hilfeplan_ziel
  for each row execute function kim.hilfeplan_bleibt();
create trigger hilfeplan_bleibt before insert or update or delete on kim.hilfeplan_schritt
  for each row execute function kim.hilfeplan_bleibt();
