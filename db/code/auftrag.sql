-- Enqueues a job in the caller's transaction. graphile-worker's own tables belong to kim_worker and are closed to the
-- web process; this is the one SECURITY DEFINER function of the project (owner: kim_worker, fixed search_path).
-- plpgsql, because its body is looked up at the call: the owner of this file may not see graphile-worker's schema.
create or replace function betrieb.auftrag_einstellen(name text, daten json)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(name, daten);
end
$$;
revoke all on function betrieb.auftrag_einstellen(text, json) from public;
grant execute on function betrieb.auftrag_einstellen(text, json) to kim_web;
