import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { systemActor } from "./actor.ts";
import { readAs, sql, writeAs } from "./db.ts";
import { prepared, preparedKinds } from "./prepared.ts";
import type { Tx } from "./tx.ts";

testDatabase();
const HERE = systemActor("05382");
const THERE = systemActor("05315");

beforeAll(async () => {
  for (const actor of [HERE, THERE])
    await writeAs(actor, (tx) => tx.insertInto("betrieb.mandant").values({ kreis: actor.kreis }).execute());
});

test("is built once, and each call brings its own values and its own transaction", async () => {
  const build = vi.fn((db: Tx, name: string) =>
    db.selectFrom("kim.traeger").select([sql<string>`upper(name)`.as(name), "art"]),
  );
  const add = prepared<{ kreis: string; id: string; name: string; art: string }>()((db, { kreis, id, name, art }) =>
    db.insertInto("kim.traeger").values({ kreis, id, name, art }),
  );
  const find = prepared<{ art: string; names: readonly string[] }>()((db, { art, names }) =>
    build(db, "gross")
      .where("art", "=", art)
      .where("name", "=", sql<string>`any(${names})`),
  );
  await writeAs(HERE, (tx) =>
    add(tx, { kreis: HERE.kreis, id: randomUUID(), name: "Musterverband", art: "wohlfahrt" }),
  );
  await writeAs(THERE, (tx) => add(tx, { kreis: THERE.kreis, id: randomUUID(), name: "Amt", art: "kreis" }));
  for (let i = 0; i < 4; i++) {
    const names = ["Musterverband", "Amt"];
    expect(await readAs(HERE, (tx) => find(tx, { art: "wohlfahrt", names }))).toEqual([
      { gross: "MUSTERVERBAND", art: "wohlfahrt" },
    ]);
    expect(await readAs(THERE, (tx) => find(tx, { art: "kreis", names }))).toEqual([{ gross: "AMT", art: "kreis" }]);
    expect(await readAs(THERE, (tx) => find(tx, { art: "wohlfahrt", names }))).toEqual([]);
    expect(await readAs(HERE, (tx) => find(tx, { art: "wohlfahrt", names: [] }))).toEqual([]);
  }
  expect(build).toHaveBeenCalledTimes(1);
});

test("a value that says nothing is null", async () => {
  const say = prepared<{ one: string | null; two: string | undefined }>()(
    (_, { one, two }) =>
      sql<{
        one: string | null;
        two: string | null;
      }>`select ${one}::text as one, ${two}::text as two`,
  );
  expect(await readAs(HERE, (tx) => say(tx, { one: null, two: undefined }))).toEqual([{ one: null, two: null }]);
});

test("of several kinds each is built once, and what stands in lists is filled as well", async () => {
  const [who, whom] = ["?who", "?whom"];
  const build = vi.fn(() => sql<{ all: string[] }>`select array[${who}, ${"so"}] || ${[whom, "too"]}::text[] as all`);
  const ask = preparedKinds<{ all: string[] }>(2);
  for (const actor of [HERE, THERE, HERE]) {
    const values = new Map([
      [who, actor.kreis],
      [whom, actor.kontoId],
    ]);
    for (const kind of ["a", "b"])
      expect(await readAs(actor, (tx) => ask(tx, kind, values, build))).toEqual([
        { all: [actor.kreis, "so", actor.kontoId, "too"] },
      ]);
  }
  expect(build).toHaveBeenCalledTimes(2);
});
