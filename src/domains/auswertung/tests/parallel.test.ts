import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { countFigures } from "../index.ts";

const db = testDatabase();
const KREIS = "05382";
const WRITERS = 4;
const EACH = 40;
let stelle: Beratungsstelle;
let clients: readonly Client[];

beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
  clients = Array.from({ length: WRITERS }, () => new Client({ connectionString: db.urlOf("kim_web") }));
  for (const client of clients) await client.connect();
});
afterAll(() => Promise.all(clients.map((client) => client.end())));

/** One consultation in a transaction that stays open for a moment after its rows and reasons are written. */
async function write(client: Client, n: number): Promise<void> {
  const { traegerId, kontoId } = stelle.konto.actor;
  const [id, am] = [randomUUID(), `2023-0${1 + (n % 3)}-15`];
  const own = [KREIS, traegerId, kontoId];
  await client.query("begin");
  await client.query(
    `set local app.kreis = '${KREIS}'; set local app.traeger = '${traegerId}'; set local app.konto = '${kontoId}'; set local app.konten = '{${kontoId}}'; set local app.namentlich = '{${kontoId}}'; set local app.sicht = 'eigene'`,
  );
  await client.query(
    `insert into kim.beratung (kreis, traeger_id, konto_id, id, am, stufe, kontaktweg, dauer_min, ags)
     values ($1, $2, $3, $4, $5, '1', 'termin', 30, $6)`,
    [...own, id, am, stelle.ags[0]],
  );
  await client.query(
    "insert into kim.beratung_thema (kreis, traeger_id, konto_id, beratung_id, handlungsfeld) values ($1, $2, $3, $4, 'sprache')",
    [...own, id],
  );
  await new Promise((done) => setTimeout(done, n % 7));
  await client.query(n % 5 === 4 ? "rollback" : "commit");
}

test("counting while others write: nothing is lost, nothing counted twice, nobody waits for a figure", async () => {
  const kept = WRITERS * EACH * 0.8;
  const [counts] = await asWorker(db, async () => {
    const state = { writing: true };
    const writers = Promise.all(
      clients.map(async (client) => {
        for (let n = 0; n < EACH; n += 1) await write(client, n);
      }),
    ).finally(() => (state.writing = false));
    const count = async (): Promise<number> => {
      let rounds = 0;
      for (; state.writing; rounds += 1) await countFigures(KREIS);
      return rounds;
    };
    const rounds = await Promise.all([count(), count()]);
    await writers;
    await countFigures(KREIS);
    expect(await checkFigures(KREIS)).toBe(0);
    return rounds;
  });
  expect(counts).toBeGreaterThan(1);
  const rows = await db.admin("select merkmal, sum(anzahl)::int as n from kim.zaehlung group by 1 order by 1");
  expect(rows).toContainEqual({ merkmal: "beratungen", n: kept });
  expect(rows).toContainEqual({ merkmal: "thema", n: kept });
  expect(await db.admin("select * from kim.zaehlung_anlass")).toEqual([]);
});
