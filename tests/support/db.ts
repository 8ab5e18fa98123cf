import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { roleUrl } from "../../src/platform/migrate.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";
import { onServer, onServerOften } from "./sql.ts";

export type TestDatabase = {
  /** As superuser, past every wall: to see what is really stored. */
  readonly admin: (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly urlOf: (role: "kim_owner" | "kim_web" | "kim_worker") => string;
};

/**
 * A database of its own for this test file, cloned from the migrated template; the doors are open as the real web role and
 * the tresor has a fresh key. Call it at the top of a file.
 */
export function testDatabase(): TestDatabase {
  const name = `kim_test_${randomBytes(6).toString("hex")}`;
  const adminUrl = inject("adminUrl");
  const urlOf: TestDatabase["urlOf"] = (role) => roleUrl(adminUrl, role, inject("passwords"), name);
  const own = new URL(adminUrl);
  own.pathname = `/${name}`;
  const admin = onServerOften(own.href);
  beforeAll(async () => {
    await onServer(adminUrl, `create database ${name} template ${inject("template")}`);
    await onServer(
      adminUrl,
      `grant connect, create on database ${name} to kim_owner, kim_worker; grant connect on database ${name} to kim_web`,
    );
    startDatabase({ url: urlOf("kim_web"), applicationName: "kim-test", poolSize: 4 });
    startTresor(newKey("betreiber", 1));
  });
  afterAll(async () => {
    await stopDatabase();
    stopTresor();
    await admin.end();
    await onServer(adminUrl, `drop database if exists ${name} with (force)`);
  });
  return { urlOf, admin: admin.query };
}
