/**
 * Measures what a page costs: CPU time of this process per GET, database round trips included in the wall time, and its
 * weight. Pages of a case manager with a year of consultations, through the real doors and the real session.
 *
 *   node --import ./src/translate.ts tests/bench/page-cpu.ts [requests = 300]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildApp } from "../../src/app.ts";
import { DEMO_KREIS, loadDemo } from "../../src/demo/load.ts";
import { demoPersons, signInAsDemo } from "../../src/domains/zugang/commands/sign-in-as-demo.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";
import { setMark } from "../../src/platform/installation-marks.ts";
import { startLog } from "../../src/platform/log.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";
import { openCluster } from "../../src/platform/postgres/cluster.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor } from "../../src/platform/tresor/operator-key.ts";
import { serveApp } from "../support/server.ts";

const PAGES = ["/beratungen/neu", "/beratungen", "/personen", "/"];
const requests = Number(process.argv[2] ?? 300);

startLog({ level: "error", prozess: "bench" });
const folder = await mkdtemp(join(tmpdir(), "kim-bench-"));
const cluster = await openCluster({ folder, fsync: false });
const passwords = { kim_owner: "eigner", kim_web: "web", kim_worker: "arbeit" };
await migrate({ adminUrl: cluster.url, database: "kim", passwords });
await setMark(roleUrl(cluster.url, "kim_owner", passwords, "kim"), "art", "demo");
startDatabase({ url: roleUrl(cluster.url, "kim_web", passwords, "kim"), applicationName: "bench", poolSize: 4 });
startTresor(newKey("betreiber", 1));
await loadDemo({ report: () => undefined });

const server = await serveApp(buildApp({ adresse: undefined, metriken: "aus", demo: true }));
const person = (await demoPersons()).find((p) => p.rolle === "Case Management");
const cookie = `${COOKIE}=${await signInAsDemo(DEMO_KREIS, person?.kontoId ?? "")}`;
const get = async (path: string) => (await fetch(server.url + path, { headers: { Cookie: cookie } })).text();

for (const path of PAGES) {
  for (let i = 0; i < 30; i += 1) await get(path);
  const html = await get(path);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const times: number[] = [];
  for (let i = 0; i < requests; i += 1) {
    const begin = performance.now();
    await get(path);
    times.push(performance.now() - begin);
  }
  const wall = (performance.now() - start) / requests;
  const used = process.cpuUsage(cpu);
  const ms = (used.user + used.system) / 1000 / requests;
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(requests * 0.95)] ?? 0;
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  process.stdout.write(
    `${path.padEnd(18)} CPU ${ms.toFixed(2)} ms (client included), wall ${wall.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ` +
      `HTML ${kb(Buffer.byteLength(html))} (${kb(gzipSync(html).length)} gzip)\n`,
  );
}
await server.stop();
await stopDatabase();
await cluster.stop();
await rm(folder, { recursive: true, force: true });
process.exit(0);
