import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { ganzerPlan, neuerEntwurf, vereinbart, zielEingabe } from "../../../../tests/support/hilfeplan.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { NeuerFall, Schritt, moveFall, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { releaseUebersetzung } from "../../uebersetzungen/commands/release-uebersetzung.ts";
import { zeilenOf } from "../../uebersetzungen/model/formulare.ts";
import { pruefsummeOf } from "../../uebersetzungen/queries/freigaben.ts";
import { addZiel } from "../commands/add-ziel.ts";
import { agreePlan } from "../commands/agree-plan.ts";
import { beginEntwurf } from "../commands/begin-entwurf.ts";
import { changeZiel } from "../commands/change-ziel.ts";
import { removeZiel } from "../commands/remove-ziel.ts";
import { setStaende } from "../commands/set-staende.ts";
import { StaendeEingabe, Vereinbarung } from "../model/plan.ts";
import { kopieOf } from "../queries/kopie.ts";
import { entwurfOf, planSeite } from "../queries/seite.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let person: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
});

const actor = () => stelle.konto.actor;
const neuerFall = () => {
  const input = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
  return writeAs(actor(), (tx) => openFall(tx, actor(), input));
};
const read = (fall: string, fassung?: number) => readAs(actor(), (tx) => planSeite(tx, actor(), fall, { fassung }));
const JA = Vereinbarung.parse({ am: today(), zustimmung: "unterschrieben", person: "ja", beratung: "ja" });
const agree = async (fall: string, more: Partial<Vereinbarung> = {}) => {
  const { plan } = await readAs(actor(), (tx) => entwurfOf(tx, actor(), fall));
  await writeAs(actor(), (tx) => agreePlan(tx, actor(), { id: fall, version: plan.version }, { ...JA, ...more }));
};

describe("a draft", () => {
  test("is agreed only when it is whole: a goal, a step to each, a day to look at it again", async () => {
    const fall = await neuerFall();
    await writeAs(actor(), (tx) => beginEntwurf(tx, actor(), fall));
    await expect(agree(fall)).rejects.toThrow("noch kein Ziel");
    await writeAs(actor(), (tx) => addZiel(tx, actor(), fall, zielEingabe("Ich möchte arbeiten", [])));
    await expect(agree(fall)).rejects.toThrow("fehlt noch ein Schritt");
  });

  test("there is one, and whoever agrees agreed to what she read", async () => {
    const fall = await neuerFall();
    await neuerEntwurf(actor(), fall);
    await expect(writeAs(actor(), (tx) => beginEntwurf(tx, actor(), fall))).rejects.toThrow("schon einen Entwurf");
    const { plan } = await readAs(actor(), (tx) => entwurfOf(tx, actor(), fall));
    await writeAs(actor(), (tx) => addZiel(tx, actor(), fall, zielEingabe("Noch eines", [["Tun", "person"]])));
    const stale = writeAs(actor(), (tx) => agreePlan(tx, actor(), { id: fall, version: plan.version }, JA));
    await expect(stale).rejects.toThrow(Stale);
  });

  test("a line without what, or without who, says which", async () => {
    const fall = await neuerFall();
    await neuerEntwurf(actor(), fall);
    const add = (schritte: Parameters<typeof zielEingabe>[1]) =>
      writeAs(actor(), (tx) => addZiel(tx, actor(), fall, zielEingabe("Ein Ziel", schritte)));
    await expect(add([["", "person", "2027-01-01"]])).rejects.toThrow("im 1. Schritt, was zu tun ist");
    await expect(add([["Hingehen", "andere"]])).rejects.toThrow("im 1. Schritt, wer es tut");
  });

  test("is not written where the case is over", async () => {
    const fall = await neuerFall();
    await neuerEntwurf(actor(), fall);
    const move = (version: number, nach: string, grund = "") =>
      writeAs(actor(), (tx) =>
        moveFall(tx, actor(), { id: fall, version }, Schritt.parse({ nach, am: today(), grund })),
      );
    await move(1, "klaerung");
    await move(2, "nicht_zustande", "Eine Beratung reichte");
    await expect(writeAs(actor(), (tx) => addZiel(tx, actor(), fall, zielEingabe("X", [])))).rejects.toThrow(
      "Der Fall ist beendet",
    );
  });
});

describe("a version", () => {
  test("that was agreed nobody changes, not even the role of the pages past every command", async () => {
    const fall = await neuerFall();
    await ganzerPlan(actor(), fall);
    const { plan } = await read(fall);
    const ziel = plan?.ziele[0];
    const as = (query: ReturnType<typeof sql>) => writeAs(actor(), (tx) => query.execute(tx));
    for (const forbidden of [
      sql`update kim.hilfeplan set ueberpruefung_am = null where id = ${plan?.id}`,
      sql`update kim.hilfeplan set vereinbart_am = null, zustimmung = null, vereinbart_von = null where id = ${plan?.id}`,
      sql`delete from kim.hilfeplan where id = ${plan?.id}`,
      sql`update kim.hilfeplan_ziel set handlungsfeld = 'arbeit' where id = ${ziel?.id}`,
      sql`delete from kim.hilfeplan_ziel where id = ${ziel?.id}`,
      sql`delete from kim.hilfeplan_schritt where ziel_id = ${ziel?.id}`,
      sql`insert into kim.hilfeplan_schritt (kreis, traeger_id, konto_id, ziel_id, faden, rang, was, wer)
        select kreis, traeger_id, konto_id, id, gen_random_uuid(), 9, '\\x00', 'person' from kim.hilfeplan_ziel
        where id = ${ziel?.id}`,
    ]) {
      await expect(as(forbidden)).rejects.toThrow("Eine vereinbarte Fassung ändert sich nicht.");
    }
    const at = { id: ziel?.id ?? "", version: 1 };
    await expect(writeAs(actor(), (tx) => changeZiel(tx, actor(), at, zielEingabe("Anders", [])))).rejects.toThrow(
      NotFound,
    );
    await expect(writeAs(actor(), (tx) => removeZiel(tx, actor(), at.id))).rejects.toThrow(NotFound);
  });

  test("the next begins with what holds: the same threads, so that what became of a step goes on", async () => {
    const fall = await neuerFall();
    await ganzerPlan(actor(), fall);
    const erste = await read(fall);
    await writeAs(actor(), (tx) => beginEntwurf(tx, actor(), fall));
    await vereinbart(actor(), fall);
    const zweite = await read(fall);
    expect(zweite.plan?.fassung).toBe(2);
    const faeden = (plan = erste.plan) => plan?.ziele.map((z) => [z.faden, z.schritte.map((s) => s.faden)]);
    expect(faeden(zweite.plan)).toEqual(faeden());
    expect(zweite.plan?.ziele.map(({ ziel }) => ziel)).toEqual(erste.plan?.ziele.map(({ ziel }) => ziel));
    const faden = zweite.plan?.ziele[0]?.schritte[0]?.faden ?? "";
    expect(zweite.staende.get(faden)).toMatchObject({ stand: "erledigt", am: today() });
    expect((await read(fall, 1)).plan).toEqual(erste.plan);
  });

  test("is agreed on a day that has come, and not before the one that it follows", async () => {
    const fall = await neuerFall();
    await ganzerPlan(actor(), fall);
    await neuerEntwurf(actor(), fall);
    await expect(agree(fall)).rejects.toThrow("wieder auf den Plan schauen");
    await expect(vereinbart(actor(), fall, daysFrom(today(), 1))).rejects.toThrow("in der Zukunft");
    await expect(vereinbart(actor(), fall, daysFrom(today(), -1))).rejects.toThrow("Die vorige Fassung");
  });
});

describe("what becomes of a step", () => {
  test("is written once a change, with its day; the last counts, and nothing earlier comes after it", async () => {
    const fall = await neuerFall();
    await ganzerPlan(actor(), fall);
    const faden = (await read(fall)).plan?.ziele[0]?.schritte[0]?.faden ?? "";
    const set = (stand: string, am: string) =>
      writeAs(actor(), (tx) =>
        setStaende(tx, actor(), fall, StaendeEingabe.parse({ am, [`stand_${faden}`]: [stand] })),
      );
    expect(await set("erledigt", today())).toBe(0);
    await expect(set("offen", daysFrom(today(), -1))).rejects.toThrow(Refused);
    expect(await set("offen", today())).toBe(1);
    expect(await set("entfaellt", today())).toBe(1);
    expect((await read(fall)).staende.get(faden)).toMatchObject({ stand: "entfaellt", folge: 3 });
  });
});

test("everything that somebody wrote lies sealed; days, codes and what was reached do not", async () => {
  const fall = await neuerFall();
  await ganzerPlan(actor(), fall);
  const tables = ["hilfeplan", "hilfeplan_ziel", "hilfeplan_schritt", "hilfeplan_bewertung"];
  for (const table of tables) {
    const stored = JSON.stringify(await db.admin(`select * from kim.${table}`));
    expect(stored).not.toMatch(/Wohn|Dolmetsch|Antrag|voran/);
  }
  const [reached] = await db.admin("select wert, handlungsfeld from kim.zielerreichung limit 1");
  expect(reached).toEqual({ wert: 1, handlungsfeld: "wohnen" });
});

test("the copy knows whose data are blocked, and what a Träger released holds for the words that were read", async () => {
  const fall = await neuerFall();
  await ganzerPlan(actor(), fall);
  const kopie = () => readAs(actor(), (tx) => kopieOf(tx, actor(), { fallId: fall, sprache: "ar" }));
  expect(await kopie()).toMatchObject({ sperre: false, geprueft: null, person: "Jo Muster" });
  const zeilen = zeilenOf("hilfeplan", "ar");
  const ar = { formular: "hilfeplan", gegenstand: "", sprache: "ar" } as const;
  const release = (pruefsumme: string) =>
    writeAs(actor(), (tx) => releaseUebersetzung(tx, actor(), ar, zeilen, { pruefsumme, zurueck: false }));
  await expect(release("0".repeat(64))).rejects.toThrow("haben sich geändert");
  await release(pruefsummeOf(zeilen));
  await db.admin(
    `insert into kim.auskunftssperre (kreis, person_id, traeger_id, konto_id, seit)
     select kreis, id, traeger_id, konto_id, current_date from kim.person where id = $1`,
    [person],
  );
  expect(await kopie()).toMatchObject({ sperre: true, geprueft: today() });
  await db.admin("update kim.uebersetzung_freigabe set pruefsumme = $1", ["0".repeat(64)]);
  expect(await kopie()).toMatchObject({ geprueft: null });
  await db.admin("delete from kim.auskunftssperre");
});
