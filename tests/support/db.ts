import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { roleUrl } from "../../src/platform/migrate.ts";
import { keyOf, newKey } from "../../src/platform/tresor.ts";
import { startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";
import { onServer, onServerOften } from "./sql.ts";

export type TestDatabase = {
  /** As superuser, past every wall: to see what is really stored. */
  readonly admin: (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly urlOf: (role: "kim_owner" | "kim_web" | "kim_worker") => string;
};

/** What takes long to make and many files begin with: made once a run, by whichever comes first. `name` is part of a database's name. */
export type Stock<T> = { readonly name: string; readonly make: (db: TestDatabase) => Promise<T> };

/** What of a stock is not in its database: the key of its tresor, and what `make` returned. */
type Made<T> = { readonly database: string; readonly key: Uint8Array; readonly returned: T };

/**
 * A database of its own for this test file, cloned from the migrated template; the doors are open as the real web role and
 * the tresor has a fresh key. Call it at the top of a file.
 */
export function testDatabase(): TestDatabase {
  return cloned(async () => ({ database: inject("template"), key: freshKey() }));
}

/** The same, cloned from a stock and with its key; `made` gives what making it returned, from `beforeAll` on. */
export function stockedDatabase<T>(stock: Stock<T>): TestDatabase & { readonly made: () => T } {
  let made: Made<T> | undefined;
  const db = cloned(async () => (made = await onceARun(stock)));
  return {
    ...db,
    made: () => {
      if (made === undefined) throw new Error(`„${stock.name}“ is there from beforeAll on.`);
      return made.returned;
    },
  };
}

const freshKey = (): Uint8Array => newKey("betreiber", 1).material.export();

function cloned(origin: () => Promise<Pick<Made<unknown>, "database" | "key">>): TestDatabase {
  const name = `kim_test_${randomBytes(6).toString("hex")}`;
  const { db, close } = databaseOf(name);
  beforeAll(async () => {
    const { database, key } = await origin();
    await open(db, name, database, key);
  });
  afterAll(async () => {
    await close();
    await onServer(inject("adminUrl"), `drop database if exists ${name} with (force)`);
  });
  return db;
}

function databaseOf(name: string): { readonly db: TestDatabase; readonly close: () => Promise<void> } {
  const adminUrl = inject("adminUrl");
  const own = new URL(adminUrl);
  own.pathname = `/${name}`;
  const admin = onServerOften(own.href);
  const close = async () => {
    await stopDatabase();
    stopTresor();
    await admin.end();
  };
  return { db: { admin: admin.query, urlOf: (role) => roleUrl(adminUrl, role, inject("passwords"), name) }, close };
}

/** Clones a database and opens the doors to it. */
async function open(db: TestDatabase, name: string, template: string, key: Uint8Array): Promise<void> {
  const adminUrl = inject("adminUrl");
  await onServer(adminUrl, `create database ${name} template ${template}`);
  await onServer(
    adminUrl,
    `grant connect, create on database ${name} to kim_owner, kim_worker; grant connect on database ${name} to kim_web`,
  );
  startDatabase({ url: db.urlOf("kim_web"), applicationName: "kim-test", poolSize: 4 });
  startTresor(keyOf("betreiber", 1, Buffer.from(key)));
}

/** Whoever comes while another makes it waits: the lock is held as long as the connection is. */
async function onceARun<T>({ name, make }: Stock<T>): Promise<Made<T>> {
  const [template, path] = [`${inject("template")}_${name}`, join(inject("folder"), `${name}.v8`)];
  const lock = new Client({ connectionString: inject("adminUrl") });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtext($1))", [template]);
    if (!existsSync(path)) {
      await lock.query(`drop database if exists ${template} with (force)`);
      const { db, close } = databaseOf(template);
      const key = freshKey();
      try {
        await open(db, template, inject("template"), key);
        const made: Made<T> = { database: template, key, returned: await make(db) };
        writeFileSync(path, serialize(made));
      } finally {
        await close();
      }
      // Nobody can clone what somebody is still connected to, such as a worker that waits for more.
      await lock.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [template]);
    }
  } finally {
    await lock.end();
  }
  return deserialize(readFileSync(path));
}
