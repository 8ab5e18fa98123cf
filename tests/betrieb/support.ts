import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { vi } from "vitest";
import { z } from "zod";

export const CLONE = resolve(import.meta.dirname, "../..");
const KIM = join(CLONE, "kim");

// Whole installations start and stop here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 150_000, hookTimeout: 150_000 });

export type Environment = Readonly<Record<string, string>>;

export type Finished = { readonly code: number | null; readonly out: string; readonly err: string };

/** The environment of a person who has set nothing: whatever this test run was given is not theirs. */
export function clean(env: Environment): Environment {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(KIM_|DATABASE_URL|VITEST|NODE_OPTIONS|NODE_ENV)/.test(name),
  );
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""])), ...env };
}

/** Runs `./kim` to its end. `as` puts words before the command. */
export function kim(words: readonly string[], env: Environment = {}, as: readonly string[] = []): Finished {
  const [command = KIM, ...rest] = [...as, KIM, ...words];
  const done = spawnSync(command, rest, { env: clean(env), encoding: "utf8", timeout: 120_000 });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The same beside others. */
export function kimInBackground(words: readonly string[], env: Environment): Promise<Finished> {
  const child = spawn(KIM, words, { env: clean(env), stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => void (err += chunk.toString("utf8")));
  return new Promise((done) => void child.once("close", (code) => done({ code, out, err })));
}

/** A data folder of its own, and its real path (a temporary folder may be a link). */
export function dataFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "kim-betrieb-")));
}

export type Started = {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Everything printed so far. */
  readonly said: () => string;
  readonly exit: Promise<number | null>;
  readonly ended: () => boolean;
};
export type Running = Started & { readonly adresse: string };

export const until = async <T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  ms = 45_000,
): Promise<T> => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(40)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new Error(`Waited ${ms} ms in vain for: ${what}`);
};

/** Starts a command that goes on. `as` puts words before it. */
export function start(words: readonly string[], env: Environment, as: readonly string[] = []): Started {
  const [command = KIM, ...rest] = [...as, KIM, ...words];
  const child = spawn(command, rest, { env: clean(env), stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const collect = (chunk: Buffer) => void (text += chunk.toString("utf8"));
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  let ended = false;
  const exit = new Promise<number | null>((done) => {
    child.once("exit", (code) => {
      ended = true;
      done(code);
    });
  });
  return { process: child, pid: child.pid ?? 0, said: () => text, exit, ended: () => ended };
}

/** Starts `./kim start` or `./kim demo` and waits until it prints its address. */
export async function launch(
  words: readonly string[],
  env: Environment,
  as: readonly string[] = [],
  ms = 90_000,
): Promise<Running> {
  const started = start(words, env, as);
  const ask = () => {
    if (started.ended()) throw new Error(`ended early: ${started.said()}`);
    return started.said().match(/läuft unter (http:\S+)/)?.[1];
  };
  return { ...started, adresse: await until("address", ask, ms) };
}

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** Processes that have to do with a data folder: it stands in their arguments or their environment. */
export function processesOf(folder: string): number[] {
  if (!existsSync("/proc/self")) {
    const lines = spawnSync("ps", ["-axEww", "-o", "pid=,command="], { encoding: "utf8" }).stdout.split("\n");
    return lines.filter((line) => line.includes(folder)).map((line) => Number.parseInt(line, 10));
  }
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids
    .filter((pid) => `${read(`/proc/${pid}/cmdline`)}${read(`/proc/${pid}/environ`)}`.includes(folder))
    .map(Number);
}

/** The process of a folder that runs a program (part of its path). */
export const processWith = (folder: string, program: string): number | undefined =>
  processesOf(folder).find((pid) => read(`/proc/${pid}/cmdline`).includes(program));

export const postmasterOf = (folder: string): number =>
  Number(read(join(folder, "postgres/postmaster.pid")).split("\n")[0]);

/** The user number that a process runs as. */
export const uidOf = (pid: number): number => Number(read(`/proc/${pid}/status`).match(/^Uid:\s+(\d+)/m)?.[1]);

const holder = z.object({ pid: z.number(), datenbankPort: z.number() });

export const databasePort = (folder: string): number =>
  holder.parse(JSON.parse(readFileSync(join(folder, "betrieb.json"), "utf8"))).datenbankPort;

/** Kills whatever a failed test left and removes the folder. */
export function cleanUp(folder: string): void {
  for (const pid of processesOf(folder)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

const Health = z.object({ datenbank: z.string(), worker: z.string() });

/** Whether web, database and worker are there. That something crashed again and again, as here by the test, does not count. */
export async function isWell(adresse: string): Promise<true | undefined> {
  const answer = await fetch(`${adresse}/gesund`).catch(() => undefined);
  const state = Health.safeParse(await answer?.json().catch(() => undefined)).data;
  return state?.datenbank === "bereit" && state.worker !== "ohne Lebenszeichen" ? true : undefined;
}

/** The status of an answer, over a connection of its own: a kept one may have ended while a command ran. */
export const statusOf = (address: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    const request = get(address, { agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    request.once("error", fail);
  });
