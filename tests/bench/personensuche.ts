/**
 * Measures the search for persons: 100,000 invented persons of one Träger, searched by the real role through the real
 * door, decryption and comparison included. Prints the waiting time, the processor time of both processes (which does not
 * depend on who else uses the machine) and how often the person meant was among the ten shown.
 *
 *   node --import ./src/translate.ts tests/bench/personensuche.ts [persons = 100000] [accounts = 50]
 *
 * One account is the worst case: every person belongs to the one who searches.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { nameTokens } from "../../src/domains/personen/model/namen.ts";
import { candidates, findPersons } from "../../src/domains/personen/queries/search.ts";
import { tokenHashes } from "../../src/domains/personen/rows/search-tokens.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, sql, startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";
import { openCluster } from "../../src/platform/postgres/cluster.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor } from "../../src/platform/tresor/operator-key.ts";
import { fill, type Invented } from "./viele-personen.ts";

const [persons = 100_000, accounts = 50] = process.argv.slice(2).map(Number);
const SEARCHES = 400;
const report = (line: string) => process.stdout.write(`${line}\n`);

type Question = { readonly kind: string; readonly text: string; readonly meant: string };

const slip = (word: string) => word.slice(0, 2) + word.slice(3);

/** What staff type: the whole name, with a slip in both parts, the surname, its first letters, the name and birth date. */
function questions(people: readonly Invented[]): Question[] {
  return Array.from({ length: SEARCHES }, (_, i) => {
    const person = people[(i * 7919) % people.length];
    if (person === undefined) throw new Error("Nobody there.");
    const { vorname, nachname, geburtsdatum } = person;
    const kinds = [
      ["voller Name", `${vorname} ${nachname}`],
      ["vertippt", `${slip(vorname)} ${slip(nachname)}`],
      ["Nachname", nachname],
      ["Anfang", nachname.slice(0, 5)],
      ["mit Datum", `${slip(vorname)} ${nachname} ${geburtsdatum}`],
    ] as const;
    const [kind, text] = kinds[i % kinds.length] ?? kinds[0];
    return { kind, text, meant: person.id };
  });
}

/** Processor time of a process in ms (Linux). */
const processorTime = (pid: number) => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1_000_000;

type Sample = { readonly waited: number; readonly node: number; readonly server: number; readonly hit: boolean };

async function measure(actor: Actor, all: readonly Question[]): Promise<void> {
  const pid = await readAs(actor, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    return rows[0]?.pid ?? 0;
  });
  const samples = new Map<string, Sample[]>();
  for (const [i, { kind, text, meant }] of [...all.slice(0, 50), ...all].entries()) {
    const [start, node, server] = [performance.now(), process.cpuUsage(), processorTime(pid)];
    const hits = await readAs(actor, (tx) => findPersons(tx, actor, text));
    const used = process.cpuUsage(node);
    const sample = {
      waited: performance.now() - start,
      node: (used.user + used.system) / 1000,
      server: processorTime(pid) - server,
      hit: hits.some((h) => h.id === meant),
    };
    if (i < 50) continue;
    for (const k of ["alle", kind]) samples.set(k, [...(samples.get(k) ?? []), sample]);
  }
  for (const [kind, list] of samples) report(line(kind, list));
}

function line(kind: string, list: readonly Sample[]): string {
  const at = (p: number, of: (s: Sample) => number) => {
    const sorted = list.map(of).toSorted((a, b) => a - b);
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0).toFixed(1);
  };
  const cpu = (s: Sample) => s.node + s.server;
  const found = ((100 * list.filter((s) => s.hit).length) / list.length).toFixed(0);
  return (
    `${kind.padEnd(12)} n=${list.length} · gewartet p50 ${at(0.5, (s) => s.waited)} p95 ${at(0.95, (s) => s.waited)} ms` +
    ` · Rechenzeit p50 ${at(0.5, cpu)} p95 ${at(0.95, cpu)} ms (davon Datenbank p95 ${at(0.95, (s) => s.server)})` +
    ` · gefunden ${found} %`
  );
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kim-bench-"));
  const cluster = await openCluster({ folder });
  const secret = () => randomBytes(18).toString("base64url");
  const passwords = { kim_owner: secret(), kim_web: secret(), kim_worker: secret() };
  await migrate({ adminUrl: cluster.url, database: "bench", passwords });
  startDatabase({ url: roleUrl(cluster.url, "kim_web", passwords, "bench"), applicationName: "bench", poolSize: 1 });
  startTresor(newKey("betreiber", 1));
  const url = new URL(cluster.url);
  url.pathname = "/bench";
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  const { actor, people } = await fill(admin, persons, accounts);
  const { rows } = await admin.query(
    "select count(*) as n, pg_size_pretty(pg_total_relation_size('kim.person_token')) as size from kim.person_token",
  );
  report(`${persons} Personen, ${accounts} Konten, ${rows[0]?.n} Tokens, ${rows[0]?.size}`);
  await measure(actor, questions(people));
  const plan = await readAs(actor, async (tx) => {
    const hashes = await tokenHashes(tx, actor, nameTokens(`${people[0]?.vorname} ${people[0]?.nachname}`));
    return candidates(tx, { hashes, loose: [], begun: [] }).explain("text", sql`analyze, buffers`);
  });
  report(plan.map((row) => Object.values(row).join("").slice(0, 120)).join("\n"));
  await admin.end();
  await stopDatabase();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

await run();
