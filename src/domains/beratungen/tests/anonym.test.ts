import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, typed } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let room: Room;

/** Every row of every table outside of the code lists, as text, by table. */
async function everything(): Promise<Map<string, string[]>> {
  const tables = await db.admin(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema not in ('ref', 'pg_catalog', 'information_schema') and table_type = 'BASE TABLE'",
  );
  const all = new Map<string, string[]>();
  for (const { name } of tables) {
    const rows = await db.admin(`select to_jsonb(t)::text as row from ${String(name)} t`);
    all.set(
      String(name),
      rows.map((r) => String(r["row"])),
    );
  }
  return all;
}

/** What is stored now and was not before. */
async function added(before: Map<string, string[]>): Promise<{ table: string; row: string }[]> {
  return [...(await everything())].flatMap(([table, rows]) =>
    rows.filter((row) => !before.get(table)?.includes(row)).map((row) => ({ table, row })),
  );
}

beforeAll(async () => {
  stelle = await beratungsstelle();
  room = await openRoom(routes);
});
afterAll(() => room.stop());

test("an anonymous consultation leaves no time, no exact age, no name and no text in the clear, in any table", async () => {
  const before = await everything();
  const entwurf = randomUUID();
  const { actor } = stelle.konto;
  const notiz = "Sehr geheime Notiz über Formulare";
  const fields = {
    ...typed(stelle, { notiz, altersgruppe: "27-44", herkunftsgruppe: "ukraine" }),
    // Typed before the stage was changed back: hidden on the page, sent by the browser.
    neu1_vorname: "Miroslava",
    neu1_nachname: "Beispielova",
    neu1_geburtsdatum: "1985-03-12",
    suche: "Miroslava",
  };
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
  await writeAs(actor, (tx) => saveDraft(tx, actor, { id: entwurf, form: "beratung", values }));

  const answer = await room.as(actor).post("/beratungen/neu", { ...fields, _entwurf: entwurf });
  expect(answer.status).toBe(303);

  const stored = await added(before);
  expect(stored.map((s) => s.table).toSorted()).toEqual([
    "kim.beratung",
    "kim.beratung_thema",
    "kim.beratung_thema",
    "kim.idempotenz",
    "kim.protokoll",
    "kim.vorgabe",
    // Which month of which Träger is to be counted anew; nothing of the consultation itself.
    "kim.zaehlung_anlass",
    "kim.zaehlung_anlass",
  ]);
  for (const { table, row } of stored) {
    for (const secret of ["Miroslava", "Beispielova", "1985", "geheime", Buffer.from(notiz).toString("hex")]) {
      expect(row, table).not.toContain(secret);
    }
    // The only instant is the log's, and it is midnight in Germany.
    const times = [...row.matchAll(/T(\d\d:\d\d:\d\d)/g)].map((m) => m[1]);
    expect(
      times.every((time) => /^2[23]:00:00|00:00:00$/.test(time ?? "")),
      `${table}: ${times.join()}`,
    ).toBe(true);
  }
});

test("what was kept while typing goes with saving, and so does its time", async () => {
  expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
});

test("rows carry random ids: their order does not tell the order of the day", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 8; i += 1) {
    const answer = await room.as(stelle.konto.actor).post("/beratungen/neu", typed(stelle, { dauer: String(i + 1) }));
    ids.push(/beratung=([0-9a-f-]+)/.exec(answer.location)?.[1] ?? "");
  }
  expect(ids).not.toEqual(ids.toSorted());
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(id))).toBe(true);
});
