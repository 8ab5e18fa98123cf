import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { StartRefused } from "./start-refused.ts";

/** The user that processes run as when KIM was started by root. */
export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number };

const NAME = "kim";

export const isRoot = (): boolean => process.getuid?.() === 0;

/** A user by name or uid; undefined where the system knows none. */
export function findUser(nameOrUid: string): SystemUser | undefined {
  const ask = (what: string) => spawnSync("id", [what, "--", nameOrUid], { encoding: "utf8" });
  const uid = ask("-u");
  if (uid.status !== 0) return undefined;
  return { name: ask("-nu").stdout.trim(), uid: Number(uid.stdout), gid: Number(ask("-g").stdout) };
}

/** KIM's own system user; made on the first start as root. */
export function ownUser(): SystemUser {
  const known = findUser(NAME);
  if (known !== undefined) return known;
  const flags = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"];
  const made = spawnSync("useradd", [...flags, "--shell", "/usr/sbin/nologin", NAME], { encoding: "utf8" });
  const user = findUser(NAME);
  if (user !== undefined) return user;
  throw new StartRefused(
    `KIM läuft nie als root und konnte sich keinen eigenen Systembenutzer „${NAME}“ anlegen` +
      ` (${made.error?.message ?? made.stderr.trim()}). Legen Sie ihn an oder starten Sie KIM ohne root.`,
  );
}

/** Whether a user can enter a folder or read a file; asked of the system, so that access lists count too. */
export function canReach(user: SystemUser, path: string): boolean {
  const probe = 'if [ -d "$1" ]; then cd "$1"; else [ -r "$1" ]; fi';
  const result = spawnSync("/bin/sh", ["-c", probe, "sh", path], {
    uid: user.uid,
    gid: user.gid,
    cwd: "/",
    stdio: "ignore",
  });
  return result.status === 0;
}

/** Hands a folder and everything in it to a user. Links are not followed. */
export function giveTo(user: SystemUser, path: string): void {
  const hand = () => execFileSync("chown", ["-R", "-h", `${user.uid}:${user.gid}`, "--", path], { stdio: "pipe" });
  try {
    hand();
  } catch {
    hand(); // a file that another command was just writing beside its own is gone by now
  }
}

/** Name of the variable by which the supervisor tells its processes whom to become: `uid:gid`. */
export const DROP_TO = "KIM_NUTZER";

/**
 * Gives up root for good, if the supervisor said so. Called by web and worker after all modules are loaded, as the
 * clone itself may lie where the user cannot read.
 */
export function dropPrivileges(env: Readonly<Record<string, string | undefined>> = process.env): void {
  const match = env[DROP_TO]?.match(/^(\d+):(\d+)$/);
  if (!isRoot()) return;
  const [, uid, gid] = match ?? [];
  if (uid === undefined || gid === undefined) {
    throw new StartRefused("Web und Hintergrundarbeit laufen nie als root; starten Sie KIM mit ./kim start.");
  }
  endHelpers();
  process.setgroups?.([Number(gid)]);
  process.setgid?.(Number(gid));
  process.setuid?.(Number(uid));
  if (isRoot()) throw new StartRefused("KIM konnte die Rechte von root nicht abgeben und startet deshalb nicht.");
}

/**
 * The compiler that translated this program's modules is a process of its own and would stay root, listening to whoever
 * has become somebody else here.
 */
function endHelpers(): void {
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    if (parentOf(name) === process.pid) process.kill(Number(name), "SIGKILL");
  }
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ")[1],
    );
  } catch {
    return undefined;
  }
}
