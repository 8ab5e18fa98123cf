import { spawnSync } from "node:child_process";
import { chmodSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { cleanUp, dataFolder, isWell, kim, kimInBackground, launch, processesOf, uidOf, until } from "./support.ts";

/** A process that has just ended by itself is as dead as it should be. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

describe("several commands on one data folder", () => {
  const daten = dataFolder();
  afterAll(() => cleanUp(daten));

  test("wait for one another, even when an earlier one died in the middle", async () => {
    for (const left of ["betrieb.json.1", "betrieb.json.alt.1"]) writeFileSync(join(daten, left), "{");
    const killed = kimInBackground(["migrieren"], { KIM_DATEN: daten });
    await until("first process", () => (processesOf(daten).length > 0 ? true : undefined));
    for (const pid of processesOf(daten)) kill(pid);
    expect((await killed).code).not.toBe(0);
    const all = await Promise.all([1, 2, 3].map(() => kimInBackground(["migrieren"], { KIM_DATEN: daten })));
    expect(all.map(({ code, err }) => ({ code, err }))).toEqual(all.map(() => ({ code: 0, err: "" })));
    expect(processesOf(daten)).toEqual([]);
  });
});

const NOBODY = 65_534;
const as = (uid: number) => [
  "setpriv",
  `--reuid=${uid}`,
  `--regid=${uid}`,
  "--clear-groups",
  "env",
  "HOME=/nonexistent",
];
const clone = resolve(import.meta.dirname, "../..");
const canChange = process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;
const reachable = canChange && spawnSync("ls", [clone], { uid: NOBODY, gid: NOBODY }).status === 0;

describe.runIf(reachable)("as an ordinary login", () => {
  const parent = dataFolder();
  const daten = join(parent, "daten");
  beforeAll(() => chmodSync(parent, 0o777));
  afterAll(() => {
    cleanUp(daten);
    rmSync(parent, { recursive: true, force: true });
  });

  test("everything runs under this login", async () => {
    const running = await launch(["start", "--port", String(await freePort())], { KIM_DATEN: daten }, as(NOBODY));
    await until("answer", () => isWell(running.adresse));
    expect(new Set(processesOf(daten).map(uidOf))).toEqual(new Set([NOBODY]));
    running.process.kill("SIGTERM");
    expect(await running.exit).toBe(0);
    expect(processesOf(daten)).toEqual([]);
  });

  test("called by root later, the folder stays with its owner", () => {
    expect(kim(["migrieren"], { KIM_DATEN: daten })).toMatchObject({ code: 0 });
    expect(statSync(join(daten, "postgres")).uid).toBe(NOBODY);
    expect(statSync(join(daten, "schluessel/betreiber.key")).uid).toBe(NOBODY);
  });

  test("another login is told whose it is", () => {
    const other = kim(["start"], { KIM_DATEN: daten }, as(1));
    expect(other).toMatchObject({
      code: 4,
      err: expect.stringMatching(/darf diese Anmeldung nicht schreiben \(er gehört/),
    });
    expect(kim(["status"], { KIM_DATEN: daten }, as(1))).toMatchObject({ code: 4 });
  });
});
