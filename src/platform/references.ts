/**
 * References are checked row by row, with a plan made when the table was still empty: a first list of 100,000 rows fills it in
 * one transaction. Of two indexes that look equally good then, PostgreSQL takes the newer one, and an index over account and
 * day looks as good as the unique one: each check would read all rows of the account. Hence whatever a reference leans on is
 * made anew once a migration put such an index beside it, and with it the references; nothing happens where none did.
 */
export const RENEW_REFERENCES = `
do $$
declare
  rule record;
  drops text;
  adds text;
begin
  for rule in
    select c.oid, c.conrelid::regclass as of_table, c.conname, c.conindid, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    where c.contype in ('p', 'u') and c.connamespace = 'kim'::regnamespace
      and exists (select from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)
      and exists (
        select from pg_index i
        where i.indrelid = c.conrelid and i.indexrelid > c.conindid and i.indpred is null and i.indkey[0] = any(c.conkey)
          -- Neither one row at most by itself, nor all of the columns that the check knows.
          and not (i.indisunique and i.indkey::int2[] <@ c.conkey)
          and (select count(*) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) k where k = any(c.conkey))
            < cardinality(c.conkey)
      )
  loop
    select string_agg(format('alter table %s drop constraint %I', f.conrelid::regclass, f.conname), '; '),
      string_agg(format('alter table %s add constraint %I %s', f.conrelid::regclass, f.conname, pg_get_constraintdef(f.oid)), '; ')
    into drops, adds
    from pg_constraint f where f.contype = 'f' and f.conindid = rule.conindid;
    execute drops;
    execute format('alter table %s drop constraint %I', rule.of_table, rule.conname);
    execute format('alter table %s add constraint %I %s', rule.of_table, rule.conname, rule.definition);
    execute adds;
  end loop;
end $$`;
