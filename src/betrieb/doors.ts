import { startDatabase, stopDatabase } from "../platform/db.ts";
import type { Installation } from "./installation.ts";

/** Opens the doors to the data for a command of this process, as the web process has them, and closes them again. */
export async function withDoors<R>(installation: Installation, work: () => Promise<R>): Promise<R> {
  startDatabase({ url: installation.url("kim_web"), applicationName: "kim-befehl", poolSize: 4 });
  try {
    return await work();
  } finally {
    await stopDatabase();
  }
}
