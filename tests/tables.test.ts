import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CLASSES } from "../db/field-classes.ts";
import { TABLES } from "../db/tables/index.ts";
import { testDatabase } from "./support/db.ts";
import { onServerOften } from "./support/sql.ts";

const ROOT = resolve(import.meta.dirname, "..");
const db = testDatabase();

async function columns() {
  const rows = await db.admin(`
    select c.table_schema || '.' || c.table_name as tabelle, c.column_name as spalte, c.udt_name as typ
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema in ('ref', 'kim', 'tresor', 'betrieb') and t.table_type = 'BASE TABLE'
    order by 1, 2`);
  return rows.map((r) => ({ tabelle: String(r["tabelle"]), spalte: String(r["spalte"]), typ: String(r["typ"]) }));
}

describe("tables", () => {
  test("every table is declared once, in the rooms of tenants with a wall, elsewhere without", async () => {
    const real = new Set((await columns()).map((c) => c.tabelle));
    expect(TABLES.map((t) => t.name).toSorted()).toEqual([...real].toSorted());
    const wrong = TABLES.filter(({ name, wall }) => /^(kim|tresor)\./.test(name) !== (wall !== undefined));
    expect(wrong.map((t) => t.name)).toEqual([]);
  });

  test("row-level security is on and forced, with a Kreis wall that has USING and WITH CHECK", async () => {
    const rows = await db.admin(`
      select n.nspname || '.' || c.relname as tabelle
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('kim', 'tresor') and c.relkind in ('r', 'p', 'm', 'v')
        and (not c.relrowsecurity or not c.relforcerowsecurity or not exists (
          select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'kreis_wand'
            and p.polqual is not null and p.polwithcheck is not null))`);
    expect(rows).toEqual([]);
  });

  test("every table that one Träger, account, file or recipient stands before has that second wall too, for reading and for writing", async () => {
    const rows = await db.admin(`
      select polrelid::regclass::text as tabelle from pg_policy
      where polname = 'innere_wand' and not polpermissive and polqual is not null and polwithcheck is not null order by 1`);
    const declared = TABLES.filter(({ wall }) => wall !== undefined && wall !== "kreis" && wall !== "protokoll");
    expect(rows.map((row) => String(row["tabelle"])).toSorted()).toEqual(declared.map(({ name }) => name).toSorted());
  });

  test("kreis stands first in every primary key, unique index and reference of a tenant table", async () => {
    const rows = await db.admin(`
      select n.nspname || '.' || c.relname as tabelle, i.indexrelid::regclass::text as index
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where n.nspname in ('kim', 'tresor') and a.attname <> 'kreis'
      union all
      select k.conrelid::regclass::text, k.conname
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      join pg_class z on z.oid = k.confrelid join pg_namespace zn on zn.oid = z.relnamespace
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and n.nspname in ('kim', 'tresor') and zn.nspname in ('kim', 'tresor', 'betrieb')
        and a.attname <> 'kreis'`);
    expect(rows).toEqual([]);
  });

  test("the acting roles own nothing, bypass nothing, and read no view past the walls", async () => {
    const roles = await db.admin(
      "select rolname from pg_roles where rolname in ('kim_owner', 'kim_web', 'kim_worker') and (rolsuper or rolbypassrls)",
    );
    const owned = await db.admin(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
      where n.nspname in ('ref', 'kim', 'tresor', 'betrieb', 'auswertung') and r.rolname <> 'kim_owner'`);
    const definers = await db.admin(`
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ('ref', 'kim', 'tresor', 'betrieb', 'auswertung', 'public')`);
    const views = await db.admin(`
      select c.oid::regclass::text as sicht from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname <> 'graphile_worker' and c.relkind in ('v', 'm')
        and not coalesce(c.reloptions, '{}') @> '{security_invoker=true}'`);
    expect(views).toEqual([]);
    expect(roles).toEqual([]);
    expect(owned).toEqual([]);
    expect(definers).toEqual([{ proname: "auftrag_einstellen" }]);
  });

  test("whoever forgets the Kreis sees nothing", async () => {
    const web = onServerOften(db.urlOf("kim_web"));
    for (const { name } of TABLES.filter((t) => t.wall !== undefined && t.web.includes("select"))) {
      const attempt = web.query(`select count(*)::int as n from ${name}`);
      await expect(attempt, name).rejects.toThrow(/app\.|uuid/);
    }
    await web.end();
  });
});

describe("columns", () => {
  test("a file that refers to another says whether it goes where that one goes: by its name, as hanging, or as leaning only", async () => {
    const files = new Map(TABLES.filter(({ wall }) => wall === "akte").map((table) => [table.name, table]));
    // These hold what is said of everybody in them; each of their rows has a way of its own.
    const holders = new Set(["kim.person", "kim.beratung", "kim.uebernahme"]);
    const references = await db.admin(`
      select c.conrelid::regclass::text as von, a.attname as spalte, c.confrelid::regclass::text as zu
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2] where c.contype = 'f'`);
    const silent = references.flatMap((row) => {
      const [spalte, zu] = [String(row["spalte"]), String(row["zu"])];
      const from = files.get(String(row["von"]));
      if (from === undefined || !files.has(zu) || holders.has(zu)) return [];
      const said = from.hangs?.[spalte]?.includes(zu) === true || from.leans?.includes(spalte) === true;
      return said || spalte === zu.replace("kim.", "").concat("_id") ? [] : [`${from.name}.${spalte} → ${zu}`];
    });
    expect(silent).toEqual([]);
  });

  test("every column is declared, and nothing else", async () => {
    const real = (await columns()).map((c) => `${c.tabelle}.${c.spalte}`);
    const declared = TABLES.flatMap(({ name, columns: of }) => Object.keys(of).map((column) => `${name}.${column}`));
    expect(declared.toSorted()).toEqual(real.toSorted());
  });

  test("what is sealed is ciphertext; besides, only published files are bytes", async () => {
    const declared = new Map(TABLES.map((t) => [t.name, t.columns]));
    const wrong = (await columns()).filter(({ tabelle, spalte, typ }) => {
      const kind = declared.get(tabelle)?.[spalte]?.kind;
      if (kind === undefined) return true;
      return (CLASSES[kind].sealed || kind === "veroeffentlicht") !== (typ === "bytea");
    });
    expect(wrong).toEqual([]);
  });

  test("the database says of itself what the declarations say", async () => {
    const rows = await db.admin(`
      select attrelid::regclass || '.' || attname as spalte, col_description(attrelid, attnum) as satz
      from pg_attribute join pg_class c on c.oid = attrelid
      where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('ref', 'kim', 'tresor', 'betrieb')
        and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is not null`);
    const declared = TABLES.flatMap(({ name, columns: of }) =>
      Object.entries(of).flatMap(([column, { comment }]) =>
        comment === undefined ? [] : [{ spalte: `${name}.${column}`, satz: comment }],
      ),
    );
    expect(new Set(rows.map((r) => `${String(r["spalte"])}: ${String(r["satz"])}`))).toEqual(
      new Set(declared.map((d) => `${d.spalte}: ${d.satz}`)),
    );
  });

  test("the generated types are current", () => {
    const verify = () =>
      execFileSync(join(ROOT, "node_modules/.bin/kysely-codegen"), ["--verify", "--url", db.urlOf("kim_owner")], {
        cwd: ROOT,
        stdio: "pipe",
      });
    expect(verify).not.toThrow();
  });
});
