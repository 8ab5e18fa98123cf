import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The first lines of `postmaster.pid`, which the server keeps up to date while it runs. */
export type PostmasterFile = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** Reads `postmaster.pid` of a cluster folder; undefined when no server runs or ran there. */
export function readPostmasterFile(folder: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === "ready" } : undefined;
  } catch {
    return undefined;
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function commandLine(pid: number): string {
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Whether a process is a PostgreSQL server of this very folder, and not another that got the same number. */
function worksIn(pid: number, folder: string): boolean {
  return existsSync("/proc/self") ? workingFolder(pid) === folder : commandLine(pid).includes(folder);
}

/** Backends whose postmaster was killed. They hold the shared memory that the next start waits for. Linux only. */
function leftBehind(folder: string): number[] {
  if (!existsSync("/proc/self")) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => workingFolder(pid) === folder && commandOf(pid).includes("postgres"));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT" | "SIGKILL"): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

const GRACE_MS = 20_000;

async function gone(pid: number, folder: string, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) {
    if (!worksIn(pid, folder)) return true;
  }
  return false;
}

/** Ends a server that an earlier supervisor left running: first politely, then as a crash that it recovers from. */
export async function stopOrphan(folder: string): Promise<boolean> {
  const orphan = readPostmasterFile(folder);
  if (orphan === undefined || !worksIn(orphan.pid, folder)) return false;
  signal(orphan.pid, "SIGINT");
  if (await gone(orphan.pid, folder, GRACE_MS)) return true;
  signal(orphan.pid, "SIGQUIT");
  if (!(await gone(orphan.pid, folder, GRACE_MS))) signal(orphan.pid, "SIGKILL");
  return true;
}

/** Ends backends without a postmaster; safe, as the next start recovers from the log as after any crash. */
export function endLeftBehind(folder: string): void {
  for (const pid of leftBehind(folder)) signal(pid, "SIGQUIT");
}
