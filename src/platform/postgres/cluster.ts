import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartRefused } from "../start-refused.ts";
import { prepareFolder } from "./data-folder.ts";
import type { DataFolder } from "./data-folder.ts";
import { freePort } from "./free-port.ts";
import { adminUrl, initialise, own } from "./initialise.ts";
import { findPrograms, programsIn } from "./native.ts";
import { endLeftBehind, readPostmasterFile, stopOrphan } from "./postmaster.ts";
import { serverArguments } from "./settings.ts";

export type ClusterOptions = {
  /** The data folder; the cluster itself lies in its `postgres`. Made when missing. */
  readonly folder: string;
  /** Progress of what takes long, one German sentence each. */
  readonly report?: (line: string) => void;
  /** False for tests: faster, and lost with the machine's power. */
  readonly fsync?: boolean;
  /** `bin` of another PostgreSQL from 15 on, instead of the programs that came with KIM. */
  readonly bin?: string;
  /** A port to keep after a crash; otherwise a free one. */
  readonly port?: number;
};

export type Cluster = {
  /** Address for the administrator `kim_admin`, database `postgres`, with the password in it. */
  readonly url: string;
  readonly port: number;
  /** Process number of the postmaster. */
  readonly pid: number;
  /** Where the data really are, and as whom the server runs (undefined: as this process's user). */
  readonly folder: DataFolder;
  /** Called once when the server ends without `stop`. */
  readonly onExit: (tell: () => void) => void;
  /** Fast shutdown; an immediate one after `graceMs` (five seconds). */
  readonly stop: (graceMs?: number) => Promise<void>;
};

const MAX_LOG_BYTES = 5 * 1024 * 1024;
const STOP_MS = 5000;
const RETRY_MS = 15_000;

type Server = {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<void>;
  running: () => boolean;
};

function openLog(folder: DataFolder): { readonly path: string; readonly fd: number } {
  const path = join(folder.path, "protokoll", "postgres.log");
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
  const fd = openSync(path, "a", 0o600);
  own(folder.user, path);
  return { path, fd };
}

/** Starts the postmaster in a session of its own, so that Ctrl-C in a terminal reaches only the supervisor. */
function launch(program: string, cluster: string, settings: string[], folder: DataFolder, logFd: number): Server {
  const as = folder.user === undefined ? {} : { uid: folder.user.uid, gid: folder.user.gid };
  const child = spawn(program, ["-D", cluster, ...settings], {
    ...as,
    cwd: folder.path,
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", "ignore", logFd],
    detached: true,
  });
  let running = true;
  const ended = new Promise<void>((done) => {
    const end = () => {
      running = false;
      done();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  return { process: child, pid: child.pid ?? 0, ended, running: () => running };
}

/**
 * A second, tiny process that ends the server when this one dies without a word (kill -9): its standard input closes.
 */
function guard(server: Server, folder: DataFolder): ChildProcess {
  const as = folder.user === undefined ? {} : { uid: folder.user.uid, gid: folder.user.gid };
  const script = 'read -r _; kill -INT "$1"';
  const stdio: ["pipe", "ignore", "ignore"] = ["pipe", "ignore", "ignore"];
  const child = spawn("/bin/sh", ["-c", script, "sh", String(server.pid)], { ...as, cwd: "/", stdio, detached: true });
  child.stdin.on("error", () => undefined);
  child.unref();
  return child;
}

async function untilReady(server: Server, cluster: string, report: (line: string) => void): Promise<boolean> {
  const begin = Date.now();
  let told = begin;
  while (server.running()) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === server.pid && file.ready) return true;
    if (Date.now() - told > 3000) {
      report("Die Datenbank stellt sich nach einem Abbruch wieder her …");
      told = Date.now() + 12_000;
    }
    await Promise.race([sleep(15), server.ended]);
  }
  return false;
}

/** What the server said since `from`, without time and number. */
function complaint(logPath: string, from: number): string {
  const lines = readFileSync(logPath).subarray(from).toString("utf8").split("\n");
  const serious = lines.filter((line) => /FATAL|PANIC|error while loading|HINT/.test(line));
  return (serious.length > 0 ? serious : lines.slice(-3))
    .map((line) => line.replace(/^.*?(FATAL|PANIC|HINT):\s*/, ""))
    .join(" ");
}

async function startServer(
  program: string,
  cluster: string,
  folder: DataFolder,
  options: ClusterOptions,
  report: (line: string) => void,
): Promise<{ readonly server: Server; readonly port: number }> {
  const end = Date.now() + RETRY_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    const { path, fd } = openLog(folder);
    const from = fstatSync(fd).size;
    const server = launch(program, cluster, serverArguments({ port, fsync: options.fsync ?? true }), folder, fd);
    closeSync(fd);
    if (await untilReady(server, cluster, report)) return { server, port };
    const why = complaint(path, from);
    const passes = /shared memory|postmaster\.pid|bind|in use/i.test(why);
    if (!passes || Date.now() > end) {
      throw new StartRefused(`Die Datenbank in ${folder.path} startet nicht: ${why.trim()} Mehr steht in ${path}.`);
    }
    endLeftBehind(cluster);
    await sleep(150);
  }
}

/**
 * Opens the embedded PostgreSQL of a data folder: makes it on first use, ends a server that an earlier process left
 * behind, recovers from a crash. Listens on 127.0.0.1 only. Started as root it runs as the folder's owner or as `kim`.
 * The caller holds the folder's lock; nothing here keeps two callers apart.
 * @throws StartRefused with one sentence that says what to do.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const report = options.report ?? (() => undefined);
  const folder = prepareFolder(options.folder, report);
  const programs = options.bin === undefined ? findPrograms(folder.user, report) : programsIn(options.bin);
  const { cluster, password } = initialise(programs, folder, { fsync: options.fsync ?? true, report });
  await stopOrphan(cluster);
  const { server, port } = await startServer(programs.postgres, cluster, folder, options, report);
  const guardian = guard(server, folder);
  let stopping = false;
  const listeners: (() => void)[] = [];
  const watch = async () => {
    await server.ended;
    guardian.kill("SIGKILL");
    if (!stopping) for (const tell of listeners) tell();
  };
  void watch();
  return {
    url: adminUrl(password, port),
    port,
    pid: server.pid,
    folder,
    onExit: (tell) => void listeners.push(tell),
    stop: async (graceMs = STOP_MS) => {
      stopping = true;
      if (server.running()) server.process.kill("SIGINT");
      await Promise.race([server.ended, sleep(graceMs, undefined, { ref: false })]);
      if (server.running()) server.process.kill("SIGQUIT");
      await server.ended;
    },
  };
}
