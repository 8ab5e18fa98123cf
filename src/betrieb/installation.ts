import { isAbsolute, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../platform/config.ts";
import { readMarks, setMark } from "../platform/installation-marks.ts";
import { migrate, roleUrl, type Role } from "../platform/migrate.ts";
import { prepareFolder, type DataFolder } from "../platform/postgres/data-folder.ts";
import { EXIT_RUNNING, StartRefused } from "../platform/start-refused.ts";
import { openDatabase, runningDatabase } from "./database.ts";
import type { Database } from "./database.ts";
import { tryLock } from "./lock.ts";
import type { Holder, Lock } from "./lock.ts";
import { catchUpWithKeys } from "./nachtrag.ts";
import { openTresor, refuseLostKey } from "./operator-key.ts";
import { rolePasswords } from "./role-passwords.ts";

/** Real work, invented data to try it out, or very many invented data to measure; never two of them in one installation. */
export type Kind = "betrieb" | "demo" | "bench";
const KINDS: readonly Kind[] = ["betrieb", "demo", "bench"];

/** An installation whose database is reachable, migrated and whose tresor is open in this process. */
export type Installation = {
  readonly config: Config;
  readonly folder: DataFolder;
  /** Undefined until the first start said which it is. */
  readonly kind: Kind | undefined;
  readonly demoComplete: boolean;
  readonly url: (role: Role) => string;
  /** Where the browser finds it, as far as that is known. */
  readonly adresse: string;
};

const KIND_MARK = "art";

/** Settings with the place where the data really are, which a link may have led to. */
export function settle(config: Config, folder: DataFolder): Config {
  const inside = relative(config.daten, config.schluessel);
  const schluessel = inside.startsWith("..") || isAbsolute(inside) ? config.schluessel : join(folder.path, inside);
  return { ...config, daten: folder.path, schluessel };
}

/** Brings database and keys of a data folder into use. With `migrated: true` the running server has done its part. */
export async function openInstallation(
  config: Config,
  folder: DataFolder,
  database: Database,
  options: { readonly migrated: boolean; readonly adresse?: string; readonly report: (line: string) => void },
): Promise<Installation> {
  // Read here first, so that a wrong word list is a sentence before anything starts instead of a service that does not.
  await import("../listen/index.ts");
  const { adminUrl, name } = database;
  const here = new URL(adminUrl);
  if (name !== undefined) here.pathname = `/${name}`;
  await refuseLostKey(config.schluessel, here.href);
  const passwords = rolePasswords(folder);
  const target = name === undefined ? {} : { database: name };
  if (!options.migrated) await migrate({ adminUrl, passwords, report: options.report, ...target });
  const url = (role: Role) => roleUrl(adminUrl, role, passwords, name);
  await openTresor(config.schluessel, url("kim_owner"), folder.user);
  const marks = await readMarks(url("kim_owner"));
  if (!options.migrated) await catchUpWithKeys(url, marks);
  const kind = marks[KIND_MARK];
  return {
    config,
    folder,
    url,
    kind: KINDS.find((known) => known === kind),
    demoComplete: marks["demo_vollstaendig"] !== undefined,
    adresse: config.adresse ?? options.adresse ?? `http://${config.host}:${config.port}`,
  };
}

/**
 * Says once and for all what an installation is for.
 * @throws StartRefused when it is the other kind
 */
export async function claim(installation: Installation, kind: Kind): Promise<void> {
  if (installation.kind === undefined) await setMark(installation.url("kim_owner"), KIND_MARK, kind);
  else if (installation.kind !== kind) {
    throw new StartRefused(
      `${HERE[installation.kind]}. Nennen Sie ${kind === "bench" ? "mit --ordner" : "mit KIM_DATEN"} einen anderen Ordner, zum Beispiel ${ELSEWHERE[kind]}`,
    );
  }
}

const HERE: Readonly<Record<Kind, string>> = {
  betrieb: "Hier liegen wirkliche Daten",
  demo: "Hier liegt eine Demo",
  bench: "Hier liegen erfundene Daten zum Messen",
};
const ELSEWHERE: Readonly<Record<Kind, string>> = {
  betrieb: "KIM_DATEN=./betrieb ./kim start",
  demo: "KIM_DATEN=./demo ./kim demo",
  bench: "./kim bench daten --ordner ./bench-daten",
};

const WAIT_MS = 60_000;

/** Waits until the folder is free and takes it, or until the KIM that runs on it is ready and says how to reach it. */
async function enter(folder: DataFolder, befehl: string): Promise<Lock | Holder> {
  for (const end = Date.now() + WAIT_MS; ; await sleep(200)) {
    const found = tryLock(folder, befehl);
    if ("release" in found || found.adresse !== undefined) return found;
    if (Date.now() > end) {
      const what = `„./kim ${found.befehl}“ (Prozess ${found.pid}) arbeitet noch an diesem Datenordner.`;
      throw new StartRefused(`${what} Versuchen Sie es danach noch einmal.`, EXIT_RUNNING);
    }
  }
}

/**
 * Does something with an installation: through the database of a running KIM if there is one, otherwise the database is
 * opened for as long as `work` takes. Two such commands on one folder wait for each other.
 */
export async function withInstallation<R>(
  settings: Config,
  befehl: string,
  report: (line: string) => void,
  work: (installation: Installation) => Promise<R>,
): Promise<R> {
  const folder = prepareFolder(settings.daten, report);
  const config = settle(settings, folder);
  const lock = await enter(folder, befehl);
  if (!("release" in lock)) {
    const database = runningDatabase(config, folder, lock.datenbankPort ?? 0);
    const running = lock.adresse === undefined ? {} : { adresse: lock.adresse };
    return work(await openInstallation(config, folder, database, { migrated: true, report, ...running }));
  }
  try {
    const database = await openDatabase(config, folder, report);
    try {
      return await work(await openInstallation(config, folder, database, { migrated: false, report }));
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}
