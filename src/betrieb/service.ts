import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { log } from "../platform/log.ts";

export type ServiceOptions = {
  /** Name in log and messages. */
  readonly name: string;
  /** Absolute path of the program. */
  readonly script: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** File descriptor that takes its output; undefined: the supervisor's own. */
  readonly logFd: number | undefined;
};

export type Service = {
  /** The address it reports, once it is ready for the first time. Rejects when it never gets there. */
  readonly ready: Promise<string | undefined>;
  /** Ends it: SIGTERM, after `graceMs` SIGKILL. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** The process ended before it was ever ready. `exitCode` 4 means: it has said why, and trying again is no use. */
export class ServiceFailed extends Error {
  override readonly name = "ServiceFailed";
  readonly service: string;
  readonly exitCode: number;
  constructor(service: string, exitCode: number) {
    super(`KIM startet nicht: Der Teil „${service}“ endet gleich wieder.`);
    this.service = service;
    this.exitCode = exitCode;
  }
}

const readySchema = z.object({ bereit: z.literal(true), adresse: z.string().optional() });

const REFUSED = 4;
const TRIES = 3;
const TRANSLATE = new URL("../translate.ts", import.meta.url).href;
/** The first five pauses together are 3.1 seconds, none of them longer than 1.6. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** Who lived this long is well again: the next crash is the first one. */
const STABLE_MS = 60_000;

type End = { readonly code: number | null; readonly signal: string | null };

/**
 * Its own session keeps Ctrl-C in a terminal away from it; the IPC channel tells it when the supervisor is gone.
 */
function launch({ script, env, logFd }: ServiceOptions): ChildProcess {
  return fork(script, {
    // A list at the limits of what is read needs no more; without a limit the heap grows past 1 GiB before it is swept.
    execArgv: ["--max-old-space-size=640", "--import", TRANSLATE],
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    stdio: ["ignore", logFd ?? "inherit", logFd ?? "inherit", "ipc"],
    detached: true,
  });
}

const endOf = (child: ChildProcess): Promise<End> =>
  new Promise((done) => {
    child.once("exit", (code, signal) => done({ code, signal }));
    child.once("error", () => done({ code: null, signal: null }));
  });

/** How long it stays away after so many crashes in a row. */
export const pauseMs = (crashes: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (crashes - 1));

/** Starts a process and keeps it running: after a crash it comes back, the pause doubling up to ten seconds. */
export function startService(options: ServiceOptions): Service {
  let child: ChildProcess | undefined;
  const stopping = new AbortController();
  const ready = Promise.withResolvers<string | undefined>();

  const keepRunning = async () => {
    let crashes = 0;
    let everReady = false;
    while (!stopping.signal.aborted) {
      const begin = performance.now();
      child = launch(options);
      child.on("message", (message) => {
        const news = readySchema.safeParse(message);
        if (!news.success) return;
        everReady = true;
        ready.resolve(news.data.adresse);
      });
      const { code, signal } = await endOf(child);
      if (stopping.signal.aborted) return;
      crashes = performance.now() - begin > STABLE_MS ? 1 : crashes + 1;
      if (!everReady && (code === REFUSED || crashes >= TRIES)) {
        ready.reject(new ServiceFailed(options.name, code ?? 1));
        return;
      }
      log.warn("dienst.beendet", {
        dienst: options.name,
        ende: code ?? undefined,
        signal: signal ?? undefined,
        versuch: crashes,
      });
      await sleep(pauseMs(crashes), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const over = keepRunning();

  return {
    ready: ready.promise,
    stop: async (graceMs) => {
      stopping.abort();
      child?.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), graceMs);
      await over;
      clearTimeout(late);
    },
  };
}
