import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cleanUp, dataFolder, kim, processesOf } from "./support.ts";
import { freePort } from "../../src/platform/postgres/free-port.ts";

const ordner = dataFolder();
const json = join(ordner, "zahlen.json");
afterAll(() => cleanUp(ordner));

test("a scratch folder is filled once, measured, and is no place for anything else", async () => {
  const daten = (n: string) => kim(["bench", "daten", "--kreise", "2", "--beratungen", n, "--ordner", ordner]);
  expect(daten("3.000")).toMatchObject({ code: 0, err: expect.stringMatching(/3\.000 Beratungen in/) });
  expect(daten("4.000")).toMatchObject({ code: 4, err: expect.stringContaining("Nennen Sie dieselben Zahlen") });
  const words = ["--mischung", "liste,suche,speichern,alltag", "--verbindungen", "3", "--sekunden", "1"];
  const { code, out, err } = kim(["bench", ...words, "--ohne-pgbench", "--json", json, "--ordner", ordner]);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("liste: eigene Beratungen") });
  expect(out).toMatch(/p95 ms/);
  const { messungen } = JSON.parse(readFileSync(json, "utf8"));
  expect(Object.keys(messungen)).toEqual(["liste", "suche", "speichern", "alltag"]);
  for (const { diese } of Object.values<{ diese: Record<string, number> }>(messungen)) {
    expect(diese["jeSekunde"]).toBeGreaterThan(1);
    expect(diese["anweisungen"]).toBeGreaterThan(1);
    expect(diese["kB"]).toBeGreaterThan(0.3);
  }
  const port = String(await freePort());
  expect(kim(["start"], { KIM_DATEN: ordner, KIM_PORT: port })).toMatchObject({
    code: 4,
    err: expect.stringContaining("Hier liegen erfundene Daten zum Messen"),
  });
  expect(processesOf(ordner)).toEqual([]);
});
