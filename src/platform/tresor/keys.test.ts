import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/db.ts";
import type { Actor } from "../actor.ts";
import { systemActor } from "../actor.ts";
import { readAs, writeAs } from "../db.ts";
import { newTraegerKey, open, seal, TresorError, wrapTraegerKey } from "../tresor.ts";
import { createSubjectKey, createTraegerKey, destroySubjectKey, subjectKeys, traegerKey } from "./keys.ts";
import { operatorKey } from "./operator-key.ts";

const database = testDatabase();
const KREIS = "05382";
const OTHER_KREIS = "05315";
const place = (row: string) => ({ kreis: KREIS, table: "kim.person", row, column: "name" });

const staffOf = (kreis: string, traegerId: string): Actor => ({
  ...systemActor(kreis, traegerId),
  kontoId: randomUUID(),
  sicht: "eigene",
});

async function newTraeger(kreis: string): Promise<Actor> {
  const id = randomUUID();
  await database.admin("insert into betrieb.mandant (kreis) values ($1) on conflict do nothing", [kreis]);
  await database.admin("insert into kim.traeger (kreis, id, name, art) values ($1, $2, $3, 'wohlfahrt')", [
    kreis,
    id,
    `Musterverband ${id}`,
  ]);
  const actor = staffOf(kreis, id);
  await writeAs(actor, (tx) => createTraegerKey(tx, kreis, id));
  return actor;
}

const newPerson = (actor: Actor, id: string = randomUUID()) =>
  writeAs(actor, async (tx) => {
    const subject = { kreis: actor.kreis, art: "person", id, traegerId: actor.traegerId } as const;
    return { id, key: await createSubjectKey(tx, subject) };
  });

const keysAs = (actor: Actor, ids: readonly string[], kreis = actor.kreis) =>
  readAs(actor, (tx) => subjectKeys(tx, kreis, ids));

let own: Actor;
beforeAll(async () => {
  own = await newTraeger(KREIS);
});

describe("a data key", () => {
  test("opens in a later transaction what it sealed", async () => {
    const { id, key } = await newPerson(own);
    const sealed = seal(key, place(id), "Mira Beispiel");
    const found = (await keysAs(own, [id])).get(id);
    expect(found && open(found, place(id), sealed)).toBe("Mira Beispiel");
  });

  test("many at once; unknown ones are missing", async () => {
    const persons = await Promise.all(Array.from({ length: 20 }, () => newPerson(own)));
    const keys = await keysAs(own, [...persons.map((p) => p.id), randomUUID()]);
    expect(keys.size).toBe(20);
    for (const { id, key } of persons) expect(keys.get(id)?.material.equals(key.material)).toBe(true);
    expect(await keysAs(own, [])).toEqual(new Map());
  });

  test("stands nowhere unwrapped in the database", async () => {
    const { id, key } = await newPerson(own);
    const bare = key.material.export().toString("hex");
    const [row] = await database.admin("select encode(verpackt, 'hex') as hex from tresor.schluessel where id = $1", [
      id,
    ]);
    expect(row?.["hex"]).toMatch(/^[0-9a-f]{130}$/);
    expect(row?.["hex"]).not.toContain(bare);
  });

  test("is never created a second time", async () => {
    const { id } = await newPerson(own);
    await expect(newPerson(own, id)).rejects.toThrow();
    await expect(writeAs(own, (tx) => createTraegerKey(tx, KREIS, own.traegerId))).rejects.toThrow();
  });
});

describe("others", () => {
  test("another Träger gets no key, creates none for us and destroys none", async () => {
    const { id } = await newPerson(own);
    const other = await newTraeger(KREIS);
    expect((await keysAs(other, [id])).size).toBe(0);
    expect(await writeAs(other, (tx) => destroySubjectKey(tx, KREIS, id))).toBe(false);
    expect((await keysAs(own, [id])).size).toBe(1);
    const subject = { kreis: KREIS, art: "person", id: randomUUID(), traegerId: own.traegerId } as const;
    await expect(writeAs(other, (tx) => createSubjectKey(tx, subject))).rejects.toThrow();
  });

  test("another Kreis gets no key, not even by asking with our id", async () => {
    const { id } = await newPerson(own);
    const stranger = await newTraeger(OTHER_KREIS);
    expect((await keysAs(stranger, [id])).size).toBe(0);
    expect((await keysAs(stranger, [id], KREIS)).size).toBe(0);
    await expect(readAs(stranger, (tx) => traegerKey(tx, KREIS, own.traegerId))).rejects.toThrow("keinen Schlüssel");
  });
});

describe("exchanged in the database", () => {
  const reasonOf = async (work: Promise<unknown>) => {
    const error = await work.catch((reason: unknown) => reason);
    return error instanceof TresorError ? error.reason : error;
  };

  test("two keys of the same Träger", async () => {
    const [a, b] = [await newPerson(own), await newPerson(own)];
    await database.admin(
      `update tresor.schluessel s set verpackt = o.verpackt from tresor.schluessel o
       where s.id = $1 and o.id = $2`,
      [a.id, b.id],
    );
    expect(await reasonOf(keysAs(own, [a.id]))).toBe("echtheit");
    expect((await keysAs(own, [b.id])).size).toBe(1);
  });

  test("a key passed off as a newer version", async () => {
    const { id } = await newPerson(own);
    await database.admin("update tresor.schluessel set version = 2 where id = $1", [id]);
    expect(await reasonOf(keysAs(own, [id]))).toBe("echtheit");
  });

  test("the key of another Träger put in its place", async () => {
    const victim = await newTraeger(KREIS);
    const { id } = await newPerson(victim);
    await database.admin(
      `update tresor.traeger_schluessel t set verpackt = o.verpackt from tresor.traeger_schluessel o
       where t.traeger_id = $1 and o.traeger_id = $2`,
      [victim.traegerId, own.traegerId],
    );
    expect(await reasonOf(keysAs(victim, [id]))).toBe("echtheit");
  });
});

test("a renewed Trägerschlüssel wraps what is new; what is old stays readable", async () => {
  const actor = await newTraeger(KREIS);
  const before = await newPerson(actor);
  const second = newTraegerKey(2);
  await writeAs(actor, async (tx) => {
    const { kreis, traegerId } = actor;
    const home = { kreis, table: "tresor.traeger_schluessel", row: traegerId, column: "verpackt" };
    const verpackt = wrapTraegerKey(operatorKey(), second, home);
    await tx
      .insertInto("tresor.traeger_schluessel")
      .values({ kreis, traeger_id: traegerId, version: 2, verpackt })
      .execute();
  });
  const after = await newPerson(actor);
  const keys = await keysAs(actor, [before.id, after.id]);
  expect(keys.get(before.id)?.material.equals(before.key.material)).toBe(true);
  expect(keys.get(after.id)?.material.equals(after.key.material)).toBe(true);
  expect((await readAs(actor, (tx) => traegerKey(tx, KREIS, actor.traegerId))).version).toBe(2);
});
