import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { onServer } from "../../../../tests/support/sql.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { releasedReportsIn } from "../index.ts";

const db = testDatabase();
const KREIS = "05382";
const SUMME = "0".repeat(64);

let actor: Actor;
let stranger: Actor;

/** A report straight into the table, past every command: what the database itself holds. */
async function bericht(von: string, bis: string, released?: { jahr: number; nummer: number }): Promise<string> {
  const [row] = await db.admin(
    "insert into kim.bericht (kreis, von, bis, titel, angelegt_von) values ($1, $2, $3, 'Bericht', $4) returning id",
    [KREIS, von, bis, actor.kontoId],
  );
  const id = String(row?.["id"]);
  await db.admin(
    "insert into kim.bericht_dokument (kreis, bericht_id, art, inhalt, pruefsumme) values ($1, $2, 'pdf', 'x', $3)",
    [KREIS, id, SUMME],
  );
  if (released === undefined) return id;
  await db.admin(
    `update kim.bericht set stand = 'freigegeben', jahr = $2, nummer = $3, freigegeben = current_date, freigegeben_von = $4,
       kennzahlen = '{}', pruefsumme = $5 where id = $1`,
    [id, released.jahr, released.nummer, actor.kontoId, SUMME],
  );
  return id;
}

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  stranger = (await testKonto({ kreis: "05315", rollen: ["kim_koordination"] })).actor;
});

test("a released report and its files stay what they are, whoever tries; a draft can still go", async () => {
  const id = await bericht("2022-01-01", "2022-06-30", { jahr: 2022, nummer: 1 });
  const attempts = [
    `update kim.bericht set titel = 'Anders' where id = '${id}'`,
    `update kim.bericht set stand = 'entwurf' where id = '${id}'`,
    `delete from kim.bericht where id = '${id}'`,
    `update kim.bericht_dokument set inhalt = 'y' where bericht_id = '${id}'`,
    `delete from kim.bericht_dokument where bericht_id = '${id}'`,
    `insert into kim.bericht_dokument (kreis, bericht_id, art, inhalt, pruefsumme) values ('${KREIS}', '${id}', 'json', 'y', '${SUMME}')`,
  ];
  const walls = `set app.kreis = '${KREIS}'; set app.traeger = '${actor.traegerId}'; set app.konto = '${actor.kontoId}'; set app.sicht = 'kreis'; `;
  for (const attempt of attempts) {
    await expect(db.admin(attempt), attempt).rejects.toThrow(/freigegebene/);
    await expect(onServer(db.urlOf("kim_web"), walls + attempt), attempt).rejects.toThrow(
      /freigegebene|permission denied/,
    );
  }
  const draft = await writeAs(actor, async (tx) => {
    const row = await tx
      .insertInto("kim.bericht")
      .values({ kreis: KREIS, von: "2022-07-01", bis: "2022-12-31", titel: "Bericht", angelegt_von: actor.kontoId })
      .returning("id")
      .executeTakeFirstOrThrow();
    return tx.deleteFrom("kim.bericht").where("id", "=", row.id).executeTakeFirst();
  });
  expect(draft.numDeletedRows).toBe(1n);
});

test("which released reports hold figures of some days: drafts, other months and other Kreise do not count", async () => {
  await bericht("2023-01-01", "2023-06-30", { jahr: 2023, nummer: 2 });
  await bericht("2023-01-01", "2023-06-30", { jahr: 2023, nummer: 3 });
  await bericht("2023-07-01", "2023-12-31");
  const during = (von: string, bis: string) => readAs(actor, (tx) => releasedReportsIn(tx, von, bis));
  const halbjahr = { von: "2023-01-01", bis: "2023-06-30" };
  expect(await during("2023-06-30", "2023-09-01")).toEqual([
    { nummer: "2/2023", ...halbjahr },
    { nummer: "3/2023", ...halbjahr },
  ]);
  expect(await during("2023-07-01", "2023-12-31")).toEqual([]);
  expect(await readAs(stranger, (tx) => releasedReportsIn(tx, "2020-01-01", "2030-01-01"))).toEqual([]);
});
