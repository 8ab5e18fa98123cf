import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { type Actor, systemActor } from "./actor.ts";
import { recordEvent } from "./audit.ts";
import { insertMany, openRecordAs, readAs, sql, writeAs } from "./db.ts";
import { NotFound } from "./form.ts";

const db = testDatabase();
const HERE = systemActor("05382");
const THERE = systemActor("05315");
const traegerId = randomUUID();

beforeAll(async () => {
  for (const actor of [HERE, THERE]) {
    await writeAs(actor, (tx) => tx.insertInto("betrieb.mandant").values({ kreis: actor.kreis }).execute());
  }
  await writeAs(HERE, (tx) =>
    tx
      .insertInto("kim.traeger")
      .values({ kreis: HERE.kreis, id: traegerId, name: "Musterverband", art: "wohlfahrt" })
      .execute(),
  );
});

const traegerNames = (actor: Actor) => readAs(actor, (tx) => tx.selectFrom("kim.traeger").select("name").execute());

test("a reading door does not write", async () => {
  const attempt = readAs(HERE, (tx) => tx.deleteFrom("kim.rolle").execute());
  await expect(attempt).rejects.toMatchObject({ code: "25006" });
});

test("another Kreis sees nothing and writes nothing here", async () => {
  expect(await traegerNames(HERE)).toHaveLength(1);
  expect(await traegerNames(THERE)).toHaveLength(0);
  const foreign = writeAs(THERE, (tx) =>
    tx.insertInto("kim.traeger").values({ kreis: HERE.kreis, name: "Fremd", art: "kreis" }).execute(),
  );
  await expect(foreign).rejects.toMatchObject({ code: "42501" });
});

test("what is not granted cannot be written, whatever the row", async () => {
  const attempt = writeAs(HERE, (tx) => sql`update kim.traeger set kreis = '05315'`.execute(tx));
  await expect(attempt).rejects.toMatchObject({ code: "42501" });
});

test("no setting survives its transaction", async () => {
  await traegerNames(HERE);
  // What the server shows of a connection may be a moment old.
  const inside = () =>
    db.admin("select 1 from pg_stat_activity where application_name = 'kim-test' and state like 'idle in%'");
  await expect.poll(inside).toHaveLength(0);
});

test("opening a record logs it in the same transaction, or not at all", async () => {
  const id = randomUUID();
  const subject = { art: "person", id };
  await openRecordAs(HERE, subject, "beratung", async () => "gesehen");
  const missing = openRecordAs(HERE, { art: "person", id: randomUUID() }, "beratung", () =>
    Promise.reject(new NotFound()),
  );
  await expect(missing).rejects.toThrow(NotFound);
  const rows = await db.admin("select art, gegenstand_id, zweck from kim.protokoll where art = 'person.geoeffnet'");
  expect(rows).toEqual([{ art: "person.geoeffnet", gegenstand_id: id, zweck: "beratung" }]);
});

test("an event with day precision has no time of day", async () => {
  const id = randomUUID();
  await writeAs(HERE, (tx) =>
    recordEvent(tx, HERE, { art: "probe.erfasst", gegenstand: { art: "probe", id }, genau: "tag" }),
  );
  const rows = await db.admin(
    "select to_char(zeit at time zone 'Europe/Berlin', 'HH24:MI:SS.US') as uhrzeit from kim.protokoll where gegenstand_id = $1",
    [id],
  );
  expect(rows).toEqual([{ uhrzeit: "00:00:00.000000" }]);
});

test("an actor without a proper id opens no door", async () => {
  await expect(traegerNames({ ...HERE, kreis: "05382'; drop table x" })).rejects.toThrow("keine gültige Kennung");
});

test("many rows are stored as they are, whichever of their values are alike, empty or in another order", async () => {
  const text = fc.constantFrom(null, "", "Haus A", 'ein "Zeichen" \\x00');
  const entry = fc.record({
    anschrift: text,
    email: text,
    mitbringen: fc.subarray(["ausweis", "wohnung"]),
    geschlossen_ab: fc.constantFrom(null, "2026-01-31"),
  });
  const { kreis } = HERE;
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), fc.boolean(), async (entries, turned) => {
      const rows = entries.map((one) => ({
        kreis,
        id: randomUUID(),
        name: `Stelle ${randomUUID()}`,
        art: "amt",
        ...one,
      }));
      const sent = rows.map((row, i) =>
        turned && i % 2 === 1 ? { ...Object.fromEntries(Object.entries(row).toReversed()), ...row } : row,
      );
      await writeAs(HERE, (tx) => insertMany(tx, "kim.organisation", sent));
      const ids = rows.map(({ id }) => id);
      const stored = await db.admin(
        `select kreis, id, name, art, anschrift, email, mitbringen, geschlossen_ab from kim.organisation
         where id = any($1::uuid[]) order by array_position($1::uuid[], id)`,
        [ids],
      );
      expect(stored).toEqual(rows);
    }),
    { numRuns: 40 },
  );
});
