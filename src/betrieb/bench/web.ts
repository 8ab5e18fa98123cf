import { fork } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { freePort } from "../../platform/postgres/free-port.ts";
import { DROP_TO } from "../../platform/privileges.ts";
import type { Installation } from "../installation.ts";

/** The clone that this command runs from. */
export const HERE = resolve(import.meta.dirname, "../../..");

export type Web = {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process until it answers, in ms. */
  readonly bereit: number;
  readonly stop: () => Promise<void>;
};

const ready = z.object({ bereit: z.literal(true), adresse: z.string() });

/** Starts the web process of a clone on a free port, as the supervisor would, with the settings of real work. */
export async function startWeb(clone: string, { config, folder, url }: Installation): Promise<Web> {
  const begin = performance.now();
  const child = fork(join(clone, "src/server.ts"), {
    cwd: clone,
    execArgv: ["--max-old-space-size=640", "--import", pathToFileURL(join(clone, "src/translate.ts")).href],
    env: {
      PATH: process.env["PATH"],
      KIM_DATEN: folder.path,
      KIM_SCHLUESSEL: config.schluessel,
      KIM_PORT: String(await freePort()),
      KIM_WEB_URL: url("kim_web"),
      KIM_LOG: "error",
      ...(folder.user === undefined ? {} : { [DROP_TO]: `${folder.user.uid}:${folder.user.gid}` }),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const first = await Promise.race([once(child, "message"), ended.then(() => [undefined])]);
  const news = ready.safeParse(first[0]);
  if (!news.success) throw new Error(`Der Webdienst in ${clone} startet nicht.`);
  return {
    bereit: performance.now() - begin,
    url: news.data.adresse,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
