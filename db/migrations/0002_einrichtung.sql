-- The installation and its people: Kreis, Kommunen, Träger, sites, accounts, ways to sign in, sessions.
--
-- Every table in schema kim is a tenant table: `kreis` stands first in every key, and references between tenant tables
-- carry it too, because foreign-key checks do not ask row-level security. Schema betrieb belongs to the installation and
-- holds nothing that names a person.

create table betrieb.mandant (
  kreis    text primary key references ref.kim_kommune (code) on delete restrict,
  angelegt date not null default current_date
);
comment on table betrieb.mandant is 'Die Kreise, die diese Installation führt.';

create table betrieb.merkmal (
  name text primary key,
  wert text not null
);
comment on table betrieb.merkmal is 'Eigenschaften der Installation, etwa dass sie nur erfundene Daten hält.';

create table betrieb.einrichtung (
  token_hash bytea primary key,
  gueltig_bis timestamptz not null,
  verbraucht  timestamptz
);
comment on table betrieb.einrichtung is 'Einmal-Links der ersten Einrichtung; nur ihr Hash.';

create table betrieb.anmeldename (
  email_hash bytea primary key,
  kreis      text not null references betrieb.mandant (kreis) on delete restrict,
  konto_id   uuid not null
);
comment on table betrieb.anmeldename is
  'Verzeichnis vor der Anmeldung: welcher Kreis gehört zu dieser E-Mail-Adresse? Nur ein Schlüssel-Hash, keine Adresse.';

create table betrieb.anmeldeversuch (
  schluessel    bytea primary key,
  fehlversuche  int not null default 0,
  zuletzt       timestamptz not null,
  gesperrt_bis  timestamptz
);
comment on table betrieb.anmeldeversuch is 'Zähler je Konto und je Absender-Adresse (beide als Schlüssel-Hash), vor jeder Passwortprüfung gelesen.';

create table betrieb.herzschlag (
  dienst text primary key,
  zeit   timestamptz not null
);

create table kim.kommune (
  kreis     text not null references betrieb.mandant (kreis) on delete restrict,
  ags       text not null check (ags ~ '^[0-9]{8}$'),
  name      text not null check (length(name) between 1 and 100),
  plz       text check (plz ~ '^[0-9]{5}$'),
  jugendamt text,
  ebh       text,
  abh       text,
  aktiv     boolean not null default true,
  version   int not null default 1,
  primary key (kreis, ags)
);
comment on table kim.kommune is 'Kreisangehörige Kommunen (oder die kreisfreie Stadt selbst) mit den zuständigen Ämtern.';

create table kim.traeger (
  kreis   text not null references betrieb.mandant (kreis) on delete restrict,
  id      uuid not null default gen_random_uuid(),
  name    text not null check (length(name) between 1 and 120),
  art     text not null check (art in ('kreis', 'kommune', 'wohlfahrt')),
  aktiv   boolean not null default true,
  version int not null default 1,
  primary key (kreis, id),
  unique (kreis, name)
);
comment on table kim.traeger is 'Anstellungsträger und damit Verantwortlicher im Sinne der DSGVO: Kreis, Stadt oder Gemeinde, Wohlfahrtsverband.';

create table kim.standort (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  ags        text not null,
  name       text not null check (length(name) between 1 and 120),
  aktiv      boolean not null default true,
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, traeger_id, ags, name),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, ags) references kim.kommune (kreis, ags) on delete restrict
);
comment on table kim.standort is 'Ort, an dem ein Träger berät.';

create table kim.konto (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  name       bytea not null,
  email      bytea not null,
  email_hash bytea not null,
  status     text not null default 'eingeladen' check (status in ('eingeladen', 'aktiv', 'deaktiviert')),
  standort_id uuid,
  version    int not null default 1,
  primary key (kreis, id),
  unique (kreis, id, traeger_id),
  unique (kreis, email_hash),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict,
  foreign key (kreis, standort_id) references kim.standort (kreis, id) on delete restrict
);
comment on table kim.konto is 'Mitarbeiter:in mit Zugang. Name und Adresse sind verschlüsselt.';
create index on kim.konto (kreis, traeger_id);

create table kim.rolle (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  traeger_id uuid not null,
  konto_id   uuid not null,
  rolle      text not null,
  von        date not null,
  bis        date check (bis >= von),
  primary key (kreis, id),
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade
);
comment on table kim.rolle is 'Rolle eines Kontos von/bis (beide Tage eingeschlossen); was sie darf, steht im Code.';
create index on kim.rolle (kreis, konto_id);

create table kim.anmeldeweg (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  konto_id   uuid not null,
  art        text not null check (art in ('passwort', 'totp', 'wiederherstellung')),
  geheimnis  bytea not null,
  bestaetigt boolean not null default true,
  schritt    bigint,
  verbraucht timestamptz,
  angelegt   timestamptz not null default now(),
  primary key (kreis, id),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
comment on table kim.anmeldeweg is 'Alle Wege der Anmeldung in einer Tabelle; geheimnis ist versiegelt. schritt: letzter TOTP-Zeitschritt, gegen Wiederholung.';
-- One of each; a new second factor waits beside the old one until it was confirmed.
create unique index on kim.anmeldeweg (kreis, konto_id, art, bestaetigt) where art in ('passwort', 'totp');
create index on kim.anmeldeweg (kreis, konto_id);

create table kim.einladung (
  kreis       text not null,
  id          uuid not null default gen_random_uuid(),
  traeger_id  uuid not null,
  konto_id    uuid not null,
  token_hash  bytea not null,
  link        bytea,
  gueltig_bis timestamptz not null,
  verbraucht  timestamptz,
  primary key (kreis, id),
  unique (kreis, token_hash),
  foreign key (kreis, konto_id, traeger_id) references kim.konto (kreis, id, traeger_id) on delete cascade
);
comment on table kim.einladung is 'Einmal-Link zum Setzen des Passworts. link: versiegelt, nur bis er verschickt ist.';
create index on kim.einladung (kreis, konto_id);

create table kim.sitzung (
  kreis      text not null,
  id         uuid not null default gen_random_uuid(),
  konto_id   uuid not null,
  token_hash bytea not null,
  stand      text not null check (stand in ('zweiter_faktor', 'offen', 'gesperrt', 'beendet')),
  angelegt   timestamptz not null default now(),
  zuletzt    timestamptz not null default now(),
  primary key (kreis, id),
  unique (kreis, token_hash),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
comment on table kim.sitzung is 'Anmeldung eines Browsers. Der Cookie steht hier nur als Hash.';
create index on kim.sitzung (kreis, konto_id);

create table kim.entwurf (
  kreis     text not null,
  id        uuid not null,
  konto_id  uuid not null,
  formular  text not null check (length(formular) <= 80),
  inhalt    bytea not null,
  geaendert timestamptz not null default now(),
  primary key (kreis, konto_id, id),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
comment on table kim.entwurf is 'Angefangene Eingaben, mit dem Schlüssel des Kontos versiegelt; weg, sobald gespeichert oder nach 14 Tagen.';

create table kim.idempotenz (
  kreis      text not null,
  konto_id   uuid not null,
  schluessel uuid not null,
  abdruck    bytea not null,
  antwort    text not null,
  am         date not null default current_date,
  primary key (kreis, konto_id, schluessel),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
comment on table kim.idempotenz is 'Was ein Formular schon bewirkt hat, damit Doppelklick und Wiederholung nur einmal wirken. Nur der Tag, keine Uhrzeit.';

create table kim.vorgabe (
  kreis    text not null,
  konto_id uuid not null,
  formular text not null check (length(formular) <= 80),
  werte    jsonb not null,
  primary key (kreis, konto_id, formular),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
comment on table kim.vorgabe is 'Zuletzt gewählte Kodes eines Formulars („wie die letzte“). Nie Text, nie Personen.';

create table kim.protokoll (
  kreis          text not null references betrieb.mandant (kreis) on delete restrict,
  id             uuid not null default gen_random_uuid(),
  traeger_id     uuid not null,
  konto_id       uuid not null,
  art            text not null check (length(art) <= 60),
  gegenstand_art text not null check (length(gegenstand_art) <= 40),
  gegenstand_id  text not null check (length(gegenstand_id) <= 60),
  zweck          text,
  zeit           timestamptz not null default now(),
  primary key (kreis, id)
);
comment on table kim.protokoll is
  'Jede Änderung und jedes Öffnen einer Akte, in derselben Transaktion, nur Kennungen. Zufällige id und bei anonymen Beratungen nur der Tag: sonst verriete die Reihenfolge die Uhrzeit.';
create index on kim.protokoll (kreis, gegenstand_id);

create table tresor.traeger_schluessel (
  kreis      text not null,
  traeger_id uuid not null,
  version    int not null,
  verpackt   bytea not null,
  primary key (kreis, traeger_id, version),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
comment on table tresor.traeger_schluessel is 'Schlüssel eines Trägers, mit dem Betreiberschlüssel verpackt.';

create table tresor.schluessel (
  kreis      text not null,
  id         uuid not null,
  traeger_id uuid not null,
  version    int not null,
  art        text not null check (art in ('person', 'konto', 'beratung', 'traeger')),
  verpackt   bytea not null,
  primary key (kreis, id, version),
  foreign key (kreis, traeger_id) references kim.traeger (kreis, id) on delete restrict
);
comment on table tresor.schluessel is
  'Datenschlüssel je Person, Konto, Gruppenberatung oder Träger, mit dem Trägerschlüssel verpackt. Wird er gelöscht, ist alles damit Versiegelte unlesbar, auch in Sicherungen.';
