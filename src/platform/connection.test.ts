import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { systemActor } from "./actor.ts";
import { type Beginning, inTransaction, lastly } from "./connection.ts";
import { writeAs } from "./db.ts";
import { statementNames } from "./statement-name.ts";
import type { Tx } from "./tx.ts";

const db = testDatabase();
const KREISE = ["05382", "05315"];
let pool: Pool;

beforeAll(async () => {
  pool = new Pool({ connectionString: db.urlOf("kim_web"), max: 1, pipeline: true });
  for (const kreis of KREISE) {
    await writeAs(systemActor(kreis), async (tx) => {
      await tx.insertInto("betrieb.mandant").values({ kreis }).execute();
      await tx.insertInto("kim.traeger").values({ kreis, id: randomUUID(), name: kreis, art: "kreis" }).execute();
    });
  }
});
afterAll(() => pool.end());

const NIL = "00000000-0000-0000-0000-000000000000";
const settingsOf = (kreis: string) => ({
  sql: `select ${["kreis", "traeger", "konto", "sicht"].map((name, i) => `set_config('app.${name}', $${i + 1}, true)`).join(", ")}`,
  parameters: [kreis, NIL, NIL, "kreis"],
});
const through = (beginning: Beginning) => ({
  execute: <R>(work: (tx: Tx) => Promise<R>) => inTransaction(pool, beginning, work),
});
const reading = (kreis: string) => through({ mode: "read only", settings: settingsOf(kreis) });

describe("prepared statements", () => {
  test("are planned once a connection, and every wall still asks whose transaction it is", async () => {
    const names = (kreis: string) =>
      reading(kreis).execute((tx) => tx.selectFrom("kim.traeger").select("name").where("art", "=", "kreis").execute());
    // More often than PostgreSQL waits before it keeps one plan for all.
    for (let i = 0; i < 8; i++) {
      for (const kreis of KREISE) expect(await names(kreis)).toEqual([{ name: kreis }]);
    }
    const { rows } = await pool.query<{ n: number; generic: number }>(
      `select count(*)::int as n, sum(generic_plans)::int as generic from pg_prepared_statements where statement like '%"art" = $1%'`,
    );
    expect(rows).toEqual([{ n: 1, generic: expect.any(Number) }]);
    expect(rows[0]?.generic).toBeGreaterThan(0);
  });

  test("one whose table a migration changed fails once, and its connection is not used again", async () => {
    await db.admin("create table kim.wandelbar (a int); grant select on kim.wandelbar to kim_web");
    const all = () => reading("05382").execute((tx) => sql`select * from kim.wandelbar`.execute(tx));
    for (let i = 0; i < 3; i++) await all();
    await db.admin("alter table kim.wandelbar add column b int");
    await expect(all()).rejects.toMatchObject({ code: "0A000" });
    expect((await all()).rows).toEqual([]);
    await db.admin("drop table kim.wandelbar");
  });

  test("a text has a name from the second time on, always the same, and others no room beyond the bound", () => {
    const statementName = statementNames(500);
    const text = `select ${randomUUID()}`;
    expect(statementName(text)).toBeUndefined();
    expect(statementName(text)).toMatch(/^kim_[\w-]{22}$/);
    expect(statementName(text)).toBe(statementName(text));
    const named = Array.from({ length: 600 }, (_, i) => (statementName(`select ${i}`), statementName(`select ${i}`)));
    expect(named.filter((name) => name !== undefined).length).toBe(499);
    expect(statementName(text)).toBeDefined();
  });
});

describe("a transaction that could not begin as it should", () => {
  const broken = {
    mode: "read write",
    settings: {
      sql: "select set_config('app.kreis', $1, true), set_config('lock_timeout', 'nie', true)",
      parameters: ["05382"],
    },
  } as const;

  test("runs no statement, and says why", async () => {
    const ran = through(broken).execute((tx) =>
      tx
        .insertInto("kim.traeger")
        .values({ kreis: "05382", id: randomUUID(), name: "Ohne Wand", art: "kreis" })
        .execute(),
    );
    await expect(ran).rejects.toMatchObject({ code: "22023" });
    expect(await db.admin("select 1 from kim.traeger where name = 'Ohne Wand'")).toEqual([]);
  });

  test("its connection is not used again", async () => {
    const pid = (await pool.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]?.pid;
    await expect(through(broken).execute((tx) => sql`select 1`.execute(tx))).rejects.toBeDefined();
    const { rows } = await reading("05382").execute((tx) =>
      sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx),
    );
    expect(rows[0]?.pid).not.toBe(pid);
  });
});

describe("an insert that nobody waits for", () => {
  const writing = { mode: "read write", settings: settingsOf("05382") } as const;
  const traeger = (id: string, name = "Ohne Warten") => ({ kreis: "05382", id, name, art: "kreis" });
  const named = (name: string) => db.admin(`select id from kim.traeger where name = '${name}'`);

  test("is there for what follows it", async () => {
    const id = randomUUID();
    const found = await through(writing).execute(async (tx) => {
      await tx.insertInto("kim.traeger").values(traeger(id)).execute();
      return tx.selectFrom("kim.traeger").select("name").where("id", "=", id).execute();
    });
    expect(found).toEqual([{ name: "Ohne Warten" }]);
  });

  test("that fails ends its transaction with its own reason, and nothing of it stays", async () => {
    const id = randomUUID();
    const twice = through(writing).execute(async (tx) => {
      await tx.insertInto("kim.traeger").values(traeger(id, "Zweimal")).execute();
      await tx.insertInto("kim.traeger").values(traeger(id, "Zweimal")).execute();
      await tx.insertInto("kim.traeger").values(traeger(randomUUID(), "Zweimal")).execute();
    });
    await expect(twice).rejects.toMatchObject({ code: "23505" });
    expect(await named("Zweimal")).toEqual([]);
  });

  test("that fails is the reason that the next answer tells", async () => {
    const id = randomUUID();
    let reached = false;
    const asked = through(writing).execute(async (tx) => {
      await tx.insertInto("kim.traeger").values(traeger(id, "Danach")).execute();
      await tx.insertInto("kim.traeger").values(traeger(id, "Danach")).execute();
      await sql`select 1`.execute(tx);
      reached = true;
    });
    await expect(asked).rejects.toMatchObject({ code: "23505" });
    expect(reached).toBe(false);
  });

  test("that fails behind a savepoint is forgotten with it", async () => {
    const id = randomUUID();
    await through(writing).execute(async (tx) => {
      await tx.insertInto("kim.traeger").values(traeger(id, "Davor")).execute();
      await sql`savepoint eine`.execute(tx);
      await tx.insertInto("kim.traeger").values(traeger(id, "Davor")).execute();
      await expect(sql`release savepoint eine`.execute(tx)).rejects.toMatchObject({ code: "23505" });
      await sql`rollback to savepoint eine`.execute(tx);
    });
    expect(await named("Davor")).toEqual([{ id }]);
  });

  test("is refused at once where nothing may be written", async () => {
    const ran = reading("05382").execute((tx) =>
      tx.insertInto("kim.traeger").values(traeger(randomUUID(), "Nur gelesen")).execute(),
    );
    await expect(ran).rejects.toMatchObject({ code: "25006" });
  });

  test("many of them do not pile up", async () => {
    const ids = Array.from({ length: 120 }, () => randomUUID());
    await through(writing).execute(async (tx) => {
      for (const id of ids)
        await tx
          .insertInto("kim.traeger")
          .values(traeger(id, `Viele ${id}`))
          .execute();
    });
    const there = await db.admin("select id from kim.traeger where name like 'Viele %'");
    expect(there.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  test("one that may be skipped says whether it was", async () => {
    const id = randomUUID();
    const made = await through(writing).execute(async (tx) => {
      const once = () =>
        tx
          .insertInto("kim.traeger")
          .values(traeger(id, "Einmal"))
          .onConflict((c) => c.doNothing())
          .executeTakeFirst();
      return [(await once()).numInsertedOrUpdatedRows, (await once()).numInsertedOrUpdatedRows];
    });
    expect(made).toEqual([1n, 0n]);
  });
});

describe("what is read last", () => {
  const one = (tx: Tx, n: number) =>
    sql<{ n: number }>`select ${n}::int as n`.execute(tx).then(({ rows }) => rows[0]?.n);

  test("travels with the end, in a message of its own or in the first, prepared or not", async () => {
    for (let i = 0; i < 4; i++) {
      const both = (tx: Tx) => Promise.all([one(lastly(tx), 1), one(tx, 2)]);
      expect(await reading("05382").execute(both)).toEqual([1, 2]);
      const after = await reading("05382").execute(async (tx) => [await one(tx, 0), ...(await both(tx))]);
      expect(after).toEqual([0, 1, 2]);
    }
    const { rows } = await pool.query("select current_setting('app.kreis', true) as kreis");
    expect(rows[0]).toEqual({ kreis: "" });
  });

  test("has nothing after it", async () => {
    for (let i = 0; i < 3; i++) {
      const more = reading("05382").execute(async (tx) => [await one(lastly(tx), 1), await one(tx, 2)]);
      await expect(more).rejects.toThrow("Diese Transaktion ist schon zu Ende.");
    }
    expect(await reading("05382").execute((tx) => one(tx, 3))).toBe(3);
  });

  test("that fails says why, and its connection goes on", async () => {
    const fails = (tx: Tx) => sql`select 1 / ${0}::int`.execute(lastly(tx));
    for (let i = 0; i < 3; i++) {
      await expect(reading("05382").execute(fails)).rejects.toMatchObject({ code: "22012" });
      expect(await reading("05382").execute((tx) => one(tx, i))).toBe(i);
    }
  });

  test("is not said where something is written", async () => {
    const writing = through({ mode: "read write", settings: settingsOf("05382") });
    await expect(writing.execute((tx) => one(lastly(tx), 1))).rejects.toThrow("wartet auf ihre Antworten");
  });
});

describe("the end of a transaction", () => {
  test("one that went on after an error does not claim to have written", async () => {
    const caught = through({ mode: "read write", settings: settingsOf("05382") }).execute(async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(caught).rejects.toThrow("schon gescheitert");
  });

  test("an error names the statement's caller", async () => {
    const failing = () => reading("05382").execute((tx) => sql`select 1 / 0`.execute(tx));
    const error: unknown = await failing().catch((reason: unknown) => reason);
    expect(error instanceof Error ? error.stack : "").toContain("connection.test.ts");
  });
});
