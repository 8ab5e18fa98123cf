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

describe("laufender Betrieb", () => {
  test("antwortet, und der Datenordner gehört nur dem, der ihn braucht", async () => {
    await until("answer", () => isWell(running.adresse));
    expect(kim(["status"], env)).toMatchObject({ code: 0, out: expect.stringContaining(running.adresse) });
  });

  test.runIf(isRoot)("nichts außer der Aufsicht läuft als root", async () => {
    const parts = processesOf(daten).filter((pid) => pid !== running.pid);
    const compiler = processWith(daten, "esbuild");
    const asRoot = parts.filter((pid) => uidOf(pid) === 0 && pid !== compiler);
    expect(asRoot).toEqual([]);
    expect(parts.length).toBeGreaterThan(3);
  });

  test("ein zweiter Start auf demselben Ordner nennt Prozess und Adresse", () => {
    for (const command of ["start", "demo"]) {
      const { code, err } = kim([command], env);
      expect(code).toBe(5);
      expect(err).toContain(running.adresse);
      expect(err).toContain(`Prozess ${running.pid}`);
    }
  });

  test("ein Befehl arbeitet mit der laufenden Datenbank", () => {
    const before = postmasterOf(daten);
    expect(kim(["migrieren"], env)).toMatchObject({ code: 0 });
    expect(postmasterOf(daten)).toBe(before);
  });
});

describe("einrichten", () => {
  const words = [
    "einrichten",
    "--kreis",
    "05382",
    "--traeger",
    "Rhein-Sieg-Kreis",
    "--admin",
    "mira.beispiel@example.de",
  ];

  test("der erste Start nennt einen Link, der zur Einrichtung führt", async () => {
    const link = await until("link", () => running.said().match(/^http:\S+\/einrichten\/\S+$/m)?.[0]);
    expect(link.startsWith(running.adresse)).toBe(true);
    expect(await statusOf(link)).toBe(200);
  });

  test("ein unbekannter Schlüssel wird abgelehnt", () => {
    const { code, err } = kim(words.with(2, "99999"), env);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("keine der 54 KIM-Kommunen") });
  });

  test("geht auch ohne Browser, während KIM läuft, und nur einmal", async () => {
    const { code, out } = kim(words, env);
    expect(code).toBe(0);
    const link = out.match(/^http:\S+\/einladung\/\S+$/m)?.[0] ?? "";
    expect(link.startsWith(running.adresse)).toBe(true);
    expect(await statusOf(link)).toBe(200);
    expect(kim(words, env)).toMatchObject({ code: 2, err: expect.stringContaining("schon eingerichtet") });
  });
});

describe("kill -9", () => {
  test("die Datenbank kommt auf demselben Port wieder", async () => {
    const port = databasePort(daten);
    await comesBack(() => postmasterOf(daten));
    expect(readFileSync(join(daten, "postgres/postmaster.pid"), "utf8").split("\n")[3]).toBe(String(port));
  });

  test("der Webdienst kommt wieder", () => comesBack(() => processWith(daten, "src/server.ts")));

  test("die Hintergrundarbeit kommt wieder", () => comesBack(() => processWith(daten, "src/worker.ts")));

  test("nach der Aufsicht endet alles, und der nächste Start übernimmt", async () => {
    running.process.kill("SIGKILL");
    await until("nothing left", () => (processesOf(daten).length === 0 ? true : undefined));
    expect(existsSync(join(daten, "betrieb.json"))).toBe(true);
    running = await launch(["start"], env);
    expect(running.said()).not.toContain("/einrichten/");
    await until("answer", () => isWell(running.adresse));
  });

  test("nach Aufsicht und Datenbank zugleich ebenso", async () => {
    process.kill(postmasterOf(daten), "SIGKILL");
    running.process.kill("SIGKILL");
    running = await launch(["start"], env);
    await until("answer", () => isWell(running.adresse));
  });
});

describe("beendet", () => {
  test("SIGTERM endet binnen zehn Sekunden, und nichts bleibt", stops);

  test("ein Befehl öffnet die Datenbank nur für sich", () => {
    expect(kim(["migrieren"], env)).toMatchObject({ code: 0 });
    expect(processesOf(daten)).toEqual([]);
    expect(existsSync(join(daten, "betrieb.json"))).toBe(false);
  });

  test("eine Demo beginnt hier nicht, denn die Daten sind wirkliche", () => {
    expect(kim(["demo"], env)).toMatchObject({ code: 4, err: expect.stringContaining("keine Demo") });
    expect(processesOf(daten)).toEqual([]);
  });

  test("ist der Port belegt, sagt ein Satz, was zu tun ist", async () => {
    const other = createServer();
    await new Promise<void>((done) => void other.listen(Number(env["KIM_PORT"]), "127.0.0.1", done));
    const { code, err } = kim(["start"], env);
    other.close();
    expect({ code, err }).toMatchObject({ code: 4, err: expect.stringMatching(/belegt.*--port/) });
  });
});

describe("Betreiberschlüssel", () => {
  const key = join(daten, "schluessel/betreiber.key");
  const refused = (sentence: RegExp) => {
    expect(kim(["start"], env)).toMatchObject({ code: 4, err: expect.stringMatching(sentence) });
    expect(processesOf(daten)).toEqual([]);
  };

  test("für andere lesbar", () => {
    chmodSync(key, 0o644);
    refused(/Andere Nutzer.*chmod 400/);
    chmodSync(key, 0o400);
  });

  test("fehlt, obwohl es Daten gibt", () => {
    renameSync(key, `${key}.weg`);
    refused(/Betreiberschlüssel fehlt/);
    expect(existsSync(key)).toBe(false);
  });

  test("zu kurz", () => {
    writeFileSync(key, "kim-betreiberschluessel:1:abc\n", { mode: 0o400 });
    refused(/kein vollständiger Betreiberschlüssel/);
  });

  test("gehört zu anderen Daten", () => {
    chmodSync(key, 0o600);
    writeFileSync(key, `kim-betreiberschluessel:1:${"A".repeat(43)}\n`);
    chmodSync(key, 0o400);
    refused(/gehört zu anderen Daten/);
  });
});
