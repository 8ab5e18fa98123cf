-- The same address may have an account in several Kreise: whoever administers one is not told whether another knows it.
alter table betrieb.anmeldename drop constraint anmeldename_pkey, add primary key (email_hash, kreis);

-- Emptying a table passes by row triggers and row-level security, for its owner as well. What is released stays, and so does
-- the log.
create function kim.bleibt_ganz() returns trigger language plpgsql as $$
begin
  raise exception 'Die Tabelle % wird nie geleert.', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger bericht_bleibt_ganz before truncate on kim.bericht
  for each statement execute function kim.bleibt_ganz();
create trigger bericht_dokument_bleibt_ganz before truncate on kim.bericht_dokument
  for each statement execute function kim.bleibt_ganz();
create trigger protokoll_bleibt_ganz before truncate on kim.protokoll
  for each statement execute function kim.bleibt_ganz();
