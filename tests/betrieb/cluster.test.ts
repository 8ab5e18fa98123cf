import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { openCluster } from "../../src/platform/postgres/cluster.ts";
import { onServer } from "../support/sql.ts";
import { cleanUp, dataFolder, processesOf, uidOf } from "./support.ts";

const folder = dataFolder();
afterAll(() => cleanUp(folder));
const open = (options: { readonly port?: number; readonly fsync?: boolean } = {}) =>
  openCluster({ folder, fsync: false, ...options });

describe("the bundled database", () => {
  test("is set up as the data need it", async () => {
    const cluster = await open();
    const [row] = await onServer(
      cluster.url,
      `select current_setting('data_checksums') as summen, current_setting('listen_addresses') as lauscht,
              current_setting('unix_socket_directories') as socket, current_setting('jit') as jit,
              current_setting('server_encoding') as zeichen, current_setting('password_encryption') as passwort,
              current_setting('log_min_error_statement') as protokoll, datlocprovider::text as anbieter, datlocale as ordnung
         from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({
      summen: "on",
      lauscht: "127.0.0.1",
      socket: "",
      jit: "off",
      zeichen: "UTF8",
      passwort: "scram-sha-256",
      protokoll: "panic",
      anbieter: "b",
      ordnung: "C.UTF-8",
    });
    await cluster.stop();
  });

  test("nobody gets in without the password, and only its owner can read it", async () => {
    const cluster = await open();
    const wrong = new URL(cluster.url);
    wrong.password = "geraten";
    await expect(onServer(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
    const secrets = join(folder, "schluessel");
    expect(readdirSync(secrets)).toEqual(["postgres.passwort"]);
    expect(statSync(secrets).mode & 0o077).toBe(0);
    expect(statSync(join(secrets, "postgres.passwort")).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "postgres")).mode & 0o077).toBe(0);
    if (process.getuid?.() === 0) expect(uidOf(cluster.pid)).toBeGreaterThan(0);
    await cluster.stop();
  });

  test("kill -9 in the middle of a long query: the next opening does not wait for it and has everything that was confirmed", async () => {
    const cluster = await open({ fsync: true });
    await onServer(cluster.url, "create table probe (n int)");
    await onServer(cluster.url, "insert into probe select generate_series(1, 1000)");
    const busy = new Client({ connectionString: cluster.url });
    busy.on("error", () => undefined);
    await busy.connect();
    const query = busy
      .query("select count(*) from generate_series(1, 4000000000) g where g % 7 = 0")
      .catch(() => undefined);
    await sleep(200);
    const ended = new Promise<void>((done) => cluster.onExit(done));
    process.kill(cluster.pid, "SIGKILL");
    await ended;
    const again = await open({ port: cluster.port, fsync: true });
    expect(again.port).toBe(cluster.port);
    expect(await onServer(again.url, "select count(*)::int as n from probe")).toEqual([{ n: 1000 }]);
    await query;
    await again.stop();
  });

  test("a server that an earlier supervisor left running is ended and started anew", async () => {
    const first = await open();
    const ended = new Promise<void>((done) => first.onExit(done));
    const second = await open();
    await ended;
    expect(second.pid).not.toBe(first.pid);
    await onServer(second.url, "select 1");
    await second.stop();
  });

  test("when the process that opened it dies, it ends as well", async () => {
    const script = `import { openCluster } from "./src/platform/postgres/cluster.ts";
      await openCluster({ folder: process.argv[1], fsync: false });
      process.kill(process.pid, "SIGKILL");`;
    const flags = ["--import", "./src/translate.ts", "--input-type=module", "-e", script, folder];
    const died = spawnSync(process.execPath, flags, { cwd: join(import.meta.dirname, "../.."), encoding: "utf8" });
    expect(died.signal).toBe("SIGKILL");
    for (const end = Date.now() + 8000; Date.now() < end && processesOf(folder).length > 0;) await sleep(50);
    expect(processesOf(folder)).toEqual([]);
  });
});
