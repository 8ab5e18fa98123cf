import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Logger, runMigrations } from "graphile-worker";
import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { catchUp } from "./catch-up.ts";
import { policySql } from "./policies.ts";
import { loadReferenceData } from "./reference-data.ts";
import { RENEW_REFERENCES } from "./references.ts";
import { commentSql } from "./table-comments.ts";

/** The three roles that sign in; none is superuser, none bypasses row-level security. */
export type Role = "kim_owner" | "kim_web" | "kim_worker";
export type RolePasswords = Readonly<Record<Role, string>>;

const ROLES = ["kim_owner", "kim_web", "kim_worker"] as const;

/** Stops a start; the message says in one sentence what to do. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

export type MigrationOptions = {
  /** A role that may create roles (and databases, where `database` is missing). */
  readonly adminUrl: string;
  /** Created when missing; without it the database of `adminUrl` is used. */
  readonly database?: string;
  readonly passwords: RolePasswords;
  readonly report?: (line: string) => void;
};

const DB_FOLDER = new URL("../../db/", import.meta.url);

/** The address of the same server and database for another role. */
export function roleUrl(adminUrl: string, role: Role, passwords: RolePasswords, database?: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = passwords[role];
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}

/**
 * Brings roles, database, tables, functions, policies and code lists to the state of this program. Safe to repeat and to
 * interrupt: each migration is one transaction, and two starts at once wait for each other.
 * @throws MigrationRefused when the database is newer than the program or a landed migration was edited
 */
export async function migrate(options: MigrationOptions): Promise<void> {
  const { adminUrl, database, passwords } = options;
  const report = options.report ?? (() => undefined);
  if (database !== undefined) await withClient(adminUrl, (c) => createDatabase(c, database));
  const target = new URL(adminUrl);
  if (database !== undefined) target.pathname = `/${database}`;
  await withClient(target.href, async (c) => {
    await prepareRoles(c, passwords);
    await giveDefiner(c, "kim_owner");
  });
  await runMigrations({ connectionString: roleUrl(adminUrl, "kim_worker", passwords, database), logger: quiet });
  const ownerUrl = roleUrl(adminUrl, "kim_owner", passwords, database);
  let state: string | undefined;
  await withClient(ownerUrl, async (c) => {
    await c.query("select pg_advisory_lock(5382)");
    await migrateSchema(c, report);
    await loadReferenceData(c, new URL("codelisten/", DB_FOLDER));
    await loadReferenceData(c, new URL("regeln/", DB_FOLDER));
    await applyCode(c, report);
    state = await behind(c);
  });
  await withClient(target.href, (c) => giveDefiner(c, "kim_worker"));
  if (state === undefined) return;
  await catchUp(roleUrl(adminUrl, "kim_web", passwords, database));
  await withClient(ownerUrl, async (c) => {
    await c.query(
      "insert into betrieb.merkmal (name, wert) values ($1, $2) on conflict (name) do update set wert = excluded.wert",
      [CAUGHT_UP, state],
    );
  });
}

/** The mark that says for which state of tables, functions and lists everything was caught up with. */
export const CAUGHT_UP = "nachgetragen";

/** That state, as long as nobody caught up with it: a start that changed nothing has nothing to look for. */
async function behind(c: Client): Promise<string | undefined> {
  const { rows } = await c.query<{ state: string }>(
    `select state from (
       select encode(sha256(string_agg(name || abdruck, ' ' order by art, name)::bytea), 'hex') as state from (
         select 1 as art, name, abdruck from betrieb.migration union all select 2, name, abdruck from betrieb.code
         union all select 3, name, abdruck from betrieb.codeliste) x) s
     where not exists (select from betrieb.merkmal m where m.name = $1 and m.wert = s.state)`,
    [CAUGHT_UP],
  );
  return rows[0]?.state;
}

/**
 * The one SECURITY DEFINER function acts as kim_worker, which owns the jobs; while its file is applied it belongs to
 * kim_owner. An administrator that is no superuser can only hand it to a role that may create in its schema.
 */
const giveDefiner = (c: Client, role: "kim_owner" | "kim_worker"): Promise<void> =>
  inTransaction(c, async () => {
    const { rows } = await c.query("select to_regprocedure('betrieb.auftrag_einstellen(text, json)') as found");
    if (rows[0]?.found === null) return;
    await c.query(`grant create on schema betrieb to ${role}`);
    await c.query(`alter function betrieb.auftrag_einstellen(text, json) owner to ${role}`);
    if (role !== "kim_owner") await c.query(`revoke create on schema betrieb from ${role}`);
  });

async function withClient(url: string, work: (c: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "kim-migration" });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(c: Client, name: string): Promise<void> {
  const found = await c.query("select 1 from pg_database where datname = $1", [name]);
  if (found.rowCount === 0)
    await c.query(`create database ${escapeIdentifier(name)} template template0 encoding 'UTF8'`);
}

/** Roles belong to the server, not to the database: only what is missing or different is written. */
async function prepareRoles(c: Client, passwords: RolePasswords): Promise<void> {
  const existing = await c.query<{ rolname: string }>("select rolname from pg_roles where rolname = any($1)", [ROLES]);
  const known = new Set(existing.rows.map((r) => r.rolname));
  for (const role of ROLES) {
    const secret = escapeLiteral(passwords[role]);
    // Of a role that exists, only a superuser may even mention the other attributes.
    const statement = known.has(role)
      ? `alter role ${role} login password ${secret}`
      : `create role ${role} login nosuperuser nocreatedb nocreaterole password ${secret}`;
    await c.query(statement);
  }
  for (const role of ["kim_web", "kim_worker"]) {
    // A role may change its own defaults; here they are those of this program again.
    await c.query(`alter role ${role} reset all`);
    await c.query(`alter role ${role} set statement_timeout = '15s'`);
    await c.query(`alter role ${role} set lock_timeout = '5s'`);
    await c.query(`alter role ${role} set idle_in_transaction_session_timeout = '30s'`);
    await c.query(`alter role ${role} set jit = off`);
    // What `current_date` fills in is a day of the Kreis' calendar, also in the two hours before midnight UTC.
    await c.query(`alter role ${role} set timezone = 'Europe/Berlin'`);
  }
  // One plan for everybody, made once a connection; left alone, PostgreSQL makes one each of the first five times (decision 0033).
  await c.query("alter role kim_web set plan_cache_mode = 'force_generic_plan'");
  const { rows } = await c.query<{ name: string; me: string }>("select current_database() as name, current_user as me");
  const database = escapeIdentifier(rows[0]?.name ?? "");
  // An administrator that is no superuser must belong to a role to hand ownership to it.
  await c.query(`grant kim_owner, kim_worker to ${escapeIdentifier(rows[0]?.me ?? "")}`);
  await c.query(`revoke all on database ${database} from public`);
  await c.query(`grant connect on database ${database} to kim_web`);
  await c.query(`grant connect, create on database ${database} to kim_owner, kim_worker`);
  await c.query("revoke create on schema public from public");
  await c.query(`alter role kim_web in database ${database} reset all`);
  await c.query(`alter role kim_worker in database ${database} reset all`);
  await forbidLargeObjects(c);
}

/** Large objects know no walls, no keys and no Kreis. Of an administrator who may not forbid them nothing else depends. */
async function forbidLargeObjects(c: Client): Promise<void> {
  const { rows } = await c.query<{ name: string; mine: boolean }>(`
    select p.oid::regprocedure::text as name, pg_has_role(p.proowner, 'usage') as mine from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea')
      and has_function_privilege('kim_web', p.oid, 'execute')`);
  for (const { name, mine } of rows) if (mine) await c.query(`revoke execute on function ${name} from public`);
}

async function migrateSchema(c: Client, report: (line: string) => void): Promise<void> {
  await c.query("create schema if not exists betrieb");
  await c.query(
    "create table if not exists betrieb.migration (name text primary key, abdruck text not null, am timestamptz not null default now())",
  );
  const applied = await c.query<{ name: string; abdruck: string }>("select name, abdruck from betrieb.migration");
  const known = new Map(applied.rows.map((r) => [r.name, r.abdruck]));
  const files = sqlFiles("migrations/");
  const newer = [...known.keys()].find((name) => !files.some((f) => f.name === name));
  if (newer !== undefined) {
    throw new MigrationRefused(
      `Die Datenbank ist neuer als dieses Programm (sie kennt „${newer}“). Aktualisieren Sie das Programm oder nehmen Sie eine ältere Sicherung.`,
    );
  }
  for (const file of files) {
    const before = known.get(file.name);
    if (before === file.print) continue;
    if (before !== undefined) {
      throw new MigrationRefused(
        `Die Migration „${file.name}“ wurde nach dem Anwenden geändert. Stellen Sie die Datei wieder her.`,
      );
    }
    report(`Datenbank: ${file.name}`);
    await inTransaction(c, async () => {
      await c.query(file.sql);
      await c.query("insert into betrieb.migration (name, abdruck) values ($1, $2)", [file.name, file.print]);
    });
  }
  await c.query(RENEW_REFERENCES);
}

/** Functions, policies, grants and comments: whole files, applied again when they differ from what was applied last. */
async function applyCode(c: Client, report: (line: string) => void): Promise<void> {
  await c.query("create table if not exists betrieb.code (name text primary key, abdruck text not null)");
  const applied = await c.query<{ name: string; abdruck: string }>("select name, abdruck from betrieb.code");
  const known = new Map(applied.rows.map((r) => [r.name, r.abdruck]));
  const derived = [codeFile("zugriff", policySql()), codeFile("beschreibung", commentSql())];
  for (const file of [...sqlFiles("code/"), ...derived]) {
    if (known.get(file.name) === file.print) continue;
    report(`Datenbank: ${file.name}`);
    await inTransaction(c, async () => {
      await c.query(file.sql);
      await c.query(
        "insert into betrieb.code (name, abdruck) values ($1, $2) on conflict (name) do update set abdruck = excluded.abdruck",
        [file.name, file.print],
      );
    });
  }
}

async function inTransaction(c: Client, work: () => Promise<void>): Promise<void> {
  await c.query("begin");
  try {
    await work();
    await c.query("commit");
  } catch (error) {
    await c.query("rollback");
    throw error;
  }
}

const print = (text: string) => createHash("sha256").update(text).digest("hex");

const codeFile = (name: string, sql: string) => ({ name, sql, print: print(sql) });

function sqlFiles(folder: string): { name: string; sql: string; print: string }[] {
  const names = readdirSync(new URL(folder, DB_FOLDER)).filter((n) => n.endsWith(".sql"));
  return names.toSorted().map((name) => codeFile(name, readFileSync(new URL(folder + name, DB_FOLDER), "utf8")));
}

/** graphile-worker tells each of its own steps; nobody needs to read them at every start. */
const quiet = new Logger(() => () => undefined);
