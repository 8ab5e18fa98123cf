import { openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Config } from "../platform/config.ts";
import { log, startLog } from "../platform/log.ts";
import { prepareFolder, type DataFolder } from "../platform/postgres/data-folder.ts";
import { makeFolder, own } from "../platform/postgres/initialise.ts";
import { DROP_TO } from "../platform/privileges.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { openDatabase } from "./database.ts";
import { EXIT_OK } from "./exit-codes.ts";
import { claim, openInstallation, settle } from "./installation.ts";
import type { Installation, Kind } from "./installation.ts";
import { keepDatabase } from "./keep-database.ts";
import { acquireLock } from "./lock.ts";
import type { Lock } from "./lock.ts";
import { choosePort } from "./port.ts";
import { ServiceFailed, startService } from "./service.ts";
import type { Service } from "./service.ts";
import { stopRequest } from "./stop-request.ts";
import type { StopRequest } from "./stop-request.ts";
import { complain, say } from "./terminal.ts";

export type Plan = {
  readonly befehl: "start" | "demo";
  readonly kind: Kind;
  readonly config: Config;
  /** Whether another port may be taken when the wanted one is in use. */
  readonly anyPort: boolean;
  /** Where web and worker write their log: beside the data, or to this process's output. */
  readonly logTo: "ordner" | "ausgabe";
  /** Removes what an earlier start left unfinished, before the database opens. */
  readonly discard?: (config: Config, folder: string) => Promise<void>;
  /** What must be there before anybody can look at it. */
  readonly prepare: (installation: Installation) => Promise<void>;
  /** Tells the person at the terminal that KIM is ready at `adresse`. */
  readonly announce: (installation: Installation, adresse: string) => Promise<void>;
};

// Together within the ten seconds that a service manager waits.
const SERVICE_GRACE_MS = 6000;
const DATABASE_GRACE_MS = 2500;
const MAX_LOG_BYTES = 10 * 1024 * 1024;

const CLONE = resolve(import.meta.dirname, "../..");

type Closing = (() => Promise<void>)[];

/**
 * Starts database, web and worker and keeps them running until it is told to stop (SIGTERM, Ctrl-C), then ends all of
 * them within ten seconds. Whatever of them is killed comes back; when this process is killed, the others end by
 * themselves and the next start takes over.
 * @returns the exit code
 */
export async function supervise(plan: Plan): Promise<number> {
  const stop = stopRequest();
  const folder = prepareFolder(plan.config.daten, say);
  const lock = acquireLock(folder, plan.befehl);
  const closing: Closing = [];
  try {
    await Promise.race([stop.requested, work(plan, folder, lock, closing, stop)]);
    return EXIT_OK;
  } finally {
    for (const close of closing.toReversed()) await close();
    lock.release();
  }
}

async function work(plan: Plan, folder: DataFolder, lock: Lock, closing: Closing, stop: StopRequest): Promise<void> {
  const config = settle(plan.config, folder);
  makeFolder(folder.user, join(folder.path, "protokoll"));
  startLog({
    level: config.logLevel,
    prozess: "aufsicht",
    ...(plan.logTo === "ordner" ? { datei: logPath(folder, "aufsicht") } : {}),
  });
  const wanted = { host: config.host, port: config.port, insist: !plan.anyPort };
  const port = await choosePort({ ...wanted, dropsRoot: folder.user !== undefined });
  await plan.discard?.(config, folder.path);
  const database = await openDatabase(config, folder, say);
  const endDatabase = keepDatabase(database, folder.path);
  closing.push(() => endDatabase(DATABASE_GRACE_MS));
  if (database.cluster !== undefined) lock.tell({ datenbankPort: database.cluster.port });

  const installation = await openInstallation(config, folder, database, { migrated: false, report: say });
  await claim(installation, plan.kind);
  await plan.prepare(installation);
  if (stop.isRequested()) return;

  const adresse = await startServices(plan, installation, port, closing);
  lock.tell({ adresse });
  await plan.announce(installation, adresse);
  log.info("kim.bereit", { port });
  await stop.requested;
  log.info("kim.endet");
}

function logPath(folder: DataFolder, name: string): string {
  const path = join(folder.path, "protokoll", `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
  return path;
}

/** Starts web and worker and waits for both. Returns the address where the browser finds KIM. */
async function startServices(plan: Plan, installation: Installation, port: number, closing: Closing): Promise<string> {
  const env = environment(plan, installation, port);
  const web = startOne(plan, installation, "web", "src/server.ts", {
    ...env,
    KIM_WEB_URL: installation.url("kim_web"),
  });
  const worker = startOne(plan, installation, "worker", "src/worker.ts", {
    ...env,
    KIM_WORKER_URL: installation.url("kim_worker"),
  });
  closing.push(async () => {
    await Promise.all([web.stop(SERVICE_GRACE_MS), worker.stop(SERVICE_GRACE_MS)]);
  });
  try {
    const [adresse] = await Promise.all([web.ready, worker.ready]);
    return installation.config.adresse ?? adresse ?? `http://${installation.config.host}:${port}`;
  } catch (error) {
    if (error instanceof ServiceFailed && plan.logTo === "ordner") showLog(installation.folder, error.service);
    if (error instanceof ServiceFailed) throw new StartRefused(error.message, error.exitCode);
    throw error;
  }
}

function startOne(
  plan: Plan,
  { folder }: Installation,
  name: string,
  script: string,
  env: Readonly<Record<string, string | undefined>>,
): Service {
  const options = { name, script: join(CLONE, script), env };
  if (plan.logTo === "ausgabe") return startService({ ...options, logFd: undefined });
  const path = logPath(folder, name);
  const logFd = openSync(path, "a", 0o600);
  own(folder.user, path);
  return startService({ ...options, logFd });
}

/** What web and worker need to know. The administrator's address of the database is not among it. */
function environment(plan: Plan, { config, folder }: Installation, port: number) {
  const { DATABASE_URL: _, ...rest } = process.env;
  return {
    ...rest,
    KIM_DATEN: folder.path,
    KIM_SCHLUESSEL: config.schluessel,
    KIM_HOST: config.host,
    KIM_PORT: String(port),
    KIM_DEMO: plan.kind === "demo" ? "1" : undefined,
    [DROP_TO]: folder.user === undefined ? undefined : `${folder.user.uid}:${folder.user.gid}`,
  };
}

/** The last lines of a process that did not start, where they would not be seen otherwise. */
function showLog(folder: DataFolder, name: string): void {
  const lines = readFileSync(logPath(folder, name), "utf8").trim().split("\n");
  for (const line of lines.slice(-12)) complain(line);
}
