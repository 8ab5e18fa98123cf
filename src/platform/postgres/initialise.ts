import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SystemUser } from "../privileges.ts";
import { StartRefused } from "../start-refused.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Programs } from "./native.ts";

const ADMIN = "kim_admin";

/** Address of the embedded server's administrator, database `postgres`. */
export const adminUrl = (password: string, port: number): string =>
  `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;

/** Only loopback, only with a password. */
const HBA = "host all all 127.0.0.1/32 scram-sha-256\n";

const passwordFile = (folder: string): string => join(folder, "schluessel", "postgres.passwort");

/** Makes a folder or file of the installation belong to the user that works with it. */
export function own(user: SystemUser | undefined, path: string): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}

/** Makes a folder of the installation that only its user can enter. */
export function makeFolder(user: SystemUser | undefined, path: string): void {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  own(user, path);
}

/** Writes a secret that only its owner can read. Never overwrites one. */
export function writeSecret(user: SystemUser | undefined, path: string, content: string, mode = 0o600): void {
  writeFileSync(path, content, { mode, flag: "wx", flush: true });
  own(user, path);
}

/** The administrator's password of a data folder that has a cluster. */
export const readAdminPassword = (folder: string): string => readFileSync(passwordFile(folder), "utf8").trim();

/** The administrator's password, made on the first start. */
function adminPassword(folder: DataFolder, hasCluster: boolean): string {
  const path = passwordFile(folder.path);
  if (existsSync(path)) return readAdminPassword(folder.path);
  if (hasCluster) {
    throw new StartRefused(
      `Das Passwort der Datenbank fehlt: ${path} ist nicht mehr da. Spielen Sie die Datei aus der Sicherung zurück.`,
    );
  }
  const password = randomBytes(32).toString("base64url");
  writeSecret(folder.user, path, `${password}\n`);
  return password;
}

function runInitdb(programs: Programs, folder: DataFolder, target: string, password: string, fsync: boolean): void {
  const secret = join(folder.path, "schluessel", `initdb.${process.pid}`);
  const flags = [
    "--pgdata",
    target,
    "--username",
    ADMIN,
    "--pwfile",
    secret,
    "--auth",
    "scram-sha-256",
    "--encoding",
    "UTF8",
  ];
  // The builtin provider, from PostgreSQL 17 on, sorts alike on every machine and after every update of the system.
  const locale = programs.bundled
    ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    : ["--locale=C.UTF-8"];
  const safety = ["--data-checksums", "--no-instructions", ...(fsync ? [] : ["--no-sync"])];
  writeSecret(folder.user, secret, `${password}\n`);
  try {
    const as = folder.user === undefined ? {} : { uid: folder.user.uid, gid: folder.user.gid };
    const env = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
    const done = spawnSync(programs.initdb, [...flags, ...locale, ...safety], {
      ...as,
      cwd: folder.path,
      env,
      encoding: "utf8",
    });
    if (done.status === 0) return;
    const why = done.error?.message ?? done.stderr.trim().split("\n").slice(-2).join(" ");
    throw new StartRefused(`Die Datenbank ließ sich in ${folder.path} nicht anlegen: ${why}`);
  } finally {
    rmSync(secret, { force: true });
  }
}

/**
 * Makes the cluster in `<folder>/postgres` if there is none yet. It is built under another name first, so that an
 * interrupted start leaves nothing that looks finished.
 * @returns the folder of the cluster and the administrator's password.
 */
export function initialise(
  programs: Programs,
  folder: DataFolder,
  options: { readonly fsync: boolean; readonly report: (line: string) => void },
): { readonly cluster: string; readonly password: string } {
  const cluster = join(folder.path, "postgres");
  for (const name of ["schluessel", "protokoll"]) makeFolder(folder.user, join(folder.path, name));
  const finished = existsSync(join(cluster, "PG_VERSION"));
  const password = adminPassword(folder, finished);
  if (!finished) {
    options.report("Die Datenbank wird angelegt …");
    const half = join(folder.path, "postgres.neu");
    rmSync(half, { recursive: true, force: true });
    runInitdb(programs, folder, half, password, options.fsync);
    writeFileSync(join(half, "pg_hba.conf"), HBA);
    renameSync(half, cluster);
  }
  return { cluster, password };
}
