import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLLEN } from "../../src/domains/zugang/model/rechte.ts";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { cleanUp, dataFolder, isWell, kim, launch, processesOf, start, until } from "./support.ts";

/** So long the demo may take to invent two years of every room on a machine that does something else as well: 60 to 130 s were seen. */
const LOADS_MS = 240_000;

const daten = dataFolder();
const env: Record<string, string> = { KIM_DATEN: daten };
beforeAll(async () => void (env["KIM_PORT"] = String(await freePort())));
afterAll(() => cleanUp(daten));

test("whoever ends the demo while it first loads does not wait, and nothing stays running", async () => {
  const child = start(["demo"], env);
  await until("loading", () => (child.said().includes("werden erfunden") ? true : undefined));
  const begin = Date.now();
  child.process.kill("SIGTERM");
  expect(await child.exit).toBe(0);
  expect(Date.now() - begin).toBeLessThan(10_000);
  expect(processesOf(daten)).toEqual([]);
  expect(existsSync(join(daten, "demo.unfertig"))).toBe(true);
});

test(
  "the next time it is made completely and names one sign-in for each role; a taken port does no harm",
  async () => {
    const other = createServer().on("error", () => undefined);
    await new Promise<void>((done) => void other.once("error", () => done()).listen(8080, "127.0.0.1", done));
    const running = await launch(["demo"], { KIM_DATEN: daten }, [], LOADS_MS);
    expect(running.said()).toContain("wird neu angelegt");
    for (const { name } of Object.values(ROLLEN)) expect(running.said()).toContain(`  ${name} `);
    expect(new URL(running.adresse).hostname).toBe("127.0.0.1");
    expect(new URL(running.adresse).port).not.toBe("8080");
    await until("answer", () => isWell(running.adresse));
    expect(existsSync(join(daten, "demo.unfertig"))).toBe(false);
    running.process.kill("SIGINT");
    expect(await running.exit).toBe(0);
    other.close();
  },
  LOADS_MS + 30_000,
);

test("the folder of a demo is no place for real data", () => {
  const words = ["einrichten", "--kreis", "05382", "--traeger", "Kreis", "--admin", "mira.beispiel@example.de"];
  for (const command of [["start"], words]) {
    expect(kim(command, env)).toMatchObject({ code: 4, err: expect.stringContaining("Hier liegt eine Demo") });
  }
  expect(processesOf(daten)).toEqual([]);
});
