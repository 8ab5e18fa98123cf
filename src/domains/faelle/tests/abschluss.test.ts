import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { willigtEin } from "../../../../tests/support/einwilligungen.ts";
import { schaetzeEin } from "../../../../tests/support/einschaetzen.ts";
import { vereinbarterPlan } from "../../../../tests/support/hilfeplan.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { discardEntwurf } from "../../hilfeplan/commands/discard-entwurf.ts";
import { UNKLAR, offeneZiele, planSeite, wertField, zieleImPlan } from "../../hilfeplan/index.ts";
import { entwurfOf } from "../../hilfeplan/queries/seite.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { agree, reopen, settle } from "../commands/agree.ts";
import { changeFall } from "../commands/change-fall.ts";
import { closeFall, endNachsorge } from "../commands/close-fall.ts";
import { moveFall } from "../commands/move-fall.ts";
import { openFall } from "../commands/open-fall.ts";
import { planPunkt } from "../commands/plan-punkt.ts";
import { recordRueckmeldung } from "../commands/record-rueckmeldung.ts";
import { AbschlussEingabe } from "../model/abschluss.ts";
import { FallAngaben, NeuerFall, Schritt } from "../model/fall.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { FRAGEBOGEN, RueckmeldungEingabe } from "../model/fragebogen.ts";
import { PunktAlsSchritt, VereinbarungEingabe, werAus } from "../model/vereinbarung.ts";
import { abschluesseOf, rueckmeldungenOf } from "../queries/abschluesse.ts";
import { fallOf } from "../queries/faelle.ts";
import { vereinbarungenOf } from "../queries/vereinbarungen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let person: string;

const actorOf = () => stelle.konto.actor;
const read = (id: string) => readAs(actorOf(), (tx) => fallOf(tx, actorOf(), id));

beforeAll(async () => {
  stelle = await beratungsstelle();
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  person = await writeAs(actorOf(), (tx) => createPerson(tx, actorOf(), jo));
});

async function move(id: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const { version } = await read(id);
  await writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id, version }, Schritt.parse({ am: today(), ...typed })));
}
async function inEvaluation(): Promise<string> {
  await willigtEin(actorOf(), person);
  const input = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "bald" });
  const id = await writeAs(actorOf(), (tx) => openFall(tx, actorOf(), input));
  await move(id, { nach: "klaerung" });
  const { version } = await read(id);
  const angaben = FallAngaben.parse({
    begonnen: today(),
    dringlichkeit: "bald",
    weiteres: "nein",
  });
  await writeAs(actorOf(), (tx) => changeFall(tx, actorOf(), { id, version }, angaben));
  for (const nach of ["einwilligung", "assessment"]) await move(id, { nach });
  await schaetzeEin(actorOf(), id);
  await move(id, { nach: "hilfeplan" });
  await vereinbarterPlan(actorOf(), id);
  for (const nach of ["umsetzung", "evaluation"]) await move(id, { nach });
  return id;
}
/** What is said of each goal of its plan. */
const werte = async (id: string, wert: string) => {
  const ziele = await readAs(actorOf(), (tx) => offeneZiele(tx, actorOf(), id));
  return Object.fromEntries(ziele.map(({ faden }) => [wertField(faden), [wert]]));
};
async function close(id: string, typed: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  const { version } = await read(id);
  const all = { ...(await werte(id, "0")), ...typed };
  const input = AbschlussEingabe.parse({ am: today(), abschlussgrund: "erreicht", ...all });
  await writeAs(actorOf(), (tx) => closeFall(tx, actorOf(), { id, version }, input));
}
const closings = async (id: string) =>
  readAs(actorOf(), (tx) => abschluesseOf(tx, actorOf(), { id, personId: person }));

describe("the end of a case", () => {
  test("keeps what is left and what was missing, sealed; taken up again it is clear, and the earlier end stays", async () => {
    const id = await inEvaluation();
    const typed = {
      bedarf_felder: ["sprache", "wohnen"],
      bedarf: "Abendkurs fehlt noch",
      luecke: "Kein Kurs mit Kita",
    };
    await close(id, { ...typed, luecke_felder: ["sprache"], nachsorge_am: daysFrom(today(), 30) });
    const closed = await read(id);
    expect(closed).toMatchObject({ phase: "abgeschlossen", nachsorgeAm: daysFrom(today(), 30) });
    const [abschluss] = await closings(id);
    expect(abschluss).toMatchObject({
      bedarf: typed.bedarf,
      bedarfFelder: ["sprache", "wohnen"],
      luecke: typed.luecke,
    });
    expect(abschluss?.schrittId).toBe(closed.schritte.at(-1)?.id);
    expect(JSON.stringify(await db.admin("select * from kim.fall_abschluss"))).not.toContain("Abendkurs");
    await move(id, { nach: "umsetzung", grund: "Kündigung" });
    expect(await read(id)).toMatchObject({ abschlussgrund: null, nachsorgeAm: null });
    await close(id, { abschlussgrund: "teilweise" });
    expect(await closings(id)).toHaveLength(2);
  });

  test("asks of each goal how far it was reached, in the same breath; of what nobody can tell nothing is kept", async () => {
    const reached = (id: string) =>
      db.admin(
        `select b.anlass, z.wert from kim.hilfeplan_bewertung b
         left join kim.zielerreichung z on z.bewertung_id = b.id where b.fall_id = $1`,
        [id],
      );
    const id = await inEvaluation();
    const [field = ""] = Object.keys(await werte(id, ""));
    await expect(close(id, { [field]: ["sehr"] })).rejects.toMatchObject({ errors: [{ field }] });
    await expect(close(id, { nachsorge_am: today() })).rejects.toThrow("in der Zukunft");
    expect(await reached(id)).toEqual([]);
    await close(id, { [field]: ["-1"] });
    expect(await reached(id)).toEqual([{ anlass: "abschluss", wert: -1 }]);
    const lost = await inEvaluation();
    await close(lost, { abschlussgrund: "kontakt", ...(await werte(lost, UNKLAR.value)) });
    expect(await reached(lost)).toEqual([{ anlass: "abschluss", wert: null }]);
  });

  test("somebody asks once more on a day to come, and says when it is done", async () => {
    const id = await inEvaluation();
    await expect(close(id, { nachsorge_am: today() })).rejects.toThrow("in der Zukunft");
    await close(id, { nachsorge_am: daysFrom(today(), 5) });
    const { version } = await read(id);
    await writeAs(actorOf(), (tx) => endNachsorge(tx, actorOf(), { id, version }));
    expect((await read(id)).nachsorgeAm).toBeNull();
  });

  test("after a withdrawn consent nothing more is written", async () => {
    const id = await inEvaluation();
    await close(id, {});
    await move(id, { nach: "widerruf" });
    const { version } = await read(id);
    const angaben = FallAngaben.parse({ begonnen: today(), dringlichkeit: "bald", weiteres: "nein" });
    const change = writeAs(actorOf(), (tx) => changeFall(tx, actorOf(), { id, version }, angaben));
    await expect(change).rejects.toThrow("gesperrt");
    const punkt = VereinbarungEingabe.parse({ wer: "Ich", was: "Nachfragen" });
    await expect(writeAs(actorOf(), (tx) => agree(tx, actorOf(), id, punkt))).rejects.toThrow("gesperrt");
  });
});

describe("what the person says", () => {
  test("in every language there is a question, five answers and a way not to answer", () => {
    for (const sprache of DRUCKSPRACHE) {
      const { frage, antworten, keine, danke } = FRAGEBOGEN[sprache];
      expect(new Set([frage, keine, danke, ...antworten]).size, sprache).toBe(8);
      expect(DRUCKSPRACHEN[sprache].dir, sprache).toBe(/[\u0600-\u06FF]/u.test(frage) ? "rtl" : "ltr");
    }
  });

  test("asked twice, both answers stay, the last one first; not to answer is one, too", async () => {
    const id = await inEvaluation();
    for (const wert of ["2", "keine"]) {
      const input = RueckmeldungEingabe.parse({ sprache: "ar", wert });
      await writeAs(actorOf(), (tx) => recordRueckmeldung(tx, actorOf(), id, input));
    }
    const said = await readAs(actorOf(), (tx) => rueckmeldungenOf(tx, id));
    expect(said.map(({ wert }) => wert)).toEqual(expect.arrayContaining([2, null]));
  });
});

describe("what was agreed", () => {
  test("stands open, what is due first, until somebody says that it is done, once", async () => {
    const id = await inEvaluation();
    const add = (typed: Readonly<Record<string, string>>) => {
      const input = VereinbarungEingabe.parse({ wer: "Jobcenter", ...typed });
      return writeAs(actorOf(), (tx) => agree(tx, actorOf(), id, input));
    };
    await add({ was: "Irgendwann" });
    await add({ was: "Bescheid schicken", bis: daysFrom(today(), 3) });
    const open = () => readAs(actorOf(), (tx) => vereinbarungenOf(tx, actorOf(), { fallId: id, personId: person }));
    const [first] = await open();
    expect((await open()).map(({ was }) => was)).toEqual(["Bescheid schicken", "Irgendwann"]);
    const which = { fall: id, vereinbarung: first?.id ?? "" };
    await writeAs(actorOf(), (tx) => settle(tx, actorOf(), which, "erledigt"));
    expect((await open()).map(({ was }) => was)).toEqual(["Irgendwann"]);
    await expect(writeAs(actorOf(), (tx) => settle(tx, actorOf(), which, "entfallen"))).rejects.toThrow(
      "schon erledigt",
    );
    const seit = (day: string) =>
      readAs(actorOf(), (tx) => vereinbarungenOf(tx, actorOf(), { fallId: id, personId: person, seit: day }));
    expect((await seit(today())).map(({ was, stand }) => [was, stand])).toEqual([
      ["Irgendwann", "offen"],
      ["Bescheid schicken", "erledigt"],
    ]);
    expect(await seit(daysFrom(today(), 1))).toHaveLength(1);
    await writeAs(actorOf(), (tx) => reopen(tx, actorOf(), which));
    expect(await open()).toHaveLength(2);
    await expect(writeAs(actorOf(), (tx) => reopen(tx, actorOf(), which))).rejects.toThrow("ist offen");
    expect(JSON.stringify(await db.admin("select * from kim.vereinbarung"))).not.toContain("Jobcenter");
  });
});

describe("an open item as a step of the plan", () => {
  const offen = (id: string) =>
    readAs(actorOf(), (tx) => vereinbarungenOf(tx, actorOf(), { fallId: id, personId: person }));
  const planned = async (id: string, typed: Readonly<Record<string, string>>) => {
    const [punkt] = await offen(id);
    const [ziel] = await readAs(actorOf(), (tx) => zieleImPlan(tx, actorOf(), id));
    const input = PunktAlsSchritt.parse({ ziel: ziel?.faden, was: punkt?.was, wer: "andere", ...typed });
    await writeAs(actorOf(), (tx) => planPunkt(tx, actorOf(), { fall: id, vereinbarung: punkt?.id ?? "" }, input));
    return punkt?.id ?? "";
  };

  test("stands in the draft, which begins with it; thrown away with the draft it is open again", async () => {
    const id = await inEvaluation();
    const punkt = VereinbarungEingabe.parse({ wer: "Jobcenter", was: "Bescheid schicken", bis: daysFrom(today(), 3) });
    await writeAs(actorOf(), (tx) => agree(tx, actorOf(), id, punkt));
    await expect(planned(id, {})).rejects.toThrow("wer es tut");
    const vereinbarung = await planned(id, { name: "Jobcenter", bis: daysFrom(today(), 3) });
    expect(await offen(id)).toEqual([]);
    const { entwurf, plan } = await readAs(actorOf(), (tx) => planSeite(tx, actorOf(), id));
    expect([plan?.ziele[0]?.schritte.length, entwurf?.fassung]).toEqual([3, 2]);
    const draft = await readAs(actorOf(), (tx) => entwurfOf(tx, actorOf(), id));
    expect(draft.plan.ziele[0]?.schritte.at(-1)).toMatchObject({
      was: "Bescheid schicken",
      wer: "andere",
      werName: "Jobcenter",
      bis: daysFrom(today(), 3),
    });
    const which = { fall: id, vereinbarung };
    await expect(writeAs(actorOf(), (tx) => settle(tx, actorOf(), which, "erledigt"))).rejects.toThrow("im Hilfeplan");
    await writeAs(actorOf(), (tx) => discardEntwurf(tx, actorOf(), { id, version: draft.plan.version }));
    expect(await offen(id)).toMatchObject([{ id: vereinbarung, stand: "offen" }]);
    await writeAs(actorOf(), (tx) => settle(tx, actorOf(), which, "entfallen"));
    expect(await offen(id)).toEqual([]);
  });

  test("knows who does it by the words that are usual", () => {
    const said = ["Ich", "die Person", "Jo Muster", "Wir", "Jobcenter", "Ich und das Amt"];
    expect(said.map((one) => werAus(one, "Jo Muster"))).toEqual([
      "beratung",
      "person",
      "person",
      "beide",
      "andere",
      "andere",
    ]);
  });
});
