import { beforeAll, expect, test } from "vitest";
import { runDueJobs } from "../../../../tests/support/auftraege.ts";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { inArbeit, station } from "../../../../tests/support/rekonstruktion.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import {
  NeueLuecke,
  SchrittEingabe,
  Zusammen,
  lueckeOf,
  mergeLuecke,
  moveLuecke,
  reportLuecke,
  uebersicht,
} from "../../luecken/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { joinStation, leaveStation } from "../commands/join-station.ts";
import { reportStation } from "../commands/report-station.ts";
import { addFall } from "../commands/set-fall.ts";
import { ZuordnungEingabe } from "../model/eingabe.ts";
import { gemeldete } from "../queries/luecken.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let leitet: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  leitet = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});

const neuerFall = (vorname: string): Promise<string> =>
  writeAs(mira, async (tx) => {
    const typed = PersonEingabe.parse({ person_vorname: vorname, person_nachname: "Beispiel" });
    const person = await createPerson(tx, mira, typed, today());
    return openFall(tx, mira, NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" }));
  });
const melde = (fall?: string) => {
  const gap = { handlungsfeld: "schule", satz: "Freie Plätze kennt niemand.", kommunen: [stelle.ags[0]], fall };
  return writeAs(mira, (tx) => reportLuecke(tx, mira, NeueLuecke.parse(gap)));
};
const gewicht = async (id: string) =>
  (await readAs(mira, (tx) => uebersicht(tx, mira, { stand: "alle" }))).find((z) => z.luecke.id === id)?.gewicht;
const zu = (who: Actor, of: string, luecke: string, more: Readonly<Record<string, string>> = {}) =>
  writeAs(who, (tx) =>
    joinStation(tx, who, of, ZuordnungEingabe.parse({ luecke, kommunen: [stelle.ags[1]], ...more })),
  );
const weg = (who: Actor, of: string) => writeAs(who, (tx) => leaveStation(tx, who, of));
const satz = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? (error.errors[0]?.message ?? "") : String(error);
};

test("a break is added to a gap that is known: its cases count there once, also one reported before; taken back, it is as it was", async () => {
  const [erster, zweiter] = [await neuerFall("Amina"), await neuerFall("Oksana")];
  const bekannt = await melde(erster);
  const before = await gewicht(bekannt);
  const id = await inArbeit(leitet, stelle.konto.email);
  for (const fall of [erster, zweiter]) await writeAs(mira, (tx) => addFall(tx, mira, id, fall));
  const [eins, zwei] = [await station(mira, id), await station(mira, id, { geschehen: "Noch einmal." })];
  expect(await satz(zu(mira, eins, bekannt, { beispiel: "Amina wartet." }))).toContain("Amina");
  await zu(mira, eins, bekannt);
  await runDueJobs(db);
  expect(await gewicht(bekannt)).toMatchObject({ meldungen: 3, faelle: 2 });
  expect(await satz(zu(mira, eins, bekannt))).toContain("schon eine Systemlücke gemeldet");
  await zu(mira, zwei, bekannt);
  await runDueJobs(db);
  expect(await gewicht(bekannt), "a second break adds no case").toMatchObject({ meldungen: 4, faelle: 2 });
  await weg(leitet, eins);
  await runDueJobs(db);
  expect(await gewicht(bekannt), "the other one still speaks for it").toMatchObject({ meldungen: 3, faelle: 2 });
  await weg(mira, zwei);
  await runDueJobs(db);
  expect(await gewicht(bekannt)).toEqual(before);
  expect(await readAs(leitet, (tx) => gemeldete(tx, id))).toEqual([]);
  await zu(mira, eins, bekannt);
  await runDueJobs(db);
  expect(await gewicht(bekannt), "and once more").toMatchObject({ meldungen: 3, faelle: 2 });
});

test("what was born of a station stays; nothing is added to a gap that is over, nor taken from it; others do neither", async () => {
  const id = await inArbeit(leitet, stelle.konto.email);
  const [eins, zwei] = [await station(mira, id), await station(mira, id, { bruch: "nein", bruchgruende: [] })];
  const bekannt = await melde();
  expect(await satz(zu(mira, zwei, bekannt))).toContain("Hier brach es nicht");
  await zu(mira, eins, bekannt);
  const fremd = (await testKonto({ kreis: stelle.kreis, rollen: ["cm_lokal"] })).actor;
  await expect(weg(fremd, eins)).rejects.toBeInstanceOf(NotFound);
  for (const step of [{ nach: "gesichtet" }, { nach: "abgelehnt", grund: "Gibt es doch." }])
    await writeAs(leitet, async (tx) => {
      const { version } = await lueckeOf(tx, bekannt);
      await moveLuecke(tx, leitet, { id: bekannt, version }, SchrittEingabe.parse(step));
    });
  expect(await satz(weg(mira, eins))).toContain("Diese Lücke ist erledigt");
  const drei = await station(mira, id, { geschehen: "Danach." });
  expect(await satz(zu(mira, drei, bekannt))).toContain("Diese Lücke ist erledigt");
  const neu = { handlungsfeld: "schule", satz: "Plätze kennt niemand.", kommunen: [stelle.ags[0]] };
  await writeAs(leitet, (tx) => reportStation(tx, leitet, drei, NeueLuecke.parse(neu)));
  expect(await satz(weg(leitet, drei))).toContain("aus dieser Station entstanden");
});

test("a case reported for a gap before that gap is put together with one of a reconstruction of the same case counts once", async () => {
  const fall = await neuerFall("Mariam");
  const eigene = await melde(fall);
  const id = await inArbeit(leitet, stelle.konto.email);
  await writeAs(mira, (tx) => addFall(tx, mira, id, fall));
  const of = await station(mira, id);
  const neu = { handlungsfeld: "schule", satz: "Zwei Häuser wissen nichts voneinander.", kommunen: [stelle.ags[0]] };
  await writeAs(mira, (tx) => reportStation(tx, mira, of, NeueLuecke.parse(neu)));
  const geboren = (await readAs(leitet, (tx) => gemeldete(tx, id)))[0]?.luecke_id ?? "";
  await writeAs(leitet, (tx) => mergeLuecke(tx, leitet, { id: eigene, version: 1 }, Zusammen.parse({ in: geboren })));
  await runDueJobs(db);
  expect(await gewicht(geboren)).toMatchObject({ meldungen: 2, faelle: 1 });
});
