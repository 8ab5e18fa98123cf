import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { sql } from "kysely";
import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { systemActor } from "./actor.ts";
import { type Beginning, inTransaction } from "./connection.ts";
import { writeAs } from "./db.ts";
import type { Tx } from "./tx.ts";

const db = testDatabase();
const KREIS = "05382";
const NIL = "00000000-0000-0000-0000-000000000000";
let pool: Pool;
/** Answers of the server, each to one message or to several that travelled as one. */
let answers = 0;

beforeAll(async () => {
  pool = new Pool({ connectionString: db.urlOf("kim_web"), max: 1, pipeline: true });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    client.connection.on("readyForQuery", () => void answers++);
  });
  await writeAs(systemActor(KREIS), (tx) => tx.insertInto("betrieb.mandant").values({ kreis: KREIS }).execute());
});
afterAll(() => pool.end());

const settings = (wait = "5s"): Beginning["settings"] => ({
  sql: `select ${["app.kreis", "app.traeger", "app.konto", "app.sicht", "lock_timeout"].map((name, i) => `set_config('${name}', $${i + 1}, true)`).join(", ")}`,
  parameters: [KREIS, NIL, NIL, "kreis", wait],
});
const through = <R>(beginning: Beginning, work: (tx: Tx) => Promise<R>) => inTransaction(pool, beginning, work);
const READ = { mode: "read only", settings: settings() } as const;
const ONCE = { ...READ, once: true } as const;
const WRITE = { mode: "read write", settings: settings() } as const;

/** As often as it takes until the connection has prepared everything; the last one is counted. */
async function answersTo(beginning: Beginning, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 3; i++) await through(beginning, work);
  // The end of what only read is answered behind.
  await pool.query("select");
  const before = answers;
  await through(beginning, work);
  await pool.query("select");
  return answers - before - 1;
}

const one = (tx: Tx) => sql<{ n: number }>`select 1 as n`.execute(tx);
const traeger = (tx: Tx, name: string, id = randomUUID()) =>
  tx
    .insertInto("kim.traeger")
    .values({ kreis: KREIS, id, name: `${name} ${randomUUID()}`, art: "kreis" })
    .execute();
const named = (name: string) => db.admin(`select id from kim.traeger where name like '${name} %'`);

test("beginning, settings and first statement are answered as one, and with `once` the end too", async () => {
  expect(await answersTo(READ, one)).toBe(2);
  expect(await answersTo(ONCE, one)).toBe(1);
  expect(await answersTo(READ, async (tx) => [await one(tx), await one(tx)])).toBe(3);
  expect(await answersTo(READ, (tx) => Promise.all([one(tx), one(tx)]))).toBe(2);
});

test("what nobody waits for travels with the end; where nobody asks nothing is sent", async () => {
  expect(await answersTo(WRITE, async (tx) => [await traeger(tx, "Eins"), await traeger(tx, "Zwei")])).toBe(1);
  expect(await named("Zwei")).toHaveLength(4);
  expect(await answersTo(WRITE, async () => undefined)).toBe(0);
  const refused = through(WRITE, async (tx) => {
    await traeger(tx, "Abgelehnt");
    throw new Error("doch nicht");
  });
  await expect(refused).rejects.toThrow("doch nicht");
  expect(await named("Abgelehnt")).toEqual([]);
});

test("settings that fail are the reason, and nothing behind them runs, however often it ran before", async () => {
  const write = (name: string) => async (tx: Tx) => {
    await traeger(tx, name);
    return one(tx);
  };
  await answersTo(WRITE, write("Vorbereitet"));
  const broken = { mode: "read write", settings: settings("nie") } as const;
  await expect(through(broken, write("Ohne Wand"))).rejects.toMatchObject({ code: "22023" });
  expect(await named("Ohne Wand")).toEqual([]);
  // And where only the end is waited for.
  await answersTo(WRITE, (tx) => traeger(tx, "Vorbereitet"));
  await expect(through(broken, (tx) => traeger(tx, "Ohne Wand"))).rejects.toMatchObject({ code: "22023" });
  expect(await named("Ohne Wand")).toEqual([]);
});

test("of what travels as one nothing stays where one of it fails, and the connection serves the next", async () => {
  const id = randomUUID();
  const twice = async (tx: Tx) => {
    await traeger(tx, "Danach", id);
    await traeger(tx, "Danach", id);
  };
  await answersTo(WRITE, (tx) => traeger(tx, "Davor"));
  const pid = () => through(READ, (tx) => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx));
  const before = (await pid()).rows;
  await expect(through(WRITE, twice)).rejects.toMatchObject({ code: "23505" });
  expect(await named("Danach")).toEqual([]);
  expect((await pid()).rows).toEqual(before);
});

test("a statement that fails leaves no open transaction behind, nor the settings of whoever asked", async () => {
  const divide = (by: number) => (tx: Tx) => sql`select 1 / ${by}::int as n, ${by}::text as by`.execute(tx);
  await answersTo(ONCE, divide(1));
  await expect(through(ONCE, divide(0))).rejects.toMatchObject({ code: "22012" });
  const { rows } = await pool.query(
    "select now() = statement_timestamp() as fresh, current_setting('app.kreis', true) as kreis",
  );
  expect(rows).toEqual([{ fresh: true, kreis: "" }]);
  expect((await through(ONCE, divide(1))).rows).toEqual([{ n: 1, by: "1" }]);
});

test("a connection that ends in between fails what waits, and the next one comes over another", async () => {
  const wait = (seconds: number) => (tx: Tx) => sql`select pg_sleep(${seconds}::float), 'wartet' as was`.execute(tx);
  await answersTo(ONCE, wait(0));
  const failed = expect(through(ONCE, wait(20))).rejects.toThrow();
  const end = () =>
    db.admin(
      "select pg_terminate_backend(pid) from pg_stat_activity where state = 'active' and query like '%wartet%' and pid <> pg_backend_pid()",
    );
  await expect.poll(async () => (await end()).length).toBe(1);
  await failed;
  expect((await through(ONCE, wait(0))).rows).toHaveLength(1);
});

test("a door that reads once refuses a second statement", async () => {
  await expect(through(ONCE, async (tx) => [await one(tx), await one(tx)])).rejects.toThrow("schon zu Ende");
});

test("what is asked after the end reaches nobody else's transaction", async () => {
  let left: Tx | undefined;
  for (const beginning of [READ, WRITE]) {
    await through(beginning, async (tx) => {
      left = tx;
      return one(tx);
    });
    await expect(left === undefined ? undefined : one(left)).rejects.toThrow("schon zu Ende");
  }
});

test("values arrive and come back as pg itself sends and reads them", async () => {
  const text = fc
    .oneof(fc.string(), fc.constantFrom('"', "\\", "{}", "NULL", "a,b", "ä\n"))
    .filter((s) => !s.includes("\0"));
  const values = fc.record({
    text: fc.option(text),
    number: fc.option(fc.integer()),
    yes: fc.option(fc.boolean()),
    bytes: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
    at: fc.option(fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true })),
    texts: fc.option(fc.array(fc.option(text))),
    numbers: fc.array(fc.integer()),
    parts: fc.array(fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes))),
    json: fc.option(fc.dictionary(text, text)),
  });
  const statement = `select $1::text as text, $2::int8 as number, $3::bool as yes, $4::bytea as bytes, $5::timestamptz as at,
    $6::text[] as texts, $7::int[] as numbers, $8::bytea[] as parts, $9::jsonb as json`;
  await fc.assert(
    fc.asyncProperty(values, async (sent) => {
      const expected = (await pool.query({ text: statement, values: Object.values(sent) })).rows;
      const ask = (tx: Tx) => tx.executeQuery({ ...sql.raw(statement).compile(tx), parameters: Object.values(sent) });
      for (let i = 0; i < 2; i++) expect((await through(READ, ask)).rows).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});
