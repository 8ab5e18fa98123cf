import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_PASSWORT, DEMO_TOTP, emailOf } from "../../src/demo/anmeldungen.ts";
import { AUF_PAPIER } from "../../src/demo/dokumente.ts";
import { IN_KOPIEN } from "../../src/demo/freigaben.ts";
import { loadDemo } from "../../src/demo/load.ts";
import { HERKUNFT, MITARBEITENDE, NOTIZEN, TRAEGER } from "../../src/demo/menschen.ts";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";
import { type Cluster, openCluster } from "../../src/platform/postgres/cluster.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";
import { onServer } from "../support/sql.ts";

/** Whatever names, reaches or describes somebody of the demo. Parts of notes, because a page may cut a value in two. */
const NEEDLES = [
  ...MITARBEITENDE.flatMap((m) => [m.name, emailOf(m.email)]),
  ...HERKUNFT.flatMap((h) => h.nachnamen),
  ...NOTIZEN.flatMap((note) => [note.slice(11, 41), note.slice(-30)]),
  AUF_PAPIER,
  // In released copies, on links, and in the answers to them.
  ...Object.values(IN_KOPIEN).flatMap((text) => text.split("\n")),
  DEMO_PASSWORT,
  DEMO_TOTP,
];
/** In the clear on purpose: shows that the search finds what is there. */
const CONTROL = TRAEGER.wohlfahrt.name;

const passwords = { kim_owner: "eigner", kim_web: "web", kim_worker: "arbeit" };
let folder = "";
let cluster: Cluster;
let database = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-bytes-"));
  cluster = await openCluster({ folder, fsync: false });
  await migrate({ adminUrl: cluster.url, database: "kim", passwords });
  startDatabase({ url: roleUrl(cluster.url, "kim_web", passwords, "kim"), applicationName: "kim-test", poolSize: 4 });
  startTresor(newKey("betreiber", 1));
  await (
    await loadDemo({ report: () => undefined })
  )();
  database = new URL("/kim", cluster.url).href;
}, 400_000);

afterAll(async () => {
  await stopDatabase();
  stopTresor();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Which of the texts stand in a file, in UTF-8 or UTF-16; chunks overlap so that none hides on a border. */
async function foundIn(path: string, texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap((text) =>
    [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")].map((bytes) => ({ text, bytes })),
  );
  const overlap = Math.max(...needles.map((n) => n.bytes.length));
  const found = new Set<string>();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const window = Buffer.concat([rest, chunk]);
    for (const { text, bytes } of needles) if (window.includes(bytes)) found.add(text);
    rest = window.subarray(-overlap);
  }
  return [...found];
}

async function searchFolder(texts: readonly string[]): Promise<Map<string, string[]>> {
  const hits = new Map<string, string[]>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await foundIn(path, texts);
    if (found.length > 0) hits.set(path.slice(folder.length), found);
  }
  return hits;
}

test("no name, address, note or secret of the demo stands in the data folder: tables, indexes, WAL, logs", async () => {
  await onServer(database, "checkpoint");
  expect(await searchFolder(NEEDLES)).toEqual(new Map());
}, 120_000);

test("the search finds what does stand there, in a table and in the WAL", async () => {
  const files = [...(await searchFolder([CONTROL])).keys()];
  expect(files.some((f) => f.includes("/base/"))).toBe(true);
  expect(files.some((f) => f.includes("/pg_wal/"))).toBe(true);
}, 120_000);

test("nor does a logical dump of all tables hold any of it", async () => {
  const tables = await onServer(
    database,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await onServer(database, `select * from ${name}`);
    // As text and as the bytes of each binary column.
    const dump = Buffer.concat(rows.flatMap((row) => Object.values(row).map(bytesOf))).toString("latin1");
    found.push(
      ...NEEDLES.filter((needle) => dump.includes(Buffer.from(needle).toString("latin1"))).map(
        (needle) => `${name}: ${needle}`,
      ),
    );
    if (name === "kim.traeger") expect(dump.includes(Buffer.from(CONTROL).toString("latin1"))).toBe(true);
  }
  expect(found).toEqual([]);
}, 120_000);

const bytesOf = (value: unknown): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(`${JSON.stringify(value)}\n`);
