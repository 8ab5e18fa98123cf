import type { Administrator } from "../../platform/postgres/administrator.ts";

/** Every index of these tables that no foreign key leans on, as the statement that makes it. */
const INDIZES = `
  select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as tabelle, c.conname as regel,
    case when c.oid is null then pg_get_indexdef(i.indexrelid)
      else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as anlegen
  from pg_index i
  left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
  where i.indrelid = any($1::regclass[])
    and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)`;

/**
 * Takes the indexes of tables away that are about to be filled: made at once over all rows they cost a fraction. What was taken
 * is noted, so that a run that was ended in between loses none.
 */
export async function nimmIndizes(admin: Administrator, tables: readonly string[]): Promise<void> {
  await admin.query("create table if not exists bench.index (name text primary key, anlegen text not null)");
  for (const { name, tabelle, regel, anlegen } of await admin.query(INDIZES, [[...tables]])) {
    await admin.query("begin");
    await admin.query("insert into bench.index (name, anlegen) values ($1, $2)", [name, anlegen]);
    await admin.query(regel === null ? `drop index ${name}` : `alter table ${tabelle} drop constraint "${regel}"`);
    await admin.query("commit");
  }
}

/** Makes them again, several at a time. */
export async function gibIndizes(admins: readonly Administrator[]): Promise<void> {
  const missing = (await admins[0]?.query("select name, anlegen from bench.index order by name")) ?? [];
  await nebeneinander(admins, missing, async (admin, { name, anlegen }) => {
    await admin.query("set maintenance_work_mem = '512MB'");
    await admin.query("begin");
    await admin.query(String(anlegen));
    await admin.query("delete from bench.index where name = $1", [name]);
    await admin.query("commit");
  });
}

/** Does something with each, as many at a time as there are connections. */
export async function nebeneinander<T>(
  admins: readonly Administrator[],
  items: readonly T[],
  work: (admin: Administrator, item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    admins.map(async (admin) => {
      for (const item of queue) await work(admin, item);
    }),
  );
}
