-- What did not come to its end: how often a job was begun for its subject, and when a service started. A clean end takes its
-- row away, so that what is left tells of crashes.
create table betrieb.auftrag_beginn (
  auftrag    text not null check (length(auftrag) <= 60),
  gegenstand text not null check (length(gegenstand) <= 60),
  anzahl     int not null default 1,
  zuletzt    timestamptz not null default now(),
  aufgegeben timestamptz,
  primary key (auftrag, gegenstand)
);

create table betrieb.dienst_start (
  id     uuid primary key default gen_random_uuid(),
  dienst text not null check (dienst in ('web', 'worker')),
  zeit   timestamptz not null default now()
);

-- The time that clean-up jobs last trusted, and another one that was seen since and is waited for.
create table betrieb.uhr (
  id          boolean primary key default true check (id),
  stand       timestamptz not null default now(),
  neu_seit    timestamptz,
  neu_zuletzt timestamptz
);
insert into betrieb.uhr default values;
