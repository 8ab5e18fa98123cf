import { expect, test } from "vitest";
import { beratungsstelle } from "../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../tests/support/db.ts";
import { testKonto } from "../../tests/support/konten.ts";
import { asWorker } from "../../tests/support/zaehlen.ts";
import { comparePersons } from "../domains/personen/jobs/compare-persons.ts";
import { today } from "../platform/clock.ts";
import { inventBeratung } from "./beratungen.ts";
import { loadDoppelte } from "./dubletten.ts";
import { FAMILIEN, loadFamilie } from "./familien.ts";
import { loadAngaben, loadPersons } from "./personen.ts";
import { Zufall } from "./zufall.ts";

const db = testDatabase();
/** As many counsellors as the largest Träger of the demo has. */
const BERATENDE = 6;

test("of all whom the demo invents at one Träger only those look like doubles that are meant to", async () => {
  const { kreis, traegerId, standortId, ags, konto } = await beratungsstelle();
  const zufall = new Zufall(Number(kreis));
  const actors = [konto.actor];
  while (actors.length < BERATENDE) actors.push((await testKonto({ kreis, traegerId, rollen: ["cm_lokal"] })).actor);
  await loadDoppelte(konto.actor);
  for (const [nth, actor] of actors.entries()) {
    const wo = { ags: ags[0], nth };
    await loadAngaben(actor, await loadPersons(actor, wo.ags, zufall), wo);
    if (nth < FAMILIEN) await loadFamilie(actor, wo, inventBeratung(today(), standortId, [], zufall));
  }
  await asWorker(db, () => comparePersons(undefined, new AbortController().signal));
  const paare = await db.admin("select count(*)::int as n from kim.dublette");
  expect(paare).toEqual([{ n: 2 }]);
});
