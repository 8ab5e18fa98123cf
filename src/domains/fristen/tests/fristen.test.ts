import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { fallImAssessment, schaetzeEin } from "../../../../tests/support/einschaetzen.ts";
import { vereinbarterPlan } from "../../../../tests/support/hilfeplan.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { daysFrom } from "../../../platform/span.ts";
import { AbschlussEingabe, Schritt, VereinbarungEingabe, agree, closeFall, moveFall } from "../../faelle/index.ts";
import { offeneZiele, wertField } from "../../hilfeplan/index.ts";
import { LEISTUNG, LeistungEingabe, WERDEGANG, WerdegangEingabe, recordEintrag } from "../../lebenslage/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { doFristen } from "../commands/do-fristen.ts";
import { handOverFristen } from "../commands/hand-over-fristen.ts";
import { setFrist } from "../commands/set-frist.ts";
import { undoLauf } from "../commands/undo-lauf.ts";
import { NeueFrist, schrittText } from "../model/frist.ts";
import { type Frist, fristOf, verlaufOf } from "../queries/frist.ts";
import { fristListe } from "../queries/liste.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
});

const neuePerson = (name = "Jo") =>
  writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse({ person_vorname: name })));
const day = (n: number) => daysFrom(today(), n);
const setze = (person: string, am: string, actor = mira) =>
  writeAs(actor, (tx) => setFrist(tx, actor, NeueFrist.parse({ person, titel: "Bescheid nachfragen", am })));
const of = (person: string, actor = mira): Promise<readonly Frist[]> =>
  readAs(actor, async (tx) => (await fristListe(tx, actor, { auswahl: "offen", person }, {})).fristen);
const arten = async (person: string) => (await of(person)).map(({ art, am }) => `${art} ${am}`);
const one = (id: string, actor = mira) => readAs(actor, (tx) => fristOf(tx, actor, id));
const verlauf = async (frist: Frist) => {
  const all = await readAs(mira, (tx) => verlaufOf(tx, mira, frist));
  return all.map((schritt, i) => schrittText(schritt, all[i - 1]));
};

describe("by hand", () => {
  test("a day that is moved keeps the one before it and the reason; what is done can be taken back, and both stay told", async () => {
    const id = await setze(await neuePerson(), day(3));
    const at = async () => [{ id, version: (await one(id)).version }];
    const moved = { tun: "verschieben", grund: "Amt geschlossen", am: day(10) } as const;
    await writeAs(mira, async (tx) => doFristen(tx, mira, await at(), moved));
    const done = { tun: "erledigen", grund: null } as const;
    const lauf = await writeAs(mira, async (tx) => doFristen(tx, mira, await at(), done));
    await writeAs(mira, (tx) => undoLauf(tx, mira, lauf));
    await expect(writeAs(mira, (tx) => undoLauf(tx, mira, lauf))).rejects.toThrow(Refused);
    const frist = await one(id);
    expect(frist).toMatchObject({ am: day(10), stand: "offen", titel: "Bescheid nachfragen" });
    expect((await verlauf(frist)).map((text) => text.split(" ")[0])).toEqual([
      "angelegt",
      "verschoben",
      "erledigt",
      "zurückgenommen:",
    ]);
    const stored = await db.admin("select titel, grund from kim.frist f join kim.frist_schritt s on s.frist_id = f.id");
    expect(JSON.stringify(stored.map((row) => String(row["titel"]) + String(row["grund"])))).not.toMatch(
      /Amt|Bescheid/,
    );
  });

  test("of some chosen all or none: one that changed meanwhile, is closed or follows from data stops it", async () => {
    const person = await neuePerson();
    const ids = [await setze(person, day(1)), await setze(person, day(2))];
    const both = ids.map((id) => ({ id, version: 1 }));
    await writeAs(mira, (tx) => doFristen(tx, mira, both.slice(1), { tun: "erledigen", grund: null }));
    const again = writeAs(mira, (tx) => doFristen(tx, mira, both, { tun: "verwerfen", grund: "nicht nötig" }));
    await expect(again).rejects.toThrow(Refused);
    expect((await one(ids[0] ?? "")).stand).toBe("offen");
    const leer = writeAs(mira, (tx) => doFristen(tx, mira, [], { tun: "erledigen", grund: null }));
    await expect(leer).rejects.toThrow("mindestens eine");
  });

  test("in the database: no change without its step, and none of a day that follows from data", async () => {
    const person = await neuePerson();
    const id = await setze(person, day(5));
    const silent = (am: string, which: string) =>
      writeAs(mira, (tx) =>
        sql`update kim.frist set am = ${am}::date, version = version + 1 where id = ${which}::uuid`.execute(tx),
      );
    await expect(silent(day(6), id)).rejects.toThrow("nicht ohne Verlauf");
    const kurs = WerdegangEingabe.parse({ art: "integrationskurs", stand: "berechtigt", von: day(20) });
    await writeAs(mira, (tx) => recordEintrag(tx, mira, WERDEGANG, person, kurs));
    const derived = (await of(person)).find(({ art }) => art === "kurs")?.id ?? "";
    await expect(silent(day(6), derived)).rejects.toThrow("folgt aus den Angaben");
  });
});

describe("from data", () => {
  test("an application waits a month for its answer, a course for its first day; told by their own words", async () => {
    const person = await neuePerson();
    const antrag = LeistungEingabe.parse({ art: "sgb2", beantragt_am: day(-3) });
    await writeAs(mira, (tx) => recordEintrag(tx, mira, LEISTUNG, person, antrag));
    const laeuft = WerdegangEingabe.parse({ art: "integrationskurs", stand: "laeuft", von: day(-20) });
    await writeAs(mira, (tx) => recordEintrag(tx, mira, WERDEGANG, person, laeuft));
    expect(await arten(person)).toEqual([`antwort ${day(27)}`]);
    expect((await of(person))[0]).toMatchObject({ titel: "Antwort auf einen Antrag steht aus", aktenzeichen: null });
  });

  test("a case: the review of its plan and what was agreed end with it; what is asked afterwards begins", async () => {
    const person = await neuePerson();
    const fall = await fallImAssessment(mira, person);
    await schaetzeEin(mira, fall);
    const version = async () =>
      Number((await db.admin("select version from kim.fall where id = $1", [fall]))[0]?.["version"]);
    const step = async (nach: string) => {
      const at = { id: fall, version: await version() };
      await writeAs(mira, (tx) => moveFall(tx, mira, at, Schritt.parse({ nach, am: today() })));
    };
    await step("hilfeplan");
    await vereinbarterPlan(mira, fall);
    const wer = VereinbarungEingabe.parse({ wer: "Jobcenter", was: "Bescheid schicken", bis: day(4) });
    await writeAs(mira, (tx) => agree(tx, mira, fall, wer));
    expect((await of(person)).map(({ art }) => art)).toEqual(["punkt", "ueberpruefung"]);
    for (const nach of ["umsetzung", "evaluation"]) await step(nach);
    const ziele = await readAs(mira, (tx) => offeneZiele(tx, mira, fall));
    const werte = Object.fromEntries(ziele.map(({ faden }) => [wertField(faden), ["1"]]));
    const typed = { am: today(), abschlussgrund: "erreicht", nachsorge_am: day(60), ...werte };
    const ende = AbschlussEingabe.parse(typed);
    const at = { id: fall, version: await version() };
    await writeAs(mira, (tx) => closeFall(tx, mira, at, ende));
    expect(await arten(person)).toEqual([`nachsorge ${day(60)}`]);
  });
});

describe("whose", () => {
  test("whoever stands in sees and does them; a colleague finds none, and hands over nothing that is not her own", async () => {
    const durch = await kollegin(stelle);
    const person = await neuePerson();
    const id = await setze(person, day(2));
    const fremd = (await kollegin(stelle)).actor;
    await expect(one(id, fremd)).rejects.toThrow(NotFound);
    await vertretungOhneRegeln(db, { vertreten: stelle.konto, durch }, [0, 0]);
    const vertretung = await actingNow(durch);
    expect((await of(person, vertretung)).map((frist) => frist.id)).toEqual([id]);
    const give = { an: fremd.kontoId, notiz: null };
    await expect(writeAs(vertretung, (tx) => handOverFristen(tx, vertretung, [id], give))).rejects.toThrow(Refused);
    await writeAs(vertretung, (tx) =>
      doFristen(tx, vertretung, [{ id, version: 1 }], { tun: "erledigen", grund: null }),
    );
    const log = await db.admin(
      "select vertreten from kim.protokoll where art = 'frist.erledigt' and gegenstand_id = $1",
      [id],
    );
    expect(log).toEqual([{ vertreten: mira.kontoId }]);
  });

  test("chosen ones are given to a colleague as the files of their persons, each once", async () => {
    const jo = (await kollegin(stelle)).actor;
    const [a, b] = [await neuePerson("Ada"), await neuePerson("Bo")];
    const ids = [await setze(a, day(1)), await setze(a, day(2)), await setze(b, day(3))];
    const n = await writeAs(mira, (tx) => handOverFristen(tx, mira, ids, { an: jo.kontoId, notiz: "Beide eilig" }));
    expect(n).toBe(2);
    const asked = await db.admin("select person_id from kim.uebergabe where an_konto = $1", [jo.kontoId]);
    expect(asked.map((row) => row["person_id"]).toSorted()).toEqual([a, b].toSorted());
  });
});
