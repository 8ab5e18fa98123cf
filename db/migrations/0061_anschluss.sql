-- That a person said yes to earlier contacts standing under her name: who asked, which day, how. Which consultations it was about stands
-- at them, and goes when she takes it back: an anonymous consultation must lead to nobody.
create table kim.anschluss (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  person_id   uuid not null,
  traeger_id  uuid not null,
  konto_id    uuid not null,
  was         text not null check (was in ('beratungen', 'zusammenfuehrung', 'name')),
  art         text not null check (art in ('muendlich', 'schriftlich', 'benannt')),
  am          date not null,
  gefragt_von uuid not null default nullif(current_setting('app.konto', true), '')::uuid,
  zusammenfuehrung_id uuid,
  zurueckgenommen_am date,
  version     int not null default 1,
  primary key (kreis, id),
  check ((was = 'zusammenfuehrung') = (zusammenfuehrung_id is not null)),
  check (zurueckgenommen_am >= am),
  foreign key (kreis, person_id, traeger_id, konto_id) references kim.person (kreis, id, traeger_id, konto_id)
    on update cascade on delete cascade,
  foreign key (kreis, gefragt_von) references kim.konto (kreis, id) on delete restrict,
  foreign key (kreis, zusammenfuehrung_id) references kim.zusammenfuehrung (kreis, id) on delete cascade
);
create index on kim.anschluss (kreis, person_id, am desc);
create index on kim.anschluss (kreis, gefragt_von);
create index on kim.anschluss (kreis, zusammenfuehrung_id) where zusammenfuehrung_id is not null;

alter table kim.beratung add column anschluss_id uuid;
alter table kim.beratung add foreign key (kreis, anschluss_id) references kim.anschluss (kreis, id) on delete set null (anschluss_id);
create index on kim.beratung (kreis, anschluss_id) where anschluss_id is not null;
