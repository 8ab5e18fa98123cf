import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { fallImAssessment, jedeArt, schaetzeEin, verbinde } from "../../../../tests/support/einschaetzen.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Stale } from "../../../platform/form.ts";
import { daysFrom, tagDavor } from "../../../platform/span.ts";
import { NeuerFall, fallOf, openFall } from "../../faelle/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { assess } from "../commands/assess.ts";
import { changeDay } from "../commands/change-day.ts";
import { changeVerbindung } from "../commands/change-verbindung.ts";
import { removeAssessment } from "../commands/remove-assessment.ts";
import { removeVerbindung } from "../commands/remove-verbindung.ts";
import { AssessmentTag, Einschaetzung } from "../model/assessment.ts";
import { NeueVerbindung } from "../model/netzwerk.ts";
import { fallAkte } from "../queries/akte.ts";
import { assessmentsOf } from "../queries/assessments.ts";
import { fassungenOf } from "../queries/fassungen.ts";
import { netzwerkAm } from "../queries/netzwerk.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let person: string;
let fall: string;
const begonnen = daysFrom(today(), -100);
const actorOf = () => stelle.konto.actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
  person = await writeAs(actorOf(), (tx) => createPerson(tx, actorOf(), jo));
  fall = await fallImAssessment(actorOf(), person, begonnen);
});

const write = (id: string, version: number, typed: Readonly<Record<string, string>>) =>
  writeAs(actorOf(), (tx) => assess(tx, actorOf(), { id, version }, Einschaetzung.parse({ am: today(), ...typed })));
const read = async (id: string) =>
  readAs(actorOf(), async (tx) => (await assessmentsOf(tx, (await fallAkte(tx, actorOf(), id)).key, id)).assessments);

describe("an assessment", () => {
  test("has every Lebensbereich of its day, keeps what was said sealed, and what it said before", async () => {
    const bereiche = { wohnen: { skala: "2", lage: "Zu fünft in zwei Zimmern", wunsch: "بيت" } };
    const { bereiche: ids } = await schaetzeEin(actorOf(), fall, bereiche, begonnen);
    const id = ids["wohnen"] ?? "";
    expect(Object.keys(ids)).toHaveLength(12);
    await write(id, 2, { skala: "6", lage: "Drei Zimmer in Aussicht" });
    await expect(write(id, 2, { skala: "9" })).rejects.toThrow(Stale);
    const [assessment] = await read(fall);
    const wohnen = assessment?.bereiche.find((one) => one.id === id);
    expect(wohnen).toMatchObject({ skala: 6, lage: "Drei Zimmer in Aussicht", wunsch: null, version: 3 });
    const { fassungen } = await readAs(actorOf(), async (tx) =>
      fassungenOf(tx, actorOf(), (await fallAkte(tx, actorOf(), fall)).key, { id, vor: undefined }),
    );
    expect(fassungen).toMatchObject([
      { version: 2, skala: 2, am: begonnen, lage: "Zu fünft in zwei Zimmern", wunsch: "بيت" },
    ]);
    const stored = JSON.stringify(await db.admin("select * from kim.lebensbereich, kim.lebensbereich_fassung"));
    expect(stored).not.toContain("Zimmer");
  });

  test("an area may be left out, but nothing empty is saved; none is before its assessment or to come", async () => {
    const other = await fallImAssessment(actorOf(), person, begonnen);
    const { bereiche } = await schaetzeEin(actorOf(), other, {}, tagDavor(today()));
    const id = bereiche["arbeit"] ?? "";
    await expect(write(id, 1, {})).rejects.toThrow("wenigstens eines");
    await expect(write(id, 1, { skala: "3", am: begonnen })).rejects.toThrow("liegt davor");
    await expect(write(id, 1, { skala: "3", am: "2999-01-01" })).rejects.toThrow("in der Zukunft");
    await write(id, 1, { lage: "Sucht Arbeit" });
    await write(id, 2, {});
    const [assessment] = await read(other);
    expect(assessment?.bereiche.every(({ am }) => am === null)).toBe(true);
    expect((await readAs(actorOf(), (tx) => fallOf(tx, actorOf(), other))).eingeschaetzt).toBe(false);
  });

  test("one a day; its day can be put right, but not past what was said; an empty one can go, a written one cannot", async () => {
    const other = await fallImAssessment(actorOf(), person, begonnen);
    const { id } = await schaetzeEin(actorOf(), other, {}, begonnen);
    await expect(schaetzeEin(actorOf(), other, {}, begonnen)).rejects.toThrow("gibt es schon");
    const later = await schaetzeEin(actorOf(), other, { wohnen: { skala: "4" } }, tagDavor(today()));
    const move = (to: string) =>
      writeAs(actorOf(), (tx) =>
        changeDay(tx, actorOf(), { id: later.id, version: 1 }, AssessmentTag.parse({ am: to })),
      );
    await expect(move(begonnen)).rejects.toThrow("gibt es schon");
    await expect(move(today())).rejects.toThrow("beginnt nicht danach");
    await move(daysFrom(today(), -5));
    const remove = (at: { id: string; version: number }) =>
      writeAs(actorOf(), (tx) => removeAssessment(tx, actorOf(), at));
    await expect(remove({ id: later.id, version: 2 })).rejects.toThrow("steht schon etwas");
    await remove({ id, version: 1 });
    expect((await read(other)).map(({ am }) => am)).toEqual([daysFrom(today(), -5)]);
  });

  test("needs the consent: before it nothing is written down", async () => {
    const input = NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" });
    const anfrage = await writeAs(actorOf(), (tx) => openFall(tx, actorOf(), input));
    await expect(schaetzeEin(actorOf(), anfrage)).rejects.toThrow("Einwilligung");
    await expect(verbinde(actorOf(), anfrage)).rejects.toThrow("Einwilligung");
  });

  test("three stand beside each other, older ones a page further", async () => {
    const other = await fallImAssessment(actorOf(), person, begonnen);
    const days = [0, 10, 20, 30, 40].map((n) => daysFrom(begonnen, n));
    for (const am of days) await schaetzeEin(actorOf(), other, {}, am);
    const page = await readAs(actorOf(), (tx) => assessmentsOf(tx, undefined, other));
    expect(page.assessments.map(({ am }) => am)).toEqual(days.slice(2));
    const older = await readAs(actorOf(), (tx) => assessmentsOf(tx, undefined, other, { older: page.aelter }));
    expect(older.assessments.map(({ am }) => am)).toEqual(days.slice(0, 2));
    expect(older.aelter).toBeUndefined();
  });
});

describe("the map", () => {
  const on = (day: string) =>
    readAs(actorOf(), async (tx) => netzwerkAm(tx, (await fallAkte(tx, actorOf(), fall)).key, fall, day));

  test("what changes ends the day before, and both states can be looked at; what is deleted is gone from all", async () => {
    const id = await verbinde(actorOf(), fall, { von: begonnen, belastet: "ja" });
    const anders = { name: "Rima Beispiel", art: "familie", staerke: "1", richtung: "gegenseitig", von: today() };
    const change = () =>
      writeAs(actorOf(), (tx) => changeVerbindung(tx, actorOf(), { id, version: 1 }, NeueVerbindung.parse(anders)));
    await change();
    await expect(change()).rejects.toThrow(Stale);
    expect(await on(tagDavor(today()))).toMatchObject([{ id, staerke: 3, belastet: true, bis: tagDavor(today()) }]);
    expect(await on(today())).toMatchObject([{ staerke: 1, belastet: false, bis: null }]);
    expect(await on(tagDavor(begonnen))).toEqual([]);
    await writeAs(actorOf(), (tx) => removeVerbindung(tx, actorOf(), { id, version: 2 }));
    expect(await on(tagDavor(today()))).toEqual([]);
    const stored = JSON.stringify(await db.admin("select * from kim.verbindung"));
    expect(stored).not.toContain("Rima");
  });
});

test("everything goes with its case when that changes its account", async () => {
  const other = await fallImAssessment(actorOf(), person, begonnen);
  await jedeArt(actorOf(), other);
  const konto = crypto.randomUUID();
  await db.admin(
    "insert into kim.konto select (json_populate_record(k, json_build_object('id', $1::uuid, 'email_hash', sha256($1::text::bytea)))).* from kim.konto k where id = $2",
    [konto, actorOf().kontoId],
  );
  await db.admin("update kim.person set konto_id = $1 where id = $2", [konto, person]);
  for (const table of ["assessment", "lebensbereich", "lebensbereich_fassung", "verbindung"]) {
    const rows = await db.admin(`select distinct konto_id from kim.${table}`);
    expect(rows, table).toEqual([{ konto_id: konto }]);
  }
});
