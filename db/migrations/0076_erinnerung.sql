-- Who wants a mail in the morning that says how many Fristen wait. The mail says nothing else.
create table kim.erinnerung (
  kreis    text not null,
  konto_id uuid not null,
  zuletzt  date,
  primary key (kreis, konto_id),
  foreign key (kreis, konto_id) references kim.konto (kreis, id) on delete cascade
);
