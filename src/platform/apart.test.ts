import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ApartFailed, runApart } from "./apart.ts";

const script = join(import.meta.dirname, "../../tests/support/nebenan/endlos.ts");

async function run(head: string, more: { deadlineMs?: number; signal?: AbortSignal; isFull?: () => boolean } = {}) {
  const heard: unknown[] = [];
  const limits = { heapMiB: 64, deadlineMs: 10_000, maxAnswer: 2_000_000, bytes: new Uint8Array() };
  const why = await runApart<unknown>({ script, head, ...limits, ...more }, (line) => heard.push(line)).catch(
    (error: unknown) => error,
  );
  return { heard, why: why instanceof ApartFailed ? why.end : why };
}

describe("work apart", () => {
  test("ends when it fills its memory, and nothing else does", async () => {
    expect(await run("fill")).toEqual({ heard: [], why: "memory" });
  });

  test("ends at its deadline", async () => {
    expect(await run("hang", { deadlineMs: 300 })).toEqual({ heard: [], why: "deadline" });
  });

  test("ends at once when nobody waits for it any more", async () => {
    const began = performance.now();
    expect((await run("hang", { signal: AbortSignal.timeout(200) })).why).toMatchObject({ name: "TimeoutError" });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test("cannot fill the memory of whoever asked", async () => {
    expect((await run("talk")).why).toBe("size");
    expect(await run("env", { isFull: () => true })).toEqual({ heard: [], why: "size" });
  });

  test("that cannot even begin says so, and nothing else ends", async () => {
    const node = process.execPath;
    process.execPath = "/nicht/da";
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on("unhandledRejection", note);
    try {
      expect((await run("hang")).why).toBe("crash");
      await new Promise((done) => setTimeout(done, 20));
      expect(unhandled).toEqual([]);
    } finally {
      process.off("unhandledRejection", note);
      process.execPath = node;
    }
  });

  test("that dies says so", async () => {
    expect((await run("die")).why).toBe("crash");
  });

  test("writes no file and knows no setting of this process", async () => {
    expect(await run("write")).toEqual({ heard: ["ERR_ACCESS_DENIED"], why: undefined });
    expect(await run("env")).toEqual({ heard: [[]], why: undefined });
  });
});
