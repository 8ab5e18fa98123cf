import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type RolePasswords, migrate } from "../../src/platform/migrate.ts";
import { openCluster } from "../../src/platform/postgres/cluster.ts";
import { onServer } from "./sql.ts";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
    /** Of this run; what its files share lies in it. */
    folder: string;
    passwords: RolePasswords;
  }
}

/**
 * One database server for the whole run (the embedded one, or DATABASE_URL in the long variant) and one migrated
 * template; every test file clones it in a tenth of a second.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const own = process.env["DATABASE_URL"];
  const folder = await mkdtemp(join(tmpdir(), "kim-test-"));
  const cluster = own === undefined ? await openCluster({ folder, fsync: false }) : undefined;
  const adminUrl = own ?? cluster?.url ?? "";
  const secret = () => randomBytes(18).toString("base64url");
  const passwords = { kim_owner: secret(), kim_web: secret(), kim_worker: secret() };
  const template = `kim_vorlage_${randomBytes(4).toString("hex")}`;
  await migrate({ adminUrl, database: template, passwords });
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  project.provide("passwords", passwords);
  project.provide("folder", folder);
  return async () => {
    const made = await onServer(adminUrl, "select datname from pg_database where starts_with(datname, $1)", [template]);
    for (const { datname } of made) await onServer(adminUrl, `drop database if exists ${datname} with (force)`);
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
