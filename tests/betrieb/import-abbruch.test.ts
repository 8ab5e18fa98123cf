import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { adminUrl, readAdminPassword } from "../../src/platform/postgres/initialise.ts";
import { onServer } from "../support/sql.ts";
import { type Running, clean, cleanUp, dataFolder, databasePort, kim, launch, processWith, until } from "./support.ts";

const ROWS = 20_000;
const CLONE = resolve(import.meta.dirname, "../..");
const folder = dataFolder();
const env = { KIM_DATEN: folder };
const ZU = ["--kreis", "05382", "--traeger", "Rhein-Sieg-Kreis"];
afterAll(() => cleanUp(folder));

const ask = async (statement: string) => {
  const url = adminUrl(readAdminPassword(folder), databasePort(folder)).replace(/\/postgres$/, "/kim");
  const [row] = await onServer(url, `select (${statement})::int as n`);
  return Number(row?.["n"]);
};
const consultations = () => ask("select count(*) from kim.beratung");
/** Rows that a transaction has written and not committed: nobody sees them, the table has grown all the same. */
const isWriting = async () => ((await ask("select pg_relation_size('kim.beratung')")) > 100_000 ? true : undefined);
const end = async (running: Running) => {
  running.process.kill("SIGTERM");
  await running.exit;
};

test("an import that is killed in the middle leaves nothing, and a worker that starts brings it to its end, once", async () => {
  kim(["einrichten", ...ZU, "--admin", "mira.beispiel@example.de"], env);
  const list = join(folder, "viele.csv");
  const lines = Array.from({ length: ROWS }, (_, i) => `02.05.2024;Much;Wohnung;Zeile ${i}`);
  writeFileSync(list, ["Datum;Kommune;Thema;Notiz", ...lines].join("\n"));
  const first = await launch(["start", "--port", String(await freePort())], env);

  const words = ["--import", "./src/translate.ts", "src/cli.ts", "import", ...ZU, list];
  const killed = spawn(process.execPath, words, { cwd: CLONE, env: clean(env), stdio: "ignore" });
  const gone = new Promise((done) => void killed.once("exit", done));
  await until("the take-over", isWriting);
  killed.kill("SIGKILL");
  await gone;
  expect(await consultations()).toBe(0);

  const worker = processWith(folder, "src/worker.ts");
  expect(worker).toBeGreaterThan(0);
  process.kill(worker ?? 0, "SIGKILL");
  await until("the end of the take-over", async () => ((await consultations()) > 0 ? true : undefined), 120_000);
  expect(await consultations()).toBe(ROWS);
  expect(await ask("select count(*) from kim.uebernahme where stand = 'uebernommen'")).toBe(1);
  await end(first);
});
