import { type ChildProcess, fork } from "node:child_process";
import { chownSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { createOperatorKey, startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";

const SERVER = resolve(import.meta.dirname, "../../src/server.ts");
/** Whom the process becomes where the tests run as root, as it never works as that itself. */
const NOBODY = 65_534;

/** The real web process on a port of its own. It can be killed, and started again at the same address. */
export class WebProcess {
  readonly #env: NodeJS.ProcessEnv;
  readonly #folder: string;
  readonly url: string;
  #child: ChildProcess | undefined;

  private constructor(url: string, folder: string, env: NodeJS.ProcessEnv) {
    this.url = url;
    this.#folder = folder;
    this.#env = env;
  }

  /** Starts it on a migrated database. The tresor of this process gets the same key. */
  static async open(databaseUrl: string): Promise<WebProcess> {
    const folder = mkdtempSync(join(tmpdir(), "kim-web-"));
    const key = join(folder, "betreiber.key");
    stopTresor();
    startTresor(await createOperatorKey(key));
    const root = process.getuid?.() === 0;
    if (root) {
      chmodSync(folder, 0o755);
      chownSync(key, NOBODY, NOBODY);
    }
    const port = await freePort();
    const web = new WebProcess(`http://127.0.0.1:${port}`, folder, {
      PATH: process.env["PATH"],
      KIM_WEB_URL: databaseUrl,
      KIM_SCHLUESSEL: key,
      KIM_PORT: String(port),
      KIM_LOG: "error",
      ...(root ? { KIM_NUTZER: `${NOBODY}:${NOBODY}` } : {}),
    });
    await web.start();
    return web;
  }

  start(): Promise<void> {
    return new Promise((ready, fail) => {
      const child = fork(SERVER, {
        execArgv: ["--import", import.meta.resolve("../../src/translate.ts")],
        env: this.#env,
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      this.#child = child;
      child.once("message", () => ready());
      child.once("exit", (code) => fail(new Error(`Das Web endete mit ${code}.`)));
    });
  }

  /** At once, in the middle of whatever it does. */
  kill(): Promise<void> {
    return new Promise((gone) => {
      this.#child?.once("exit", () => gone());
      this.#child?.kill("SIGKILL");
    });
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
