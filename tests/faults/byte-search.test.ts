import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { TABLES } from "../../db/tables/index.ts";
import { DEMO_PASSWORT, DEMO_TOTP, emailOf } from "../../src/demo/anmeldungen.ts";
import { AUF_PAPIER } from "../../src/demo/dokumente.ts";
import { IN_KOPIEN } from "../../src/demo/freigaben.ts";
import { loadDemo } from "../../src/demo/load.ts";
import { HERKUNFT, MITARBEITENDE, NOTIZEN, TRAEGER } from "../../src/demo/menschen.ts";
import { withdrawBeratung } from "../../src/domains/beratungen/commands/withdraw.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { startDatabase, stopDatabase, writeAs } from "../../src/platform/db.ts";
import { saveDraft } from "../../src/platform/drafts.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";
import { type Cluster, openCluster } from "../../src/platform/postgres/cluster.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";
import { beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { ARTEN } from "../support/jede-zeile.ts";
import { jedeZuweisung } from "../support/neuzuweisungen.ts";
import { fillPerson } from "../support/person-akte.ts";
import { type Needle, type Search, encoded, lowered, searchFor, transcribed } from "../support/needles.ts";
import { onServer } from "../support/sql.ts";
import { OHNE_NADEL, OTHERS, SEALED, type Versiegelt, samplesOf, textsOf, writtenIn } from "../support/versiegeltes.ts";

/** Everything that was sealed while the demo was loaded: whatever room seals it, it is looked for. */
const { sealed } = vi.hoisted(() => ({ sealed: new Map() satisfies Versiegelt }));
vi.mock("../../src/platform/tresor.ts", async (original) => {
  const real = await original<typeof import("../../src/platform/tresor.ts")>();
  const { notes } = await import("../support/versiegeltes.ts");
  const note = notes(sealed);
  const seal: typeof real.seal = (key, place, plain) => {
    note.text(place, plain);
    return real.seal(key, place, plain);
  };
  const sealBytes: typeof real.sealBytes = (key, place, plain) => {
    note.bytes(place, plain);
    return real.sealBytes(key, place, plain);
  };
  return { ...real, seal, sealBytes };
});

/** Whatever names, reaches or describes somebody of the demo. Parts of notes, because a page may cut a value in two. */
const KNOWN = [
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
let dump = "";
let cluster: Cluster;
let database = "";
/** What stands in directories that everybody may read; a consent or a letter names some of it again, sealed. */
let oeffentlich: ReadonlySet<string> = new Set();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-bytes-"));
  cluster = await openCluster({ folder, fsync: false });
  await migrate({ adminUrl: cluster.url, database: "kim", passwords });
  startDatabase({ url: roleUrl(cluster.url, "kim_web", passwords, "kim"), applicationName: "kim-test", poolSize: 4 });
  startTresor(newKey("betreiber", 1));
  database = new URL("/kim", cluster.url).href;
  await everyKind();
  await (
    await loadDemo({ report: () => undefined })
  )();
  oeffentlich = await directories();
  dump = await dumpAll();
}, 400_000);

afterAll(async () => {
  await stopDatabase();
  stopTresor();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(dump, { recursive: true, force: true });
});

/** What the demo does not show: one of each kind of record, of somebody in another Kreis. */
async function everyKind(): Promise<void> {
  const urlOf = (role: keyof typeof passwords) => roleUrl(cluster.url, role, passwords, "kim");
  const db = { admin: (statement: string, values?: unknown[]) => onServer(database, statement, values), urlOf };
  const stelle = await beratungsstelle("05315");
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jolanda", person_nachname: "Musterhausen" });
  const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  for (const art of Object.values(ARTEN)) await art({ db, stelle }, person);
  await fillPerson(actor, person);
  await jedeZuweisung(actor, stelle.ags[0]);
  const id = await erfasse(stelle, { stufe: "2", person: [person], notiz: "Möchte im Verein mitspielen" });
  const warum = { grund: "Von einer Kollegin schon eingetragen", unbedenklich: false };
  await writeAs(actor, (tx) => withdrawBeratung(tx, actor, { id, version: 1 }, warum));
  const draft = { id: randomUUID(), form: "beratung", values: { notiz: ["Ruft wegen des Kurses zurück"] } };
  await writeAs(actor, (tx) => saveDraft(tx, actor, draft));
}

async function directories(): Promise<ReadonlySet<string>> {
  const columns = TABLES.filter(({ wall }) => wall === undefined || wall === "kreis").flatMap(({ name, columns: of }) =>
    Object.entries(of)
      .filter(([column, { kind }]) => kind === "amtlich" && ["name", "anschrift", "organisation"].includes(column))
      .map(([column]) => `select ${column}::text as wort from ${name}`),
  );
  const rows = await onServer(database, `${columns.join(" union ")}`);
  return new Set(rows.map(({ wort }) => String(wort)));
}

/** Every table as `pg_dump` writes it: the same COPY, one file each. */
async function dumpAll(): Promise<string> {
  const target = await mkdtemp(join(tmpdir(), "kim-abzug-"));
  // The server may run as another user.
  await chmod(target, 0o777);
  await mkdir(join(target, "tabellen"), { mode: 0o777 });
  await chmod(join(target, "tabellen"), 0o777);
  const tables = await onServer(
    database,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    await onServer(
      database,
      `copy ${name} to '${join(target, "tabellen", `${String(name).replaceAll('"', "")}.txt`)}'`,
    );
  }
  return target;
}

/** What is looked for: what was sealed and is unmistakable, except for what a directory says in the clear as well. */
const texts = (): string[] => [
  ...new Set(
    [...KNOWN, ...[...sealed].flatMap(([spot, one]) => [...textsOf(spot, one)])].filter((one) => !oeffentlich.has(one)),
  ),
];
const samples = (): { readonly spot: string; readonly bytes: Buffer }[] =>
  [...sealed].flatMap(([spot, one]) => samplesOf(one).map((bytes) => ({ spot, bytes })));

const files = (): Needle[] => samples().map(({ spot, bytes }) => ({ says: `Bytes aus ${spot}`, bytes }));
const asStored = (all: readonly string[]): Needle[] =>
  all.flatMap((says) => [Buffer.from(says, "utf8"), Buffer.from(says, "utf16le")].map((bytes) => ({ says, bytes })));
const asDumped = (all: readonly Needle[]): Needle[] =>
  all.flatMap(({ says, bytes }) => encoded(bytes).map((form) => ({ says, bytes: form })));

/** What of it stands in a file; chunks overlap so that none hides on a border. */
async function foundIn(path: string, { longest, find }: Search, prepare = (hay: Buffer) => hay): Promise<string[]> {
  const found = new Set<string>();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const window = Buffer.concat([rest, chunk]);
    for (const says of find(prepare(window))) found.add(says);
    rest = window.subarray(-longest);
  }
  return [...found];
}

async function searchFolder(where: string, search: Search, prepare?: (hay: Buffer) => Buffer) {
  const hits = new Map<string, string[]>();
  for (const entry of await readdir(where, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await foundIn(path, search, prepare);
    if (found.length > 0) hits.set(path.slice(where.length), found);
  }
  return hits;
}

test("of every column that the registry calls sealed something unmistakable is looked for, or a reason stands here", () => {
  expect(OTHERS).toEqual([]);
  expect(SEALED.length).toBeGreaterThan(80);
  const needles = texts();
  const open = SEALED.map(({ table, column }) => `${table}.${column}`).filter((spot) => {
    const one = sealed.get(spot);
    if (one === undefined) return true;
    const said = writtenIn(one).join("\n");
    return samplesOf(one).length === 0 && !needles.some((text) => said.includes(text));
  });
  expect(open.filter((spot) => OHNE_NADEL[spot] === undefined)).toEqual([]);
});

test("nothing of it stands in the data folder: tables, indexes, WAL, logs", async () => {
  await onServer(database, "checkpoint");
  expect(await searchFolder(folder, searchFor([...asStored(texts()), ...files()]))).toEqual(new Map());
}, 240_000);

test("the search finds what does stand there, in a table and in the WAL", async () => {
  const found = [...(await searchFolder(folder, searchFor(asStored([CONTROL])))).keys()];
  expect(found.some((f) => f.includes("/base/"))).toBe(true);
  expect(found.some((f) => f.includes("/pg_wal/"))).toBe(true);
}, 120_000);

test("nor in a full dump: as text, as hexadecimal digits, as base64", async () => {
  const all = [...texts().map((says) => ({ says, bytes: Buffer.from(says) })), ...files()];
  expect(await searchFolder(dump, searchFor(asDumped(all)))).toEqual(new Map());
}, 240_000);

test("nor in another spelling: small letters, without marks, umlauts in two letters", async () => {
  const all = texts().flatMap((says) => transcribed(says).map((bytes) => ({ says, bytes })));
  expect(await searchFolder(dump, searchFor(all), lowered)).toEqual(new Map());
}, 240_000);

test("the search of the dump finds what does stand there, however it is written", async () => {
  const search = searchFor(asDumped([{ says: CONTROL, bytes: Buffer.from(CONTROL) }]));
  for (const form of ["hex", "base64"] as const) {
    expect(search.find(Buffer.from(Buffer.from(`x${CONTROL}y`).toString(form)))).toEqual([CONTROL]);
  }
  const small = searchFor(transcribed(CONTROL).map((one) => ({ says: CONTROL, bytes: one })));
  expect([...(await searchFolder(dump, small, lowered)).keys()].some((file) => file.includes("kim.traeger"))).toBe(
    true,
  );
}, 120_000);
