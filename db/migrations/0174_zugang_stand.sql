-- Which state of its accounts a Kreis has: another value whenever anything changes that says who somebody is and whom somebody acts
-- for (db/code/zugang.sql). The web process keeps what it read of an account under it (0108).
create schema zugang;
grant usage on schema zugang to kim_web, kim_worker;

create table kim.zugang_stand (
  kreis   text primary key references betrieb.mandant (kreis) on delete cascade,
  fassung uuid not null
);
insert into kim.zugang_stand (kreis, fassung) select kreis, gen_random_uuid() from betrieb.mandant;
