import { expect, test } from "vitest";
import { beratungsstelle } from "../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../tests/support/db.ts";
import { onServer } from "../../tests/support/sql.ts";
import { RENEW_REFERENCES } from "./references.ts";

const db = testDatabase();

/** Each reference to a table of a Kreis: what it looks for, each value told only when it is run. */
const REFERENCES = `
  select distinct f.confrelid::regclass::text as tabelle,
    (select string_agg(format('%I = (select null::%s)', a.attname, format_type(a.atttypid, null)), ' and ')
     from pg_attribute a where a.attrelid = f.confrelid and a.attnum = any(f.confkey)) as condition
  from pg_constraint f
  where f.contype = 'f' and f.connamespace = 'kim'::regnamespace and f.confrelid::regclass::text like 'kim.%'`;

async function otherPlans(): Promise<string[]> {
  const others: string[] = [];
  for (const { tabelle, condition } of await db.admin(REFERENCES)) {
    const rows = await db.admin(`explain select 1 from only ${tabelle} x where ${condition} for key share of x`);
    const plan = rows.map((row) => String(row["QUERY PLAN"])).join("\n");
    // The names that PostgreSQL gives to what is unique; a table with a row or two is read whole.
    if (!/ using \w+_(pkey|key) on |Seq Scan/.test(plan)) others.push(`${tabelle} ${condition}\n${plan}`);
  }
  return others;
}

test("a check of a reference, planned while its table is empty, looks by an index that finds one row", async () => {
  expect((await db.admin(REFERENCES)).length).toBeGreaterThan(10);
  expect(await otherPlans()).toEqual([]);
});

test("where a migration brings an index that looks as good, what references lean on is made anew, and is the same", async () => {
  const rules = () =>
    db.admin(`select conrelid::regclass::text as tabelle, conname, pg_get_constraintdef(oid) as rule
      from pg_constraint where connamespace = 'kim'::regnamespace order by 1, 2`);
  await beratungsstelle();
  const before = await rules();
  await db.admin("create index on kim.konto (kreis, traeger_id, name)");
  await db.admin("create index on kim.person (kreis, traeger_id, konto_id, ags)");
  expect(await otherPlans()).not.toEqual([]);
  await onServer(db.urlOf("kim_owner"), RENEW_REFERENCES);
  expect(await otherPlans()).toEqual([]);
  expect(await rules()).toEqual(before);
});
