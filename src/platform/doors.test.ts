import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { silentServer } from "../../tests/support/silent-server.ts";
import { testDatabase } from "../../tests/support/db.ts";
import { systemActor } from "./actor.ts";
import { openPool, readAs, sql, throughPool, writeAs } from "./db.ts";
import { holdNext, lockRow } from "./held.ts";
import { isPause } from "./pause.ts";

const db = testDatabase();
const HERE = systemActor("05382");
const [one, two] = [randomUUID(), randomUUID()].toSorted();

beforeAll(async () => {
  await writeAs(HERE, async (tx) => {
    await tx.insertInto("betrieb.mandant").values({ kreis: HERE.kreis }).execute();
    for (const id of [one, two]) {
      await tx
        .insertInto("kim.traeger")
        .values({ kreis: HERE.kreis, id, name: String(id), art: "kreis" })
        .execute();
    }
  });
});

describe("a transaction that another one got in the way of", () => {
  test("is done again, all of it: of two that lock in a circle both come through", async () => {
    const tries = [0, 0];
    const meet = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const change = (nr: 0 | 1, first: string | undefined, then: string | undefined) =>
      writeAs(HERE, async (tx) => {
        tries[nr] = (tries[nr] ?? 0) + 1;
        const rename = (id: string | undefined) =>
          sql`update kim.traeger set name = name || ${nr} where id = ${id}`.execute(tx);
        await rename(first);
        meet[nr]?.resolve();
        await meet[1 - nr]?.promise;
        await rename(then);
      });
    await Promise.all([change(0, one, two), change(1, two, one)]);
    expect(tries.toSorted()).toEqual([1, 2]);
    const rows = await readAs(HERE, (tx) => tx.selectFrom("kim.traeger").select("name").execute());
    expect(rows.map(({ name }) => name.slice(36).split("").toSorted().join(""))).toEqual(["01", "01"]);
  });

  test("fails in the end, where others never stop", async () => {
    let tries = 0;
    const failing = writeAs(HERE, (tx) => {
      tries += 1;
      return sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(tx);
    });
    await expect(failing).rejects.toMatchObject({ code: "40001" });
    expect(tries).toBe(4);
  });

  test("is not repeated where it failed by itself", async () => {
    let tries = 0;
    const failing = writeAs(HERE, () => {
      tries += 1;
      throw new Error("kaputt");
    });
    await expect(failing).rejects.toThrow("kaputt");
    expect(tries).toBe(1);
  });
});

test("rows are held in one written order; a command against it is refused", async () => {
  const wrong = writeAs(HERE, async (tx) => {
    await lockRow(tx, "kim.traeger", one ?? "");
    holdNext(tx, "kim.konto");
  });
  await expect(wrong).rejects.toThrow("kim.konto nach kim.traeger");
});

test("an answer that never comes ends as a pause, and the next one comes over another connection", async () => {
  const server = await silentServer(db.urlOf("kim_web"));
  const pool = openPool({ url: server.url, applicationName: "kim-test", poolSize: 1, answerMs: 300 });
  const ask = () => throughPool(pool, () => readAs(HERE, (tx) => sql`select 1`.execute(tx)));
  await ask();
  server.fallSilent();
  const began = performance.now();
  const error: unknown = await ask().catch((e: unknown) => e);
  expect(isPause(error), String(error)).toBe(true);
  expect(performance.now() - began).toBeLessThan(3000);
  server.speakAgain();
  expect((await ask()).rows).toHaveLength(1);
  await pool.end();
  await server.stop();
});
