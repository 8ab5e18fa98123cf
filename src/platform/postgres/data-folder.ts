import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { canReach, findUser, giveTo, isRoot, ownUser } from "../privileges.ts";
import type { SystemUser } from "../privileges.ts";
import { StartRefused } from "../start-refused.ts";

/** A folder ready for use. `user` is who owns it and whom all processes become; undefined: this process's own user. */
export type DataFolder = { readonly path: string; readonly user: SystemUser | undefined };

const SHARED = "/var/lib/kim";

/**
 * What KIM itself puts into its folder; anything else means that the folder belongs to somebody. `betrieb.json` is
 * written beside itself first, so another command may be seen at it, or have been killed at it.
 */
const OURS = /^(?:postgres|postgres\.neu|schluessel|protokoll|demo\.unfertig|betrieb\.json(?:\.(?:alt\.)?\d+)?)$/;

/** What lies behind a folder that may not be entered counts as missing: there is nothing to be done with it. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function nearestExisting(path: string): string {
  return exists(path) ? path : nearestExisting(dirname(path));
}

/** Makes the folder where needed (0700) and says who it belongs to. */
export function prepareFolder(path: string, report: (line: string) => void): DataFolder {
  return isRoot() ? prepareAsRoot(path, report) : { path: prepareAsUser(path), user: undefined };
}

function prepareAsUser(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(path);
  } catch {
    const owner = statSync(nearestExisting(path), { throwIfNoEntry: false })?.uid;
    const name = (owner !== undefined && findUser(String(owner))?.name) || "jemand anderem";
    throw new StartRefused(
      `In den Datenordner ${path} darf diese Anmeldung nicht schreiben (er gehört ${name}).` +
        " Starten Sie KIM wie beim ersten Mal oder nennen Sie mit KIM_DATEN einen anderen Ordner.",
    );
  }
}

function prepareAsRoot(path: string, report: (line: string) => void): DataFolder {
  if (process.platform !== "linux") {
    throw new StartRefused("KIM läuft nie als root. Starten Sie es mit Ihrer gewöhnlichen Anmeldung, ohne sudo.");
  }
  const owner = exists(path) ? statSync(realpathSync(path)).uid : 0;
  const user = owner === 0 ? ownUser() : findUser(String(owner));
  if (user === undefined) {
    throw new StartRefused(
      `Der Datenordner ${path} gehört der unbekannten Nutzernummer ${owner}. Geben Sie ihn mit chown einer bekannten.`,
    );
  }
  if (!canReach(user, exists(path) ? dirname(realpathSync(path)) : nearestExisting(dirname(path)))) {
    return { path: moveToShared(path, user, report), user };
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const real = realpathSync(path);
  if (owner === 0) {
    refuseForeign(real);
    giveTo(user, real);
  }
  return { path: real, user };
}

function refuseForeign(path: string): void {
  const foreign = readdirSync(path).find((name) => !OURS.test(name));
  if (foreign === undefined) return;
  throw new StartRefused(
    `Im Datenordner ${path} liegt Fremdes („${foreign}“). Nennen Sie mit KIM_DATEN einen leeren Ordner.`,
  );
}

/** The user cannot get to the folder (a clone in /root): the data lie in /var/lib/kim, a link shows the way. */
function moveToShared(path: string, user: SystemUser, report: (line: string) => void): string {
  if (exists(path) && readdirSync(path).length > 0) {
    throw new StartRefused(
      `Den Datenordner ${path} kann der Benutzer „${user.name}“ nicht erreichen, als der KIM statt root läuft.` +
        ` Verschieben Sie ihn, zum Beispiel nach ${SHARED}/daten, und nennen Sie diesen Ort mit KIM_DATEN.`,
    );
  }
  const target = join(SHARED, `daten-${createHash("sha256").update(path).digest("hex").slice(0, 12)}`);
  mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  mkdirSync(target, { recursive: true, mode: 0o700 });
  giveTo(user, target);
  mkdirSync(dirname(path), { recursive: true });
  if (exists(path)) rmdirSync(path);
  symlinkSync(target, path);
  report(`Die Daten liegen in ${target}, weil der Benutzer „${user.name}“ den Ordner ${path} nicht erreichen kann.`);
  return target;
}
