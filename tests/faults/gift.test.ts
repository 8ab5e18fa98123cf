import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uploadList } from "../../src/domains/uebernahme/index.ts";
import { startDatabase, stopDatabase, writeAs } from "../../src/platform/db.ts";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { adminUrl as adminUrlOf, readAdminPassword } from "../../src/platform/postgres/initialise.ts";
import { readOperatorKey, startTresor, stopTresor } from "../../src/platform/tresor/operator-key.ts";
import { type Running, cleanUp, dataFolder, databasePort, launch, processWith, until } from "../betrieb/support.ts";
import { testKonto } from "../support/konten.ts";
import { onServer } from "../support/sql.ts";

/** A list that takes the worker along each time it is read: here the test does that, while it is being read. */
const folder = dataFolder();
let kim: Running;
let id: string;

const adminUrl = () => adminUrlOf(readAdminPassword(folder), databasePort(folder)).replace(/\/postgres$/, "/kim");

beforeAll(async () => {
  kim = await launch(["start", "--port", String(await freePort())], { KIM_DATEN: folder });
  startTresor(await readOperatorKey(join(folder, "schluessel", "betreiber.key")));
  const secrets: Record<string, string> = JSON.parse(readFileSync(join(folder, "schluessel", "rollen.json"), "utf8"));
  const url = `postgres://kim_web:${secrets["kim_web"]}@127.0.0.1:${databasePort(folder)}/kim`;
  startDatabase({ url, applicationName: "kim-test", poolSize: 2 });
  const { actor } = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const rows = Array.from({ length: 150_000 }, (_, i) => `0${(i % 9) + 1}.01.2023;Much;Wohnen ${i}\n`).join("");
  const bytes = Buffer.from(`Datum;Kommune;Thema\n${rows}`);
  id = await writeAs(actor, (tx) => uploadList(tx, actor, { datei: "gift.csv", bytes }));
  await stopDatabase();
}, 90_000);

afterAll(async () => {
  stopTresor();
  kim.process.kill("SIGTERM");
  await kim.exit;
  cleanUp(folder);
});

const begun = async () =>
  Number(
    (await onServer(adminUrl(), "select anzahl from betrieb.auftrag_beginn where gegenstand = $1", [id]))[0]?.[
      "anzahl"
    ] ?? 0,
  );
const health = async () => (await fetch(`${kim.adresse}/gesund`)).json();

test.runIf(process.env["KIM_LANG"] === "1" && process.platform === "linux")(
  "is begun three times, marked, and left alone; /gesund knows, and the worker goes on",
  async () => {
    for (let round = 1; round <= 3; round++) {
      await until(`start ${round}`, async () => ((await begun()) >= round ? true : undefined));
      const pid = processWith(folder, "src/worker.ts");
      if (pid !== undefined) process.kill(pid, "SIGKILL");
    }
    const stand = async () =>
      (await onServer(adminUrl(), "select stand from kim.uebernahme where id = $1", [id]))[0]?.["stand"];
    await until("the mark", async () => ((await stand()) === "unlesbar" ? true : undefined));
    expect(await health()).toMatchObject({ ok: false, worker: "stürzt immer wieder ab", aufgegeben: 1 });
    await onServer(adminUrl(), "delete from betrieb.dienst_start where zeit < now() - interval '1 second'");
    await until("a worker that lives", async () => ((await health()).worker === "bereit" ? true : undefined));
    expect(await stand()).toBe("unlesbar");
  },
  180_000,
);
