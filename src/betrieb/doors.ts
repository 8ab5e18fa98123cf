import { LONG_ANSWER_MS, startDatabase, stopDatabase } from "../platform/db.ts";
import type { Installation } from "./installation.ts";

/** Opens the doors to the data for a command of this process, as the web process has them, and closes them again. */
export const withDoors = <R>(installation: Installation, work: () => Promise<R>): Promise<R> =>
  withUrl(installation.url("kim_web"), work);

/** The same as the worker, for what only that may do: counting, taking lists over. */
export const withWorkerDoors = <R>(installation: Installation, work: () => Promise<R>): Promise<R> =>
  withUrl(installation.url("kim_worker"), work);

/**
 * The same without waiting for the disk at every single step, for invented data that can be made again. Whatever is
 * written afterwards in the ordinary way makes all of it durable.
 */
export function withFastDoors<R>(installation: Installation, work: () => Promise<R>): Promise<R> {
  const url = new URL(installation.url("kim_web"));
  url.searchParams.set("options", "-c synchronous_commit=off");
  return withUrl(url.href, work);
}

async function withUrl<R>(url: string, work: () => Promise<R>): Promise<R> {
  startDatabase({ url, applicationName: "kim-befehl", poolSize: 4, answerMs: LONG_ANSWER_MS });
  try {
    return await work();
  } finally {
    await stopDatabase();
  }
}
