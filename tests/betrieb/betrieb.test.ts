import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import {
  cleanUp,
  databasePort,
  dataFolder,
  isWell,
  kim,
  launch,
  postmasterOf,
  processesOf,
  processWith,
  statusOf,
  uidOf,
  until,
} from "./support.ts";
import type { Running } from "./support.ts";

const daten = dataFolder();
const env: Record<string, string> = { KIM_DATEN: daten };
const isRoot = process.getuid?.() === 0;

let running: Running;

beforeAll(async () => {
  env["KIM_PORT"] = String(await freePort());
  running = await launch(["start"], env);
});
afterAll(() => cleanUp(daten));

const stops = async (): Promise<void> => {
  const begin = Date.now();
  running.process.kill("SIGTERM");
  expect(await running.exit).toBe(0);
  expect(Date.now() - begin).toBeLessThan(10_000);
  expect(processesOf(daten)).toEqual([]);
};

/** Kills a part without warning and waits until another has taken its place. */
async function comesBack(ask: () => number | undefined): Promise<void> {
  const before = await until("part", ask);
  process.kill(before, "SIGKILL");
  await until("successor", () => {
    const now = ask();
    return now !== undefined && now > 0 && now !== before ? now : undefined;
  });
  await until("answer", () => isWell(running.adresse));
}

describe("a running KIM", () => {
  test("answers, and the data folder belongs only to whoever needs it", async () => {
    await until("answer", () => isWell(running.adresse));
    expect(kim(["status"], env)).toMatchObject({ code: 0, out: expect.stringContaining(running.adresse) });
  });

  test.runIf(isRoot)("nothing but the supervisor runs as root", async () => {
    const parts = processesOf(daten).filter((pid) => pid !== running.pid);
    const compiler = processWith(daten, "esbuild");
    const asRoot = parts.filter((pid) => uidOf(pid) === 0 && pid !== compiler);
    expect(asRoot).toEqual([]);
    expect(parts.length).toBeGreaterThan(3);
  });

  test("a second start on the same folder names process and address", () => {
    for (const command of ["start", "demo"]) {
      const { code, err } = kim([command], env);
      expect(code).toBe(5);
      expect(err).toContain(running.adresse);
      expect(err).toContain(`Prozess ${running.pid}`);
    }
  });

  test("a command works with the running database", () => {
    const before = postmasterOf(daten);
    expect(kim(["migrieren"], env)).toMatchObject({ code: 0 });
    expect(postmasterOf(daten)).toBe(before);
  });
});

describe("set-up", () => {
  const words = [
    "einrichten",
    "--kreis",
    "05382",
    "--traeger",
    "Rhein-Sieg-Kreis",
    "--admin",
    "mira.beispiel@example.de",
  ];

  test("the first start names a link that leads to the set-up", async () => {
    const link = await until("link", () => running.said().match(/^http:\S+\/einrichten\/\S+$/m)?.[0]);
    expect(link.startsWith(running.adresse)).toBe(true);
    expect(await statusOf(link)).toBe(200);
  });

  test("an unknown key of a Kreis is refused", () => {
    const { code, err } = kim(words.with(2, "99999"), env);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("keine der 54 KIM-Kommunen") });
  });

  test("works without a browser too, while KIM runs, and only once", async () => {
    const { code, out } = kim(words, env);
    expect(code).toBe(0);
    const link = out.match(/^http:\S+\/einladung\/\S+$/m)?.[0] ?? "";
    expect(link.startsWith(running.adresse)).toBe(true);
    expect(await statusOf(link)).toBe(200);
    expect(kim(words, env)).toMatchObject({ code: 2, err: expect.stringContaining("schon eingerichtet") });
  });
});

describe("kill -9", () => {
  test("the database comes back on the same port", async () => {
    const port = databasePort(daten);
    await comesBack(() => postmasterOf(daten));
    expect(readFileSync(join(daten, "postgres/postmaster.pid"), "utf8").split("\n")[3]).toBe(String(port));
  });

  test("the web service comes back", () => comesBack(() => processWith(daten, "src/server.ts")));

  test("the worker comes back", () => comesBack(() => processWith(daten, "src/worker.ts")));

  test("after the supervisor everything ends, and the next start takes over", async () => {
    running.process.kill("SIGKILL");
    await until("nothing left", () => (processesOf(daten).length === 0 ? true : undefined));
    expect(existsSync(join(daten, "betrieb.json"))).toBe(true);
    running = await launch(["start"], env);
    expect(running.said()).not.toContain("/einrichten/");
    await until("answer", () => isWell(running.adresse));
  });

  test("after supervisor and database at once as well", async () => {
    process.kill(postmasterOf(daten), "SIGKILL");
    running.process.kill("SIGKILL");
    running = await launch(["start"], env);
    await until("answer", () => isWell(running.adresse));
  });
});

describe("ended", () => {
  test("SIGTERM ends it within ten seconds, and nothing stays", stops);

  test("a command opens the database for itself only", () => {
    expect(kim(["migrieren"], env)).toMatchObject({ code: 0 });
    expect(processesOf(daten)).toEqual([]);
    expect(existsSync(join(daten, "betrieb.json"))).toBe(false);
  });

  test("no demo begins here, as the data are real", () => {
    expect(kim(["demo"], env)).toMatchObject({ code: 4, err: expect.stringContaining("Hier liegen wirkliche Daten") });
    expect(processesOf(daten)).toEqual([]);
  });

  test("when the port is taken, a sentence says what to do", async () => {
    const other = createServer();
    await new Promise<void>((done) => void other.listen(Number(env["KIM_PORT"]), "127.0.0.1", done));
    const { code, err } = kim(["start"], env);
    other.close();
    expect({ code, err }).toMatchObject({ code: 4, err: expect.stringMatching(/belegt.*--port/) });
  });
});

describe("the operator's key", () => {
  const key = join(daten, "schluessel/betreiber.key");
  const refused = (sentence: RegExp) => {
    expect(kim(["start"], env)).toMatchObject({ code: 4, err: expect.stringMatching(sentence) });
    expect(processesOf(daten)).toEqual([]);
  };

  test("readable by others", () => {
    chmodSync(key, 0o644);
    refused(/Andere Nutzer.*chmod 400/);
    chmodSync(key, 0o400);
  });

  test("missing although there are data", () => {
    renameSync(key, `${key}.weg`);
    refused(/Betreiberschlüssel fehlt/);
    expect(existsSync(key)).toBe(false);
  });

  test("too short", () => {
    writeFileSync(key, "kim-betreiberschluessel:1:abc\n", { mode: 0o400 });
    refused(/kein vollständiger Betreiberschlüssel/);
  });

  test("belongs to other data", () => {
    chmodSync(key, 0o600);
    writeFileSync(key, `kim-betreiberschluessel:1:${"A".repeat(43)}\n`);
    chmodSync(key, 0o400);
    refused(/gehört zu anderen Daten/);
  });
});
