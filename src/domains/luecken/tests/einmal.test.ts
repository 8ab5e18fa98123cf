import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { runDueJobs } from "../../../../tests/support/auftraege.ts";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { mergeLuecke, separateLuecke } from "../commands/merge-luecke.ts";
import { reportLuecke } from "../commands/report-luecke.ts";
import { NeueLuecke, Zusammen } from "../model/luecke.ts";
import { lueckeOf } from "../queries/luecken.ts";
import { uebersicht } from "../queries/uebersicht.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let steuert: Actor;
let faelle: string[];

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  faelle = [];
  for (const vorname of ["Amina", "Oksana"])
    faelle.push(
      await writeAs(mira, async (tx) => {
        const typed = PersonEingabe.parse({ person_vorname: vorname, person_nachname: "Beispiel" });
        const person = await createPerson(tx, mira, typed, today());
        return openFall(tx, mira, NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" }));
      }),
    );
});

const report = (fall: string, kommune = 0, personen = "2") =>
  writeAs(mira, (tx) =>
    reportLuecke(
      tx,
      mira,
      NeueLuecke.parse({
        handlungsfeld: "sprache",
        satz: "Es fehlen Kurse mit Betreuung.",
        kommunen: [stelle.ags[kommune]],
        fall,
        personen,
      }),
    ),
  );
const versionOf = async (id: string) => (await readAs(steuert, (tx) => lueckeOf(tx, id))).version;
const merge = async (id: string, into: string) => {
  const at = { id, version: await versionOf(id) };
  await writeAs(steuert, (tx) => mergeLuecke(tx, steuert, at, Zusammen.parse({ in: into })));
};
const separate = async (id: string) => {
  const at = { id, version: await versionOf(id) };
  await writeAs(steuert, (tx) => separateLuecke(tx, steuert, at));
};
const gewicht = async (id: string) =>
  (await readAs(mira, (tx) => uebersicht(tx, mira, { stand: "alle" }))).find((z) => z.luecke.id === id)?.gewicht;

test("a case that was reported for two gaps counts once when they are put together, and for each when they are taken apart", async () => {
  const [eins, zwei] = [await report(faelle[0] ?? "", 0, "2"), await report(faelle[0] ?? "", 1, "2")];
  await merge(zwei, eins);
  await runDueJobs(db);
  expect(await gewicht(eins)).toMatchObject({
    meldungen: 1,
    faelle: 1,
    menschen: 2,
    kommunen: stelle.ags.slice(0, 2).toSorted(),
  });
  await separate(zwei);
  for (const id of [eins, zwei]) expect(await gewicht(id), "at once").toMatchObject({ meldungen: 1, faelle: 1 });
  await runDueJobs(db);
  for (const id of [eins, zwei]) expect(await gewicht(id)).toMatchObject({ meldungen: 1, faelle: 1 });
});

test("a group of gaps counts as many cases as it has, in whatever order they come together and apart", async () => {
  const step = fc.tuple(fc.nat(2), fc.nat(2), fc.boolean());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
      fc.array(step, { minLength: 1, maxLength: 4 }),
      async (welche, steps) => {
        const own: string[] = [];
        for (const i of welche) own.push(await report(faelle[i] ?? ""));
        const into = new Map<number, number>();
        for (const [a, b, apart] of steps) {
          if (apart && into.has(a)) {
            await separate(own[a] ?? "");
            into.delete(a);
          } else if (a !== b && !into.has(a) && !into.has(b) && ![...into.values()].includes(a)) {
            await merge(own[a] ?? "", own[b] ?? "");
            into.set(a, b);
          }
        }
        await runDueJobs(db);
        for (const i of [0, 1, 2].filter((one) => !into.has(one))) {
          const group = [i, ...[...into].filter(([, to]) => to === i).map(([from]) => from)];
          const cases = new Set(group.map((one) => welche[one])).size;
          expect((await gewicht(own[i] ?? ""))?.faelle).toBe(cases);
        }
      },
    ),
    { numRuns: 6 },
  );
});

test("what leaves the files is that a report counts already: never its case, nor with which other report it does", async () => {
  const rows = await db.admin("select * from kim.luecke_doppelt");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((row) => Object.keys(row).toSorted())).toEqual(rows.map(() => ["kreis", "meldung_id"]));
  const bytes = JSON.stringify([rows, await db.admin("select * from kim.luecke_meldung")]);
  for (const secret of [...faelle, "Amina", "Oksana"]) expect(bytes.includes(secret), secret).toBe(false);
  const jobs = JSON.stringify(await db.admin("select art, gegenstand_id, zweck from kim.protokoll"));
  expect(jobs).not.toContain("luecke.einmal");
});
