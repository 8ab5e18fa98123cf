import { readFileSync, readdirSync } from "node:fs";
import { inject, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { migrate } from "./migrate.ts";

const db = testDatabase();

/** Migrates the database of this file once more, as the next start does. */
const again = async () => {
  const [row] = await db.admin("select current_database() as name");
  const said: string[] = [];
  await migrate({
    adminUrl: inject("adminUrl"),
    database: String(row?.["name"]),
    passwords: inject("passwords"),
    report: (line) => said.push(line),
  });
  return said;
};

test("a second start changes nothing", async () => {
  expect(await again()).toEqual([]);
});

test("a changed function or policy is applied again, and the definer goes back to its role", async () => {
  await db.admin("update betrieb.code set abdruck = 'alt'");
  const parts = [...readdirSync("db/code").toSorted(), "zugriff", "beschreibung"];
  expect(await again()).toEqual(parts.map((part) => `Datenbank: ${part}`));
  const owners = await db.admin(
    "select r.rolname from pg_proc p join pg_roles r on r.oid = p.proowner where p.proname = 'auftrag_einstellen'",
  );
  expect(owners).toEqual([{ rolname: "kim_worker" }]);
});

test("a database that is newer than the program stops the start with a sentence", async () => {
  await db.admin("insert into betrieb.migration (name, abdruck) values ('9999_morgen.sql', 'x')");
  await expect(again()).rejects.toThrow("Die Datenbank ist neuer als dieses Programm");
  await db.admin("delete from betrieb.migration where name = '9999_morgen.sql'");
});

test("a landed migration that was edited stops it too", async () => {
  await db.admin("update betrieb.migration set abdruck = 'anders' where name = '0001_codelisten.sql'");
  await expect(again()).rejects.toThrow("wurde nach dem Anwenden geändert");
});

/** Landed together with the tables that they change: there were no rows yet. */
const WITHOUT_ROWS = ["0070_verweis_art.sql", "0141_last.sql", "0142_haushalte_verbinden.sql"];

test("a migration that changes rows passes the walls of the tables it reads for it: forced walls hold for the owner as well", () => {
  const silent = readdirSync("db/migrations").flatMap((file) => {
    const sql = readFileSync(`db/migrations/${file}`, "utf8").replaceAll(/--.*$|create[^;]*?\$\$[\s\S]*?\$\$/gm, "");
    const made = new Set([...sql.matchAll(/create table (\S+)/g)].map(([, name]) => name));
    const changes = sql.split(";").filter((one) => /^\s*(?:update|delete from|insert into) (?:kim|tresor)\./.test(one));
    const tables = new Set(changes.flatMap((one) => [...one.matchAll(/\b(?:kim|tresor)\.\w+/g)].map(([name]) => name)));
    return [...tables]
      .filter((name) => !made.has(name) && !sql.includes(`alter table ${name} no force row level security`))
      .map((name) => `${file}: ${name}`);
  });
  expect(silent.filter((one) => !WITHOUT_ROWS.some((file) => one.startsWith(file)))).toEqual([]);
});
