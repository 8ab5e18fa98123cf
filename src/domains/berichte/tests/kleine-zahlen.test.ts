import { beforeAll, expect, test } from "vitest";
import { H1_2023, freigegebener, neuerEntwurf } from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { ungespeicherteDatei } from "../index.ts";
import { berichtOf, dokument, halbjahresberichtOf } from "../queries/berichte.ts";

const db = testDatabase();
const KREIS = "05382";
let actor: Actor;

const tally = async (beratungen: number, themen: Readonly<Record<string, number>>) => {
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  await storedTally(db, owner, { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen, themen });
  await counted(db);
};
const paper = (id: string) =>
  readAs(actor, async (tx) => halbjahresberichtOf(tx, KREIS, await berichtOf(tx, actor, id), today()));
const file = (format: "pdf" | "json") =>
  readAs(systemActor(KREIS), (tx) => ungespeicherteDatei(tx, { kreis: KREIS, zeitraum: H1_2023, sitzung: "" }, format));

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, '05382060', 'Siegburg')", [KREIS]);
  await tally(60, { sprache: 40, wohnen: 2, arbeit: 5, schule: 12 });
});

test("the small number and the second smallest of its sum stand as a point in every form, their total stays", async () => {
  const json: unknown = JSON.parse(String(await file("json")));
  expect(json).toMatchObject({
    themen: { sprache: 40, schule: 12, arbeit: ".", wohnen: "." },
    grundlagen: { nennungen: 59 },
  });
  const text = pdfText(await file("pdf")).text.replaceAll(/\s+/g, " ");
  expect(text).toContain("Wohnen . .");
  expect(text).toContain("„.“ steht für 1 bis 2");
  expect(text).toContain("Sprache (40 Nennungen) und Schule (12)");
});

test("what a release did not tell, no later one tells, though the numbers have grown", async () => {
  const first = await freigegebener(actor);
  const kept = JSON.stringify((await paper(first)).grundlage);
  expect(kept).not.toMatch(/"(wohnen|arbeit)":\d/);
  await tally(20, { wohnen: 18, familie: 30 });
  const second = await freigegebener(actor);
  for (const id of [second, await neuerEntwurf(actor)]) {
    expect((await paper(id)).grundlage.kennzahlen.themen).toMatchObject({ wohnen: ".", arbeit: ".", familie: 30 });
  }
  const stored = await readAs(actor, (tx) => dokument(tx, second, "json"));
  expect(JSON.parse(String(stored))).toMatchObject({ themen: { wohnen: ".", arbeit: ".", familie: 30 } });
});
