/**
 * Measures taking a list over: reading, take-over and taking back, as the worker does them, with the embedded database. The
 * list is made first, by another process, so that its memory is not counted.
 *
 *   node --import ./src/translate.ts tests/bench/listen-uebernehmen.ts [rows = 100000] [anonym | namen]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTakeOver, undoTakeOver, uebernahmeOf, uploadList } from "../../src/domains/uebernahme/index.ts";
import { readList } from "../../src/domains/uebernahme/commands/read-list.ts";
import { takeOver } from "../../src/domains/uebernahme/commands/take-over-list.ts";
import { takeBack } from "../../src/domains/uebernahme/commands/take-back.ts";
import { cpuOf } from "../../src/betrieb/bench/prozesse.ts";
import { readAs, startDatabase, stopDatabase, writeAs } from "../../src/platform/db.ts";
import { migrate, roleUrl } from "../../src/platform/migrate.ts";
import { openCluster } from "../../src/platform/postgres/cluster.ts";
import { newKey } from "../../src/platform/tresor.ts";
import { startTresor } from "../../src/platform/tresor/operator-key.ts";
import { beratungsstelle } from "../support/beratungsstelle.ts";
import { type Testzelle, serialOf, xlsx } from "../support/listen-datei.ts";
import { kommunenVon } from "../support/uebernahme.ts";

const [rows = "100000", kind = "anonym", made] = process.argv.slice(2);
const pick = (list: readonly string[], i: number) => list[i % list.length] ?? "";

const HEADS = ["Datum", "Kommune", "Herkunft", "Sprache", "Thema 1", "Thema 2", "Dauer", "Kontaktart", "Notiz"];

function row(i: number): Testzelle[] {
  const day = { serial: serialOf("2023-01-02") + (i % 360), format: "dd.mm.yyyy" };
  const named = [
    `Muster${i % 30_011}, Jo${i % 97}`,
    { serial: serialOf("1960-01-01") + (i % 15_013), format: "dd.mm.yyyy" },
  ];
  return [
    day,
    pick(["Siegburg", "Lohmar", "St. Augustin", "Windek", "Much"], i),
    pick(["syrisch", "Ukraine"], i),
    pick(["Arabisch", "Dari", "Türkisch"], i),
    pick(["Deutschkurs", "Wohnung", "SGB II", "ABH", "Kita"], i),
    i % 3 === 0 ? "Schule" : null,
    15 * (1 + (i % 6)),
    pick(["Telefon", "Termin"], i),
    `Rückruf ${i}`,
    ...(kind === "namen" ? named : []),
  ];
}

/** Seconds of the processor so far: of this process, of those that it started and that ended, and of the database. */
function cpu(postmaster: number) {
  const { user, system } = process.cpuUsage();
  const node = (user + system) / 1e6;
  return { node, beside: cpuOf(process.pid) - node, database: cpuOf(postmaster) };
}

async function timed<R>(what: string, postmaster: number, work: () => Promise<R>): Promise<R> {
  const [began, before] = [performance.now(), cpu(postmaster)];
  const result = await work();
  const after = cpu(postmaster);
  const wall = ((performance.now() - began) / 1000).toFixed(1);
  const used = (part: keyof typeof before) => (after[part] - before[part]).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${what}: ${wall} s (processor: reader ${used("beside")} s, Node ${used("node")} s, database ${used("database")} s), ` +
      `peak ${peak} MiB\n`,
  );
  return result;
}

async function measure(bytes: Buffer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kim-bench-"));
  const passwords = { kim_owner: "eigner", kim_web: "web", kim_worker: "arbeit" };
  const cluster = await openCluster({ folder });
  await migrate({ adminUrl: cluster.url, database: "kim", passwords });
  startTresor(newKey("betreiber", 1));
  const as = async (role: "kim_web" | "kim_worker") => {
    await stopDatabase();
    startDatabase({ url: roleUrl(cluster.url, role, passwords, "kim"), applicationName: "kim-bench", poolSize: 3 });
  };
  try {
    await as("kim_web");
    const { actor } = (await beratungsstelle()).konto;
    await kommunenVon(actor.kreis);
    const id = await timed("upload", cluster.pid, () =>
      writeAs(actor, (tx) => uploadList(tx, actor, { datei: "liste.xlsx", bytes })),
    );
    const list = { kreis: actor.kreis, id };
    await as("kim_worker");
    await timed("reading", cluster.pid, () => readList(list));
    await writeAs(actor, (tx) => startTakeOver(tx, actor, { id, version: 1 }));
    await timed("take-over (reading included)", cluster.pid, () => takeOver(list));
    const done = await readAs(actor, (tx) => uebernahmeOf(tx, actor, id));
    process.stdout.write(`${done?.stand}: ${done?.zahlen?.beratungen} consultations\n`);
    await as("kim_web");
    await writeAs(actor, (tx) => undoTakeOver(tx, actor, { id, version: 2 }));
    await as("kim_worker");
    await timed("taking back", cluster.pid, () => takeBack(list));
  } finally {
    await stopDatabase();
    await cluster.stop();
    rmSync(folder, { recursive: true });
  }
}

if (made === undefined) {
  const folder = mkdtempSync(join(tmpdir(), "kim-listen-"));
  const path = join(folder, "liste.xlsx");
  const words = ["--import", "./src/translate.ts", import.meta.filename, rows, kind, path];
  spawnSync(process.execPath, words, { stdio: "inherit" });
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  await measure(bytes);
} else {
  const heads = kind === "namen" ? [...HEADS, "Name, Vorname", "Geb.-Datum"] : HEADS;
  const list = Array.from({ length: Number(rows) }, (_, i) => row(i));
  writeFileSync(made, xlsx([{ name: "Liste", rows: [heads, ...list] }]));
}
