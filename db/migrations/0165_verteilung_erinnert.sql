-- When a Leitung last got a mail that work of somebody who left waits to be distributed. It repeats until there is none.
create table kim.verteilung_erinnert (
  kreis    text not null,
  konto_id uuid not null,
  zuletzt  date,
  primary key (kreis, konto_id),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
