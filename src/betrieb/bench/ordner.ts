import { readConfig } from "../../platform/config.ts";
import { startLog } from "../../platform/log.ts";
import { prepareFolder } from "../../platform/postgres/data-folder.ts";
import { type Database, openDatabase } from "../database.ts";
import { type Installation, claim, openInstallation, settle } from "../installation.ts";
import { acquireLock } from "../lock.ts";
import { complain } from "../terminal.ts";

export type Scratch = {
  readonly installation: Installation;
  /** Address of the embedded server's administrator, with the database. */
  readonly adminUrl: string;
  /** Process number of the postmaster. */
  readonly postmaster: number;
};

/**
 * Opens a scratch folder with its own embedded database for as long as `work` takes. What else is set up on this machine (an
 * own server, an address) does not count: measured is what comes with KIM.
 * @throws StartRefused where the folder holds real data or a demo
 */
export async function withScratch<R>(ordner: string, work: (scratch: Scratch) => Promise<R>): Promise<R> {
  const settings = readConfig({ KIM_DATEN: ordner, KIM_AUFRUFORDNER: process.env["KIM_AUFRUFORDNER"] });
  const folder = prepareFolder(settings.daten, complain);
  const config = settle(settings, folder);
  const lock = acquireLock(folder, "bench");
  let database: Database | undefined;
  try {
    startLog({ level: "error", prozess: "bench" });
    database = await openDatabase(config, folder, complain);
    const installation = await openInstallation(config, folder, database, { migrated: false, report: complain });
    await claim(installation, "bench");
    const adminUrl = new URL(database.adminUrl);
    adminUrl.pathname = `/${database.name ?? ""}`;
    return await work({ installation, adminUrl: adminUrl.href, postmaster: database.cluster?.pid ?? 0 });
  } finally {
    await database?.stop();
    lock.release();
  }
}
