import { beforeAll, describe, expect, test } from "vitest";
import { runDueJobs } from "../../../../tests/support/auftraege.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import {
  ERGEBNIS,
  amTisch,
  begonnene,
  inArbeit,
  lies,
  station,
  weiter,
} from "../../../../tests/support/rekonstruktion.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { NeuerFall, openFall } from "../../faelle/index.ts";
import {
  MeldungEingabe,
  NeueLuecke,
  SchrittEingabe as LueckeSchritt,
  Zusammen,
  joinLuecke,
  lueckeOf,
  mergeLuecke,
  moveLuecke,
  reportLuecke,
  uebersicht,
} from "../../luecken/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { reportStation } from "../commands/report-station.ts";
import { addFall, removeFall } from "../commands/set-fall.ts";
import { changeStation, dropStation, restoreStation, shiftStation } from "../commands/set-station.ts";
import { StationEingabe } from "../model/eingabe.ts";
import { eigeneFaelle } from "../queries/faelle.ts";
import { gemeldete } from "../queries/luecken.ts";
import { stationen } from "../queries/stationen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: TestKonto;
let jo: TestKonto;
let leitet: Actor;

async function fallVon(actor: Actor, vorname: string, nachname: string): Promise<string> {
  const typed = PersonEingabe.parse({ person_vorname: vorname, person_nachname: nachname });
  return writeAs(actor, async (tx) => {
    const person = await createPerson(tx, actor, typed, today());
    return openFall(tx, actor, NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" }));
  });
}
let fallMira: string;
let fallJo: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto;
  const anderer = await testTraeger(stelle.kreis, "Musterwerk");
  jo = await testKonto({ kreis: stelle.kreis, traegerId: anderer, rollen: ["cm_lokal"] });
  leitet = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  await erfasse(stelle, { stufe: "1" });
  fallMira = await fallVon(mira.actor, "Amina", "Beispiel-Yılmaz");
  fallJo = await fallVon(jo.actor, "Oksana", "Vorbild");
});

const problems = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.errors : [];
};
const nimmDazu = ({ actor }: TestKonto, id: string, fall: string) =>
  writeAs(actor, (tx) => addFall(tx, actor, id, fall));
const luecke = (more: Readonly<Record<string, unknown>> = {}) =>
  NeueLuecke.parse({
    handlungsfeld: "schule",
    satz: "Freie Plätze kennt niemand.",
    kommunen: [stelle.ags[0]],
    ...more,
  });
const melde = (actor: Actor, of: string, input = luecke()) =>
  writeAs(actor, (tx) => reportStation(tx, actor, of, input));
const gewicht = async (actor: Actor, id: string) =>
  (await readAs(actor, (tx) => uebersicht(tx, actor, { stand: "alle" }))).find((z) => z.luecke.id === id)?.gewicht;
const ersteLuecke = async (id: string) => (await readAs(leitet, (tx) => gemeldete(tx, id)))[0]?.luecke_id ?? "";
const order = async (id: string) => (await readAs(leitet, (tx) => stationen(tx, id))).map((s) => s.geschehen);

describe("nobody can be recognised", () => {
  test("a name of one's own case is refused in any script, a day, a number, and the place is told", async () => {
    const id = await inArbeit(leitet, mira.email);
    await nimmDazu(mira, id, fallMira);
    const texts = { geschehen: "أمينة wartet.", gebraucht: "Am 12.3. ein Platz.", offen: "Siehe 2026-0042." };
    const told = await problems(station(mira.actor, id, texts));
    expect(told.map(({ field }) => field)).toEqual(["geschehen", "offen"]);
    const days = await problems(station(mira.actor, id, { wann: "am 12.3.2026", gebraucht: "Am 12.3. ein Platz." }));
    expect(days.map(({ field }) => field)).toEqual(["wann", "gebraucht"]);
    expect(days[1]?.message).toContain("„12.3.“ ist ein Tag");
    expect(await db.admin("select 1 from kim.rekonstruktion_station")).toEqual([]);
  });

  test("a case that comes later is not taken while a name of its people stands in what others wrote", async () => {
    const id = await inArbeit(leitet, jo.email);
    await station(leitet, id, { geschehen: "Vorbild wartet auf einen Platz.", kein_name: "ja" });
    const [told] = await problems(nimmDazu(jo, id, fallJo));
    expect(told?.message).toContain("Station 1: Daran ist jemand zu erkennen: „Vorbild wartet");
    expect(await readAs(jo.actor, (tx) => eigeneFaelle(tx, id))).toEqual([]);
  });

  test("outside of the file there is no way to a case: not a row, not a byte; its keeper alone sees which it was", async () => {
    const id = await inArbeit(leitet, mira.email, jo.email);
    await nimmDazu(mira, id, fallMira);
    await nimmDazu(jo, id, fallJo);
    const rows: unknown[] = [];
    for (const one of ["", "_mitglied", "_schritt", "_station", "_bruch", "_luecke", "_anteil"])
      rows.push(...(await db.admin(`select * from kim.rekonstruktion${one}`)));
    const persons = (await db.admin("select id from kim.person")).map((row) => String(row["id"]));
    const bytes = JSON.stringify(rows);
    for (const secret of [fallMira, fallJo, ...persons, "Amina", "Oksana"])
      expect(bytes.includes(secret), secret).toBe(false);
    const seen = (actor: Actor) => readAs(actor, (tx) => eigeneFaelle(tx, id));
    expect((await seen(mira.actor)).map(({ fallId }) => fallId)).toEqual([fallMira]);
    expect((await seen(jo.actor)).map(({ fallId }) => fallId)).toEqual([fallJo]);
    expect(await seen(leitet)).toEqual([]);
    const log = await db.admin("select gegenstand_id from kim.protokoll where art = 'rekonstruktion.fall'");
    expect(log.map((row) => row["gegenstand_id"])).not.toContain(fallMira);
  });
});

describe("stations", () => {
  test("are inserted, moved, dropped and fetched back; two who write the same one lose nothing", async () => {
    const id = await inArbeit(leitet, mira.email);
    const a = await station(leitet, id, { geschehen: "Zuerst." });
    await station(mira.actor, id, { geschehen: "Danach." });
    const c = await station(mira.actor, id, { geschehen: "Davor.", vor: a });
    expect(await order(id)).toEqual(["Davor.", "Zuerst.", "Danach."]);
    await writeAs(leitet, (tx) => shiftStation(tx, leitet, c, "runter"));
    await writeAs(leitet, (tx) => dropStation(tx, leitet, { id: a, version: 1 }));
    expect(await order(id)).toEqual(["Davor.", "Danach."]);
    await writeAs(leitet, (tx) => restoreStation(tx, leitet, a));
    expect((await order(id)).toSorted()).toEqual(["Danach.", "Davor.", "Zuerst."]);
    const input = StationEingabe.parse({ geschehen: "Anders.", handelnd_art: "behoerde", bruch: "nein" });
    await writeAs(leitet, (tx) => changeStation(tx, leitet, { id: c, version: 1 }, input));
    const late = writeAs(mira.actor, (tx) => changeStation(tx, mira.actor, { id: c, version: 1 }, input));
    await expect(late).rejects.toBeInstanceOf(Stale);
  });

  test("are written only while it is worked on; it ends with what was found, and is opened again with a reason", async () => {
    const id = await begonnene(leitet);
    expect((await problems(weiter(leitet, id, "in_arbeit")))[0]?.message).toContain("welche Stellen am Tisch sitzen");
    expect((await problems(station(leitet, id)))[0]?.message).toContain("sobald die Arbeit begonnen hat");
    await amTisch(leitet, id, mira.email);
    await weiter(leitet, id, "in_arbeit");
    expect((await problems(weiter(leitet, id, "abgeschlossen", ERGEBNIS)))[0]?.message).toContain("eine Station");
    await station(mira.actor, id);
    await weiter(leitet, id, "abgeschlossen", ERGEBNIS);
    expect((await problems(station(mira.actor, id)))[0]?.message).toContain("Öffnen Sie sie wieder");
    expect((await problems(weiter(leitet, id, "wieder_offen")))[0]?.field).toBe("grund");
    await weiter(leitet, id, "wieder_offen", { grund: "Es fehlt noch eine Stelle." });
    expect(await lies(leitet, id)).toMatchObject({ stand: "wieder_offen", ergebnis: ERGEBNIS.ergebnis });
  });
});

describe("a gap that a group found", () => {
  test("counts each case once, also when it is reported again, comes later, or gaps are put together", async () => {
    const id = await inArbeit(leitet, mira.email, jo.email);
    await nimmDazu(mira, id, fallMira);
    const [eins, zwei] = [await station(mira.actor, id), await station(mira.actor, id, { geschehen: "Noch einmal." })];
    await melde(mira.actor, eins);
    const erste = await ersteLuecke(id);
    expect(await gewicht(mira.actor, erste)).toMatchObject({ meldungen: 2, faelle: 1 });
    const again = MeldungEingabe.parse({ kommunen: [stelle.ags[0]], fall: fallMira });
    const [twice] = await problems(writeAs(mira.actor, (tx) => joinLuecke(tx, mira.actor, erste, again)));
    expect(twice?.message).toContain("ging in ihre Fallrekonstruktion ein");
    await nimmDazu(jo, id, fallJo);
    expect((await problems(nimmDazu(jo, id, fallJo)))[0]?.message).toContain("schon dabei");
    const counted = await db.admin(
      "select traeger_id from kim.luecke_meldung where luecke_id = $1 and herkunft = 'fall'",
      [erste],
    );
    expect(new Set(counted.map((row) => row["traeger_id"]))).toEqual(
      new Set([mira.actor.traegerId, jo.actor.traegerId]),
    );
    await melde(leitet, zwei, luecke({ satz: "Zwei Häuser wissen nichts voneinander." }));
    const andere =
      (await readAs(leitet, (tx) => gemeldete(tx, id))).find((one) => one.station_id === zwei)?.luecke_id ?? "";
    await writeAs(leitet, (tx) =>
      mergeLuecke(tx, leitet, { id: andere, version: 1 }, Zusammen.parse({ in: erste, grund: "Dasselbe." })),
    );
    const cases = await db.admin(
      "select count(*)::int as n, count(distinct anteil_id)::int as einmal from kim.luecke_meldung where anteil_id is not null and luecke_id in ($1, $2)",
      [erste, andere],
    );
    expect(cases).toEqual([{ n: 4, einmal: 2 }]);
    const told = await gewicht(leitet, erste);
    expect(told).toMatchObject({ meldungen: 4, faelle: { unter: 3 } });
    const anteil = (await readAs(mira.actor, (tx) => eigeneFaelle(tx, id)))[0]?.anteilId ?? "";
    const out = writeAs(mira.actor, (tx) => removeFall(tx, mira.actor, id, anteil));
    expect((await problems(out))[0]?.message).toContain("der Fall zählt dort");
  });

  test("does not count a case that was reported for it before", async () => {
    const id = await inArbeit(leitet, mira.email);
    await melde(leitet, await station(leitet, id));
    const erste = await ersteLuecke(id);
    const before = luecke({ fall: fallMira, satz: "Plätze kennt niemand." });
    const own = await writeAs(mira.actor, (tx) => reportLuecke(tx, mira.actor, before));
    await writeAs(leitet, (tx) => mergeLuecke(tx, leitet, { id: own, version: 1 }, Zusammen.parse({ in: erste })));
    await nimmDazu(mira, id, fallMira);
    const cases = await db.admin("select 1 from kim.luecke_meldung where luecke_id in ($1, $2) and herkunft = 'fall'", [
      erste,
      own,
    ]);
    expect(cases.length).toBe(1);
  });

  test("is told to everybody who took part, step by step; nobody of them withdraws it alone", async () => {
    const id = await inArbeit(leitet, mira.email, jo.email);
    await melde(leitet, await station(leitet, id));
    const erste = await ersteLuecke(id);
    await runDueJobs(db);
    const told = await db.admin("select konto_id from kim.luecke_melder where luecke_id = $1", [erste]);
    expect(new Set(told.map((row) => row["konto_id"]))).toEqual(
      new Set([leitet.kontoId, mira.actor.kontoId, jo.actor.kontoId]),
    );
    const { version } = await readAs(leitet, (tx) => lueckeOf(tx, erste));
    const zurueck = LueckeSchritt.parse({ nach: "abgelehnt" });
    const alone = writeAs(jo.actor, (tx) => moveLuecke(tx, jo.actor, { id: erste, version }, zurueck));
    expect((await problems(alone))[0]?.message).toContain("Eine Gruppe hat die Lücke gemeldet");
    const [again] = await problems(melde(leitet, (await readAs(leitet, (tx) => stationen(tx, id)))[0]?.id ?? ""));
    expect(again?.message).toContain("schon eine Systemlücke gemeldet");
  });
});
