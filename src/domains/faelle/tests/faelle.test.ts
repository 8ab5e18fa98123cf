import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { willigtEin } from "../../../../tests/support/einwilligungen.ts";
import { schaetzeEin } from "../../../../tests/support/einschaetzen.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { vereinbarterPlan } from "../../../../tests/support/hilfeplan.ts";
import { actingNow, kollegin, vertretungOhneRegeln } from "../../../../tests/support/vertretung.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused, Stale } from "../../../platform/form.ts";
import { Absage, endEinwilligung } from "../../einwilligungen/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { changeFall } from "../commands/change-fall.ts";
import { moveFall } from "../commands/move-fall.ts";
import { openFall } from "../commands/open-fall.ts";
import { FallAngaben, NeuerFall, Schritt } from "../model/fall.ts";
import { fallOf } from "../queries/faelle.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let person: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
});

const actorOf = () => stelle.konto.actor;
const begin = (more: Readonly<Record<string, string>> = {}) => {
  const input = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "bald", ...more });
  return writeAs(actorOf(), (tx) => openFall(tx, actorOf(), input));
};
const read = (id: string) => readAs(actorOf(), (tx) => fallOf(tx, actorOf(), id));
async function move(id: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const { version } = await read(id);
  const input = Schritt.parse({ am: today(), ...typed });
  await writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id, version }, input));
}
async function change(id: string, typed: Readonly<Record<string, string>>): Promise<void> {
  const { version } = await read(id);
  const input = FallAngaben.parse({ begonnen: today(), dringlichkeit: "normal", ...typed });
  await writeAs(actorOf(), (tx) => changeFall(tx, actorOf(), { id, version }, input));
}

describe("the number of a case", () => {
  test("twenty begun at once, five of them given up: no gap and none twice", async () => {
    const from = (await read(await begin())).nummer;
    const input = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
    const all = Array.from({ length: 20 }, (_, i) =>
      writeAs(actorOf(), async (tx) => {
        const id = await openFall(tx, actorOf(), input);
        if (i % 4 === 0) throw new Error("given up");
        return id;
      }),
    );
    const ids = (await Promise.allSettled(all)).flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const numbers = await Promise.all(ids.map(async (id) => (await read(id)).nummer));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => from + 1 + i));
  });
});

describe("the way of a case", () => {
  test("from the request to the end and back again; every step stays, with its sealed reason", async () => {
    const id = await begin({ anliegen: "Braucht einen Kitaplatz" });
    await move(id, { nach: "klaerung" });
    await expect(move(id, { nach: "einwilligung" })).rejects.toThrow(Refused);
    await change(id, { anliegen: "Braucht einen Kitaplatz", weiteres: "nein" });
    await move(id, { nach: "einwilligung" });
    await expect(move(id, { nach: "assessment" })).rejects.toThrow("keine Einwilligung");
    const einwilligung = await willigtEin(actorOf(), person);
    await move(id, { nach: "assessment" });
    expect(await read(id)).toMatchObject({ einwilligungId: einwilligung, einwilligungAm: today() });
    await expect(move(id, { nach: "hilfeplan" })).rejects.toThrow("wenigstens einen Lebensbereich");
    await schaetzeEin(actorOf(), id);
    await move(id, { nach: "hilfeplan" });
    await expect(move(id, { nach: "umsetzung" })).rejects.toThrow("Vereinbaren Sie zuerst den Hilfeplan");
    await vereinbarterPlan(actorOf(), id);
    for (const nach of ["umsetzung", "evaluation"]) await move(id, { nach });
    await expect(move(id, { nach: "abgeschlossen" })).rejects.toThrow(Refused);
    await move(id, { nach: "abgeschlossen", abschlussgrund: "erreicht", grund: "Kitaplatz seit August" });
    expect(await read(id)).toMatchObject({ phase: "abgeschlossen", abschlussgrund: "erreicht" });
    await expect(move(id, { nach: "umsetzung" })).rejects.toThrow(Refused);
    await move(id, { nach: "umsetzung", grund: "Der Platz fiel weg" });
    const fall = await read(id);
    expect(fall).toMatchObject({ phase: "umsetzung", abschlussgrund: null, anliegen: "Braucht einen Kitaplatz" });
    expect(fall.schritte.map(({ nach }) => nach)).toEqual([
      "anfrage",
      "klaerung",
      "einwilligung",
      "assessment",
      "hilfeplan",
      "umsetzung",
      "evaluation",
      "abgeschlossen",
      "umsetzung",
    ]);
    expect(fall.schritte.at(-2)).toMatchObject({ abschlussgrund: "erreicht", grund: "Kitaplatz seit August" });
    const stored = JSON.stringify(await db.admin("select * from kim.fall natural join kim.fall_schritt"));
    expect(stored).not.toContain("Kitaplatz");
  });

  test("a withdrawal takes back the consent itself; taken back in its own room, nothing goes on either", async () => {
    const id = await begin();
    const einwilligung = await willigtEin(actorOf(), person);
    await move(id, { nach: "klaerung" });
    await change(id, { weiteres: "nein" });
    for (const nach of ["einwilligung", "assessment", "widerruf"]) await move(id, { nach });
    expect(await read(id)).toMatchObject({ einwilligungAm: null, einwilligungId: null, begleitung: null });
    expect(await db.admin("select stand from kim.einwilligung where id = $1", [einwilligung])).toEqual([
      { stand: "widerrufen" },
    ]);
    await move(id, { nach: "einwilligung", grund: "Hat es sich anders überlegt" });
    await expect(move(id, { nach: "assessment" })).rejects.toThrow("Einwilligung");
    const zweite = await willigtEin(actorOf(), person);
    await move(id, { nach: "assessment" });
    const at = { id: zweite, version: 3 };
    await writeAs(actorOf(), (tx) =>
      endEinwilligung(tx, actorOf(), at, "widerrufen", Absage.parse({ am: today(), grund: "" })),
    );
    await expect(move(id, { nach: "ruhend", grund: "Pause" })).rejects.toThrow("gilt nicht mehr");
    await willigtEin(actorOf(), person);
    await move(id, { nach: "ruhend", grund: "Pause" });
  });

  test("a case of before has the day alone, and goes on with it", async () => {
    const id = await begin();
    await move(id, { nach: "klaerung" });
    await change(id, { weiteres: "nein" });
    await move(id, { nach: "einwilligung" });
    await db.admin("update kim.einwilligung set stand = 'widerrufen' where stand = 'erteilt'");
    await db.admin("update kim.fall set einwilligung_am = current_date where id = $1", [id]);
    await move(id, { nach: "assessment" });
    expect(await read(id)).toMatchObject({ einwilligungId: null, einwilligungAm: today(), einwilligungEndete: false });
  });

  test("what let a case come where it is cannot be taken out of it again", async () => {
    const id = await begin();
    await willigtEin(actorOf(), person);
    await move(id, { nach: "klaerung" });
    await change(id, { weiteres: "nein" });
    for (const nach of ["einwilligung", "assessment"]) await move(id, { nach });
    await expect(change(id, {})).rejects.toThrow("schon geklärt");
    await change(id, { weiteres: "unbekannt" });
  });

  test("whoever stands in takes steps and is named with them; after a withdrawal only whoever leads the case asks again", async () => {
    const id = await begin();
    const durch = await kollegin(stelle);
    await vertretungOhneRegeln(db, { vertreten: stelle.konto, durch }, [0, 0]);
    const sie = await actingNow(durch);
    const fuer = async (nach: string, grund = "") => {
      const { version } = await read(id);
      const input = Schritt.parse({ am: today(), nach, grund });
      await writeAs(sie, (tx) => moveFall(tx, sie, { id, version }, input));
    };
    await willigtEin(actorOf(), person);
    await fuer("klaerung");
    await change(id, { weiteres: "nein" });
    await move(id, { nach: "einwilligung" });
    await fuer("widerruf");
    await expect(fuer("einwilligung", "Noch einmal gefragt")).rejects.toThrow("kann nur, wer den Fall führt");
    await move(id, { nach: "einwilligung", grund: "Rief selbst an" });
    const anderer = (await read(id)).schritte.map((one) => one.anderer);
    expect(anderer).toEqual([null, sie.kontoId, null, sie.kontoId, null]);
  });

  test("no step before the last one, none tomorrow", async () => {
    const id = await begin();
    await expect(move(id, { nach: "klaerung", am: "2020-01-01" })).rejects.toThrow("kann nicht davor liegen");
    await expect(move(id, { nach: "klaerung", am: "2999-01-01" })).rejects.toThrow("in der Zukunft");
  });

  test("two at once: the second sees what the first did", async () => {
    const id = await begin();
    const input = Schritt.parse({ am: today(), nach: "klaerung" });
    const both = [1, 2].map(() => writeAs(actorOf(), (tx) => moveFall(tx, actorOf(), { id, version: 1 }, input)));
    const failed = (await Promise.allSettled(both)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toBeInstanceOf(Stale);
  });
});
