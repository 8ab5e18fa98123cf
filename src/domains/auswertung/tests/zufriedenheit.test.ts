import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { storedWeg } from "../../../../tests/support/fallwege.ts";
import { asWorker, counted } from "../../../../tests/support/zaehlen.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { genannte, kennzahlen } from "../index.ts";
import { VERDECKT } from "../model/zelle.ts";

const db = testDatabase();
const H1 = { von: "2023-01-01", bis: "2023-06-30" };
let stelle: Beratungsstelle;
let nummer = 0;

beforeAll(async () => {
  stelle = await beratungsstelle();
});
beforeEach(() => db.admin("delete from kim.fall"));

/** A case in which somebody was asked, with the answers given. */
async function asked(antworten: readonly (number | null)[], grund: string | null = null): Promise<void> {
  const { kreis, traegerId, konto } = stelle;
  const akte = [kreis, traegerId, konto.actor.kontoId];
  const weg = { id: randomUUID(), traegerId, personId: randomUUID() };
  await db.admin("insert into kim.person (kreis, traeger_id, konto_id, id, name) values ($1, $2, $3, $4, '')", [
    ...akte,
    weg.personId,
  ]);
  const last = { nach: "abgeschlossen", am: "2023-05-02", grund } as const;
  const schritte = [
    { nach: "anfrage", am: "2023-02-01", grund: null } as const,
    { nach: "assessment", am: "2023-02-03", grund: null } as const,
    ...(grund === null ? [] : [last]),
  ];
  await storedWeg(db, { ...weg, schritte }, { kreis, kontoId: konto.actor.kontoId }, (nummer += 1));
  for (const wert of antworten) {
    await db.admin(
      `insert into kim.fall_rueckmeldung (kreis, traeger_id, konto_id, fall_id, am, erfasst_von, sprache, wert)
       values ($1, $2, $3, $4, '2023-04-30', $3, 'ar', $5)`,
      [...akte, weg.id, wert],
    );
  }
}

const roh = async () => (await readAs(systemActor(stelle.kreis), (tx) => kennzahlen(tx, H1))).faelle?.zufriedenheit;
const told = async () =>
  (await readAs(systemActor(stelle.kreis), (tx) => genannte(tx, [H1], undefined))).kennzahlen[0]?.faelle?.zufriedenheit;

test("every answer counts in its month, whoever would rather not answer in none, and a case made by mistake nowhere", async () => {
  await asked([1, null, 2]);
  await asked([1]);
  await asked([5], "fehlanlage");
  await counted(db);
  expect(await roh()).toEqual({ "1": 2, "2": 1 });
  expect(await asWorker(db, () => checkFigures(stelle.kreis))).toBe(0);
  // Asked later on, it is counted with the next count.
  await asked([3]);
  await counted(db);
  expect(await roh()).toEqual({ "1": 2, "2": 1, "3": 1 });
});

test("above the Träger a small number of answers is none, and neither is what would tell it", async () => {
  await asked([1, 1, 1, 1, 2]);
  await counted(db);
  const some = await told();
  expect([some?.["1"], some?.["2"]]).toEqual([VERDECKT, VERDECKT]);
  await asked([1, 1, 2, 2, 2]);
  await counted(db);
  expect(await told()).toEqual({ "1": 6, "2": 4 });
});
