import type { Config } from "../platform/config.ts";
import { openCluster, type Cluster } from "../platform/postgres/cluster.ts";
import type { DataFolder } from "../platform/postgres/data-folder.ts";
import { adminUrl, readAdminPassword } from "../platform/postgres/initialise.ts";
import { probeServer } from "../platform/postgres/probe.ts";

/** The server that holds the data: the embedded one, or one's own. */
export type Database = {
  /** Address for an administrator who may make roles. */
  readonly adminUrl: string;
  /** The database on the embedded server; undefined: the one that `adminUrl` names. */
  readonly name: string | undefined;
  readonly cluster: Cluster | undefined;
  readonly stop: (graceMs?: number) => Promise<void>;
};

const EMBEDDED_NAME = "kim";

/** Reaches the own server or starts the embedded one. The caller holds the lock. */
export async function openDatabase(
  config: Config,
  folder: DataFolder,
  report: (line: string) => void,
): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    await probeServer(config.databaseUrl);
    return { adminUrl: config.databaseUrl, name: undefined, cluster: undefined, stop: async () => undefined };
  }
  const cluster = await openCluster({ folder: folder.path, report });
  return { adminUrl: cluster.url, name: EMBEDDED_NAME, cluster, stop: cluster.stop };
}

/** The database of a KIM that runs at this moment; `port` is what its lock tells. */
export function runningDatabase(config: Config, folder: DataFolder, port: number): Database {
  const stop = async () => undefined;
  if (config.databaseUrl !== undefined)
    return { adminUrl: config.databaseUrl, name: undefined, cluster: undefined, stop };
  const url = adminUrl(readAdminPassword(folder.path), port);
  return { adminUrl: url, name: EMBEDDED_NAME, cluster: undefined, stop };
}
