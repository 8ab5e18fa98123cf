import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "../../tests/support/db.ts";
import { systemActor } from "./actor.ts";
import { openPool, readAs, throughPool } from "./db.ts";
import { beginJob, forgetStarts } from "./job-starts.ts";
import { type Job, job } from "./jobs.ts";

const db = testDatabase();
const worker: { pool?: ReturnType<typeof openPool> } = {};
beforeAll(() => {
  worker.pool = openPool({ url: db.urlOf("kim_worker"), applicationName: "kim-test", poolSize: 2 });
});
afterAll(() => worker.pool?.end());

const asWorker = <R>(work: () => Promise<R>): Promise<R> => {
  if (worker.pool === undefined) throw new Error("The worker has no pool.");
  return throughPool(worker.pool, work);
};
const run = (one: Job, id: string) => asWorker(() => one.run({ id }));
const counted = async (gegenstand: string) =>
  (
    await db.admin(
      "select anzahl, aufgegeben is not null as aufgegeben from betrieb.auftrag_beginn where gegenstand = $1",
      [gegenstand],
    )
  )[0];

/** A job about an id; what it did and what it gave up. */
function watched(work: () => Promise<void>, more: { outside?: true; deadlineMs?: number } = {}) {
  const begun: string[] = [];
  const given: string[] = [];
  const one = job(
    "probe",
    z.object({ id: z.string() }),
    async ({ id }) => {
      begun.push(id);
      await work();
    },
    { subject: ({ id }) => id, giveUp: async ({ id }) => void given.push(id), ...more },
  );
  return { one, begun, given };
}

/** What is left of a run that ended with its process: its start was counted, its end was not. */
const crash = (id: string, once = true) => asWorker(() => beginJob({ auftrag: "probe", gegenstand: id }, once));

describe("a subject that brings the worker down", () => {
  test("is begun three times, then marked, and nothing begins it again", async () => {
    const id = randomUUID();
    const { one, begun, given } = watched(async () => {});
    for (let i = 0; i < 3; i++) expect(await crash(id)).toBe(true);
    for (let i = 0; i < 3; i++) await run(one, id);
    expect([begun, given]).toEqual([[], [id, id, id]]);
    expect(await counted(id)).toMatchObject({ aufgegeben: true });
  });

  test("counts by itself: others go on, and an end in between forgets it", async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    const { one, begun } = watched(async () => {});
    for (let i = 0; i < 2; i++) await crash(id);
    await run(one, other);
    await run(one, id);
    expect(begun).toEqual([other, id]);
    expect(await counted(id)).toBeUndefined();
  });

  test("that cannot be marked gets another try after a day", async () => {
    const id = randomUUID();
    for (let i = 0; i < 3; i++) expect(await crash(id, false)).toBe(true);
    expect([await crash(id, false), await crash(id, false)]).toEqual([false, false]);
    await db.admin("update betrieb.auftrag_beginn set aufgegeben = now() - interval '25 hours' where gegenstand = $1", [
      id,
    ]);
    expect(await crash(id, false)).toBe(true);
    expect(await counted(id)).toEqual({ anzahl: 1, aufgegeben: false });
  });

  test("is forgotten after a month", async () => {
    const id = randomUUID();
    await crash(id);
    await asWorker(() => forgetStarts(new Date(Date.now() + 29 * 86_400_000)));
    expect(await counted(id)).toBeDefined();
    await asWorker(() => forgetStarts(new Date(Date.now() + 31 * 86_400_000)));
    expect(await counted(id)).toBeUndefined();
  });
});

describe("a failure", () => {
  const fail = (error: Error) => async () => {
    throw error;
  };
  test("counts like a crash", async () => {
    const id = randomUUID();
    const { one, given } = watched(fail(new Error("kaputt")));
    for (let i = 0; i < 3; i++) await expect(run(one, id)).rejects.toThrow("kaputt");
    await run(one, id);
    expect(given).toEqual([id]);
  });

  test.each([
    ["of the database does not", fail(Object.assign(new Error(), { code: "57P01" })), {}],
    ["of somebody else's server does not", fail(new Error("Postfach voll")), { outside: true } as const],
  ])("%s", async (_, work, more) => {
    const id = randomUUID();
    const { one, begun, given } = watched(work, more);
    for (let i = 0; i < 5; i++) await expect(run(one, id)).rejects.toThrow();
    expect([begun.length, given]).toEqual([5, []]);
  });

  test("is what takes longer than its deadline, and its signal says so", async () => {
    const id = randomUUID();
    let told: unknown;
    const slow = job(
      "langsam",
      z.object({ id: z.string() }),
      (_, signal) => new Promise(() => signal.addEventListener("abort", () => (told = signal.reason))),
      { subject: (p) => p.id, deadlineMs: 50 },
    );
    await expect(run(slow, id)).rejects.toThrow("dauerte zu lange");
    expect(told).toMatchObject({ name: "TimeoutError" });
    expect(await counted(id)).toMatchObject({ anzahl: 1 });
  });
});

test("the web process sees what was given up, and changes none of it", async () => {
  const actor = systemActor("00000");
  await readAs(actor, (tx) => tx.selectFrom("betrieb.auftrag_beginn").selectAll().execute());
  await expect(beginJob({ auftrag: "probe", gegenstand: "" }, true)).rejects.toMatchObject({ code: "42501" });
});
