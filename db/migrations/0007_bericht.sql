-- The half-year paper for the committee: drafts that people edit, and released reports that nobody changes any more.

create table kim.bericht (
  kreis           text not null,
  id              uuid not null default gen_random_uuid(),
  von             date not null check (extract(day from von) = 1),
  bis             date not null check (bis > von and extract(day from bis + 1) = 1),
  titel           text not null check (length(titel) between 1 and 200),
  kopf            jsonb not null default '{}',
  texte           jsonb not null default '{}',
  stand           text not null default 'entwurf' check (stand in ('entwurf', 'freigegeben')),
  jahr            int,
  nummer          int check (nummer > 0),
  berichtigt      uuid,
  grund           text check (length(grund) between 1 and 500),
  angelegt        date not null default current_date,
  angelegt_von    uuid not null,
  freigegeben     date,
  freigegeben_von uuid,
  kennzahlen      jsonb,
  pruefsumme      text check (pruefsumme ~ '^[0-9a-f]{64}$'),
  version         int not null default 1,
  primary key (kreis, id),
  unique (kreis, jahr, nummer),
  check ((berichtigt is null) = (grund is null)),
  check (stand = 'entwurf' or (jahr is not null and nummer is not null and freigegeben is not null
    and freigegeben_von is not null and kennzahlen is not null and pruefsumme is not null)),
  check (stand = 'freigegeben' or (jahr is null and nummer is null and freigegeben is null
    and freigegeben_von is null and kennzahlen is null and pruefsumme is null)),
  foreign key (kreis, berichtigt) references kim.bericht (kreis, id) on delete restrict,
  foreign key (kreis, angelegt_von) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, freigegeben_von) references kim.konto (kreis, id) on delete restrict
);
comment on table kim.bericht is
  'Halbjahresbericht für den Ausschuss. Ein Entwurf hat keine Nummer und keine eigenen Zahlen; mit der Freigabe werden beide festgehalten und ändern sich nie mehr. berichtigt: der frühere Bericht, den dieser ersetzt.';
create index on kim.bericht (kreis, von desc, id desc);
create unique index bericht_berichtigt on kim.bericht (kreis, berichtigt) where berichtigt is not null;

create table kim.bericht_dokument (
  kreis      text not null,
  bericht_id uuid not null,
  art        text not null check (art in ('pdf', 'docx', 'json')),
  inhalt     bytea not null,
  pruefsumme text not null check (pruefsumme ~ '^[0-9a-f]{64}$'),
  primary key (kreis, bericht_id, art),
  foreign key (kreis, bericht_id) references kim.bericht (kreis, id) on delete restrict
);
comment on table kim.bericht_dokument is 'Die Dateien eines freigegebenen Berichts, Byte für Byte wie veröffentlicht.';

-- Released is released, also for whoever may write the table, the owner of the database included.
create function kim.bericht_bleibt() returns trigger language plpgsql as $$
begin
  if old.stand = 'freigegeben' then
    raise exception 'Ein freigegebener Bericht wird nicht mehr geändert.' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger bericht_bleibt before update or delete on kim.bericht
  for each row execute function kim.bericht_bleibt();

-- Documents come with the release, in the same transaction and before it; afterwards none is added, replaced or taken away.
create function kim.bericht_dokument_bleibt() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or exists (
    select 1 from kim.bericht b where b.kreis = new.kreis and b.id = new.bericht_id and b.stand = 'freigegeben'
  ) then
    raise exception 'Die Dateien eines freigegebenen Berichts ändern sich nicht.' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger bericht_dokument_bleibt before insert or update or delete on kim.bericht_dokument
  for each row execute function kim.bericht_dokument_bleibt();
