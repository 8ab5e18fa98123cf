import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CLASSES } from "../../db/field-classes.ts";
import { TABLES } from "../../db/tables/index.ts";
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
import { type Search, searchFor } from "../support/needles.ts";
import { onServer } from "../support/sql.ts";

/** Everything that was sealed while the demo was loaded, by its column: whatever room seals it, it is looked for. */
const { sealed } = vi.hoisted(() => ({ sealed: new Map<string, Set<string>>() }));
vi.mock("../../src/platform/tresor.ts", async (original) => {
  const real = await original<typeof import("../../src/platform/tresor.ts")>();
  const at = ({ table, column }: { readonly table: string; readonly column: string }): Set<string> => {
    const spot = `${table}.${column}`;
    const known = sealed.get(spot) ?? new Set();
    sealed.set(spot, known);
    return known;
  };
  const seal: typeof real.seal = (key, place, plain) => {
    at(place).add(plain);
    return real.seal(key, place, plain);
  };
  const sealBytes: typeof real.sealBytes = (key, place, plain) => {
    at(place);
    return real.sealBytes(key, place, plain);
  };
  return { ...real, seal, sealBytes };
});

/** So long that nothing else says the same by chance: a sentence, a name with an address. */
const SENTENCE = 24;

/** The sentences among what was sealed, in pieces that no quoting cuts. */
const sentences = (): string[] => [
  ...new Set(
    [...sealed.values()]
      .flatMap((texts) => [...texts].flatMap((plain) => plain.match(/[^\n"\\{}[\]]+/g) ?? []))
      .map((one) => one.trim())
      .filter((one) => one.length >= SENTENCE && /\p{L} \p{L}/u.test(one)),
  ),
];

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
  await loadDemo({ report: () => undefined });
  database = new URL("/kim", cluster.url).href;
}, 400_000);

afterAll(async () => {
  await stopDatabase();
  stopTresor();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Which of the texts stand in a file; chunks overlap so that none hides on a border. */
async function foundIn(path: string, { longest, find }: Search): Promise<string[]> {
  const found = new Set<string>();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const window = Buffer.concat([rest, chunk]);
    for (const text of find(window)) found.add(text);
    rest = window.subarray(-longest);
  }
  return [...found];
}

async function searchFolder(texts: readonly string[]): Promise<Map<string, string[]>> {
  const hits = new Map<string, string[]>();
  const search = searchFor(texts);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await foundIn(path, search);
    if (found.length > 0) hits.set(path.slice(folder.length), found);
  }
  return hits;
}

test("no name, address, note or secret of the demo stands in the data folder: tables, indexes, WAL, logs", async () => {
  await onServer(database, "checkpoint");
  const needles = [...NEEDLES, ...sentences()];
  expect(needles.length).toBeGreaterThan(500);
  expect(await searchFolder(needles)).toEqual(new Map());
}, 120_000);

test("the search finds what does stand there, in a table and in the WAL", async () => {
  const files = [...(await searchFolder([CONTROL])).keys()];
  expect(files.some((f) => f.includes("/base/"))).toBe(true);
  expect(files.some((f) => f.includes("/pg_wal/"))).toBe(true);
}, 120_000);

test("whatever the registry of fields calls sealed was sealed before our eyes, wherever the demo filled it", async () => {
  const spots = TABLES.flatMap(({ name, columns }) =>
    Object.entries(columns)
      .filter(([, { kind }]) => CLASSES[kind].sealed && !CLASSES[kind].secret)
      .map(([column]) => ({ name, column })),
  );
  expect(spots.length).toBeGreaterThan(40);
  const unseen: string[] = [];
  for (const { name, column } of spots.filter((one) => !sealed.has(`${one.name}.${one.column}`))) {
    const [row] = await onServer(database, `select 1 from ${name} where ${column} is not null limit 1`);
    if (row !== undefined) unseen.push(`${name}.${column}`);
  }
  expect(unseen).toEqual([]);
});

test("nor does a logical dump of all tables hold any of it", async () => {
  const tables = await onServer(
    database,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  const { find } = searchFor([...NEEDLES, ...sentences()]);
  for (const { name } of tables) {
    const rows = await onServer(database, `select * from ${name}`);
    // As text and as the bytes of each binary column.
    const dump = Buffer.concat(rows.flatMap((row) => Object.values(row).map(bytesOf)));
    found.push(...find(dump).map((needle) => `${name}: ${needle}`));
    if (name === "kim.traeger") expect(dump.includes(CONTROL)).toBe(true);
  }
  expect(found).toEqual([]);
}, 120_000);

const bytesOf = (value: unknown): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(`${JSON.stringify(value)}\n`);
