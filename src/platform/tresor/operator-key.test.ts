import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newKey, newTraegerKey } from "../tresor.ts";
import { keyedHash, searchHash, searchKey } from "./hash.ts";
import {
  createOperatorKey,
  operatorKey,
  OperatorKeyError,
  readOperatorKey,
  startTresor,
  stopTresor,
} from "./operator-key.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kim-schluessel-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof OperatorKeyError ? error.reason : `kein OperatorKeyError: ${String(error)}`;
}

describe("the operator's key file", () => {
  test("is readable by its own user only, and comes back the same", async () => {
    const path = join(folder, "neu.key");
    const made = await createOperatorKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o400);
    expect((await readOperatorKey(path)).material.equals(made.material)).toBe(true);
  });

  test("is never overwritten", async () => {
    const path = join(folder, "einmal.key");
    await createOperatorKey(path);
    const before = await readFile(path, "utf8");
    expect(await reasonOf(createOperatorKey(path))).toBe("vorhanden");
    expect(await readFile(path, "utf8")).toBe(before);
  });

  test("is missing, or its folder is", async () => {
    expect(await reasonOf(readOperatorKey(join(folder, "fehlt.key")))).toBe("fehlt");
    expect(await reasonOf(readOperatorKey(folder))).toBe("fehlt");
    expect(await reasonOf(createOperatorKey(join(folder, "fehlt", "x.key")))).toBe("schreiben");
  });

  test.each([0o440, 0o404, 0o420, 0o644])("is not accepted with the mode %o", async (mode) => {
    const path = join(folder, `offen-${mode}.key`);
    await createOperatorKey(path);
    await chmod(path, mode);
    expect(await reasonOf(readOperatorKey(path))).toBe("offen");
  });

  test("too short, empty, foreign, with something appended", async () => {
    const good = join(folder, "gut.key");
    await createOperatorKey(good);
    const line = (await readFile(good, "utf8")).trimEnd();
    const bad = ["", line.slice(0, -1), `${line}A`, `${line}\n${line}`, line.replace(":1:", ":0:"), "x".repeat(32)];
    for (const [index, text] of bad.entries()) {
      const path = join(folder, `schlecht-${index}.key`);
      await writeFile(path, text, { mode: 0o400 });
      expect(await reasonOf(readOperatorKey(path)), text).toBe("form");
    }
  });
});

describe("keyed hashes", () => {
  beforeEach(() => startTresor(newKey("betreiber", 1)));
  afterEach(stopTresor);

  test("same text and purpose: the same; otherwise different", () => {
    expect(keyedHash("email", "mira@example.org")).toEqual(keyedHash("email", "mira@example.org"));
    expect(keyedHash("email", "mira@example.org")).not.toEqual(keyedHash("email", "jo@example.org"));
    expect(keyedHash("email", "x")).not.toEqual(keyedHash("versuch", "x"));
    expect(keyedHash("email", "x")).toHaveLength(32);
    expect(() => keyedHash("", "x")).toThrow(TypeError);
  });

  test("another installation has other hashes", () => {
    const here = keyedHash("email", "mira@example.org");
    stopTresor();
    startTresor(newKey("betreiber", 1));
    expect(keyedHash("email", "mira@example.org")).not.toEqual(here);
  });

  test("every Träger searches with a key of its own that is not its Trägerschlüssel", () => {
    const traeger = newTraegerKey();
    expect(searchKey(traeger).material.equals(searchKey(traeger).material)).toBe(true);
    expect(searchKey(traeger).material.equals(traeger.material)).toBe(false);
    expect(searchKey(newTraegerKey()).material.equals(searchKey(traeger).material)).toBe(false);
    const token = searchHash(searchKey(traeger), "form:mira");
    expect(Number.isSafeInteger(token) && token >= 0).toBe(true);
    expect(searchHash(searchKey(traeger), "form:mira")).toBe(token);
    expect(searchHash(searchKey(traeger), "form:mira ")).not.toBe(token);
    expect(searchHash(searchKey(newTraegerKey()), "form:mira")).not.toBe(token);
  });

  test("without the operator's key nothing works", () => {
    expect(() => startTresor(newKey("betreiber", 1))).toThrow("schon geöffnet");
    stopTresor();
    expect(() => operatorKey()).toThrow("nicht geöffnet");
    expect(() => keyedHash("email", "x")).toThrow("nicht geöffnet");
  });
});
