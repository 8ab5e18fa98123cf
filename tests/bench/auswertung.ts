/**
 * Measures the figures of a Kreis: 100,000 invented consultations of five years in 19 Kommunen and six Träger. Times to
 * count everything, to count after a change and to check; what the triggers cost a writer; waiting time of the page and of
 * its query, by the real role through the real doors, the session included.
 *
 *   node --import ./src/translate.ts tests/bench/auswertung.ts [consultations = 100000]
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { buildApp } from "../../src/app.ts";
import { kennzahlen, countFigures } from "../../src/domains/auswertung/index.ts";
import { checkFigures } from "../../src/domains/auswertung/commands/check-figures.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { readAs, startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";
import { startLog } from "../../src/platform/log.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";
import { openCluster } from "../../src/platform/postgres/cluster.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor } from "../../src/platform/tresor/operator-key.ts";
import { openSession } from "../journeys/bestand.ts";
import { testKonto } from "../support/konten.ts";
import { serveApp } from "../support/server.ts";
import { inventBeratungen } from "../support/viele-beratungen.ts";

const [count = 100_000] = process.argv.slice(2).map(Number);
const KREIS = "05382";
const TRAEGER = 6;
const REQUESTS = 300;
const WRITES = 400;
const report = (line: string) => process.stdout.write(`${line}\n`);

async function took<R>(label: string, work: () => Promise<R>): Promise<R> {
  const start = performance.now();
  const result = await work();
  report(`${label}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

const percentiles = (label: string, times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  report(`${label}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${times.length} mal`);
};

async function timed(label: string, times: number, work: (n: number) => Promise<unknown>): Promise<void> {
  const samples: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const start = performance.now();
    await work(n);
    samples.push(performance.now() - start);
  }
  percentiles(label, samples);
}

const folder = await mkdtemp(join(tmpdir(), "kim-bench-"));
startLog({ level: "error", prozess: "bench" });
const cluster = await openCluster({ folder, fsync: true });
const passwords = { kim_owner: randomUUID(), kim_web: randomUUID(), kim_worker: randomUUID() };
await migrate({ adminUrl: cluster.url, database: "kim", passwords });
const urlOf = (role: "kim_web" | "kim_worker") => roleUrl(cluster.url, role, passwords, "kim");
const adminUrl = new URL(cluster.url);
adminUrl.pathname = "/kim";
const admin = new Client({ connectionString: adminUrl.href });
await admin.connect();
startTresor(newKey("betreiber", 1));

const open = (role: "kim_web" | "kim_worker") =>
  startDatabase({ url: urlOf(role), applicationName: "bench", poolSize: 4 });
async function as<R>(role: "kim_web" | "kim_worker", work: () => Promise<R>): Promise<R> {
  open(role);
  try {
    return await work();
  } finally {
    await stopDatabase();
  }
}

const { leser, berater } = await as("kim_web", async () => {
  const made: Actor[] = [];
  for (let i = 0; i < TRAEGER; i += 1) made.push((await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] })).actor);
  return { berater: made, leser: (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor };
});
await took(`${count} Beratungen anlegen`, () =>
  inventBeratungen((sql, values) => admin.query(sql, values), {
    kreis: KREIS,
    traeger: berater,
    count,
    von: "2019-01-01",
    bis: "2023-12-31",
    personen: 1500,
  }),
);
await admin.query("vacuum analyze");

await as("kim_worker", async () => {
  await took("alles zum ersten Mal zählen", () => countFigures(KREIS));
  await took("zählen, wenn nichts neu ist", () => countFigures(KREIS));
});
const size = await admin.query(
  "select count(*)::int as n, pg_size_pretty(pg_total_relation_size('kim.zaehlung')) as mb from kim.zaehlung",
);
report(`Zählungen: ${size.rows[0]?.n} Zeilen, ${size.rows[0]?.mb}`);

/** One consultation with two themes, in a transaction of the web role. */
async function write(client: Client, n: number): Promise<void> {
  const one = berater[n % TRAEGER] ?? leser;
  const id = randomUUID();
  const own = [KREIS, one.traegerId, one.kontoId, id];
  await client.query(
    `begin; set local app.kreis = '${KREIS}'; set local app.traeger = '${one.traegerId}'; set local app.konto = '${one.kontoId}'; set local app.sicht = 'eigene'`,
  );
  await client.query(
    `insert into kim.beratung (kreis, traeger_id, konto_id, id, am, stufe, kontaktweg, dauer_min, ags)
     values ($1, $2, $3, $4, $5, '1', 'termin', 30, '05382060')`,
    [...own, `2023-11-${10 + (n % 10)}`],
  );
  await client.query(
    `insert into kim.beratung_thema (kreis, traeger_id, konto_id, beratung_id, handlungsfeld)
     values ($1, $2, $3, $4, 'sprache'), ($1, $2, $3, $4, 'wohnen')`,
    own,
  );
  await client.query("commit");
}

const TABLES = ["kim.beratung", "kim.beratung_thema"];
const triggers = async (on: boolean) => {
  for (const table of TABLES) await admin.query(`alter table ${table} ${on ? "enable" : "disable"} trigger user`);
};
const writer = new Client({ connectionString: urlOf("kim_web") });
await writer.connect();
const samples = { mit: new Array<number>(), ohne: new Array<number>() };
for (let block = 0; block < 8; block += 1) {
  const on = block % 2 === 0;
  await triggers(on);
  for (let n = 0; n < WRITES / 4; n += 1) {
    const start = performance.now();
    await write(writer, n);
    samples[on ? "mit" : "ohne"].push(performance.now() - start);
  }
}
await triggers(true);
await writer.end();
percentiles("eine Beratung schreiben, mit Triggern", samples.mit);
percentiles("eine Beratung schreiben, ohne Trigger", samples.ohne);

await as("kim_worker", async () => {
  await took(`nach ${samples.mit.length} neuen Beratungen zählen`, () => countFigures(KREIS));
  await admin.query(
    "update kim.beratung set neuzuweisung = not neuzuweisung where id = (select id from kim.beratung limit 1)",
  );
  await took("nach einer Änderung zählen", () => countFigures(KREIS));
  const found = await took("alles prüfen und nachzählen", () => checkFigures(KREIS));
  report(`abweichende Zahlen: ${found}`);
  await took("alles prüfen", () => checkFigures(KREIS));
});

open("kim_web");
const half = { von: "2023-01-01", bis: "2023-06-30" };
await timed("kennzahlen eines Halbjahrs", REQUESTS, () => readAs(systemActor(KREIS), (tx) => kennzahlen(tx, half)));
await timed("kennzahlen von fünf Jahren", 50, () =>
  readAs(systemActor(KREIS), (tx) => kennzahlen(tx, { von: "2019-01-01", bis: "2023-12-31" })),
);
const server = await serveApp(buildApp({ adresse: undefined, metriken: "loopback", demo: false }));
const headers = { Cookie: `${COOKIE}=${await openSession(leser)}` };
let bytes = 0;
const get = (path: string) => async () => {
  const answer = await fetch(server.url + path, { headers });
  bytes = (await answer.text()).length;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
};
await timed("GET /auswertung, Halbjahr", REQUESTS, get("/auswertung?von=2023-01&bis=2023-06"));
report(`Gewicht der Seite: ${Math.round(bytes / 1024)} KiB unkomprimiert`);
await timed("GET /auswertung, Jahr", 100, get("/auswertung?von=2023-01&bis=2023-12"));

await server.stop();
await stopDatabase();
await admin.end();
await cluster.stop();
await rm(folder, { recursive: true, force: true });
