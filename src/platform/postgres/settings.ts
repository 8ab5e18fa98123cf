import { totalmem } from "node:os";

const MB = 1024 * 1024;

/** What this machine, or the container around this process, has, in MB. Without a limit the second is 0 or absurdly large. */
function memory(): number {
  const limit = process.constrainedMemory();
  return Math.floor((limit > 0 ? Math.min(limit, totalmem()) : totalmem()) / MB);
}

/** A sixteenth of it, but neither tiny nor greedy: others live here too. */
const sharedBuffers = (): number => Math.min(1024, Math.max(64, Math.floor(memory() / 16)));

export type ServerSettings = {
  readonly port: number;
  /** False gives up durability for speed; for tests only. */
  readonly fsync: boolean;
};

/**
 * All settings of the embedded server, as arguments: the code decides, not a file that an earlier version wrote.
 * Errors go to the log without the statement and without details, as both can quote data.
 */
export function serverArguments({ port, fsync }: ServerSettings): string[] {
  const settings: Readonly<Record<string, string | number>> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ssl: "off",
    password_encryption: "scram-sha-256",
    jit: "off",
    max_connections: 100,
    shared_buffers: `${fsync ? sharedBuffers() : 64}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory() / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "2GB",
    random_page_cost: 1.1,
    // A day that the database fills in is a day of the Kreis' calendar (migrate.ts says it for a server of others).
    timezone: "Europe/Berlin",
    log_timezone: "UTC",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_statement: "none",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum_naptime: "600s" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
