import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type Rolle, ROLLEN } from "../../zugang/model/rechte.ts";
import { actorOf } from "../../zugang/model/rollen.ts";
import { changePerson } from "../commands/change-person.ts";
import { NameEingabe, createPerson, findPersons, PersonEingabe, personNames } from "../index.ts";
import { routes } from "../pages/index.ts";
import { personList } from "../queries/page-of-persons.ts";
import { personOf } from "../queries/person.ts";

const db = testDatabase();
const NAME = NameEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" });
const EINGABE = PersonEingabe.parse({
  person_vorname: "Mira",
  person_nachname: "Beispiel",
  person_geburtsdatum: "1985-03-12",
  person_sprachen: ["de"],
});

let own: Actor;
let person: string;
const others = new Map<string, Actor>();
let room: Room;

beforeAll(async () => {
  const traegerId = await testTraeger("05382");
  const konto = async (kreis: string, rolle: Rolle, traeger?: string) =>
    (await testKonto({ kreis, rollen: [rolle], ...(traeger === undefined ? {} : { traegerId: traeger }) })).actor;
  own = await konto("05382", "cm_lokal", traegerId);
  others.set("a colleague at the same Träger", await konto("05382", "cm_lokal", traegerId));
  others.set("the head of the same Träger", await konto("05382", "traeger_leitung", traegerId));
  others.set("the administration of the Kreis", await konto("05382", "administration", traegerId));
  others.set("another Träger", await konto("05382", "cm_lokal"));
  others.set("another Kreis", await konto("05315", "cm_lokal"));
  person = await writeAs(own, (tx) => createPerson(tx, own, EINGABE));
  room = await openRoom(routes);
});
afterAll(() => room.stop());

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "gelungen",
    (error: unknown) => (error instanceof NotFound ? "NotFound" : String(error)),
  );

describe("whoever created the person", () => {
  test("sees, finds, lists and changes the person", async () => {
    await readAs(own, async (tx) => {
      expect((await personOf(tx, own, person)).name.vorname).toBe("Mira");
      expect((await findPersons(tx, own, "Beispiel")).treffer.map((hit) => hit.id)).toEqual([person]);
      expect((await personList(tx, own)).persons.map((p) => p.id)).toEqual([person]);
    });
    await writeAs(own, (tx) => changePerson(tx, own, { id: person, version: 1 }, NAME));
    expect((await readAs(own, (tx) => personOf(tx, own, person))).version).toBe(2);
  });

  test("reads the page; opening it is logged with its purpose, a missed one is not", async () => {
    const missing = randomUUID();
    expect((await room.as(own).get(`/personen/${person}`)).status).toBe(200);
    expect((await room.as(own).get(`/personen/${person}/bearbeiten`)).status).toBe(200);
    expect((await room.as(own).get(`/personen/${missing}`)).status).toBe(404);
    const log = await db.admin(
      "select konto_id, gegenstand_id, zweck from kim.protokoll where art = 'person.geoeffnet' order by zeit",
    );
    const entry = { konto_id: own.kontoId, gegenstand_id: person };
    expect(log).toEqual([
      { ...entry, zweck: "beratung" },
      { ...entry, zweck: "bearbeitung" },
    ]);
  });
});

describe.each([
  "a colleague at the same Träger",
  "the head of the same Träger",
  "the administration of the Kreis",
  "another Träger",
  "another Kreis",
])("%s", (who) => {
  const actor = () => {
    const found = others.get(who);
    if (found === undefined) throw new Error(who);
    return found;
  };

  test("the database answers as if the person were not there", async () => {
    const missing = randomUUID();
    const a = actor();
    for (const id of [person, missing]) {
      expect(await reasonOf(readAs(a, (tx) => personOf(tx, a, id)))).toBe("NotFound");
      expect(await reasonOf(writeAs(a, (tx) => changePerson(tx, a, { id, version: 2 }, NAME)))).toBe("NotFound");
    }
    await readAs(a, async (tx) => {
      expect(await personNames(tx, a, [person])).toEqual(new Map());
      expect((await personList(tx, a)).persons).toEqual([]);
      for (const table of ["kim.person", "kim.person_sprache", "kim.person_token"] as const) {
        const { n } = await tx
          .selectFrom(table)
          .select((q) => q.fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow();
        expect(n, table).toBe(0);
      }
    });
  });

  test("the search finds nobody, even with the owner's own tokens", async () => {
    const a = actor();
    const tokens = (await db.admin("select token from kim.person_token where person_id = $1", [person])).map((row) =>
      Number(row["token"]),
    );
    const hits = await readAs(a, (tx) =>
      tx.selectFrom("kim.person_token").select("person_id").where("token", "in", tokens).execute(),
    );
    expect(hits).toEqual([]);
    if (who !== "the head of the same Träger")
      expect(await readAs(a, async (tx) => (await findPersons(tx, a, "Mira Beispiel")).treffer)).toEqual([]);
  });

  test("the pages answer for this person as for none", async () => {
    const client = room.as(actor());
    const seen = async (id: string) => {
      const pages = [
        await client.get(`/personen/${id}`),
        await client.get(`/personen/${id}/bearbeiten`),
        await client.post(`/personen/${id}/bearbeiten`, { person_vorname: "Fremd", _version: "2" }),
      ];
      return pages.map(({ status, html }) => ({ status, html }));
    };
    const there = await seen(person);
    expect(there).toEqual(await seen(randomUUID()));
    expect(there).toEqual(await seen("keine-kennung"));
    expect(there.every(({ status }) => status === (actor().rechte.has("person.lesen") ? 404 : 403))).toBe(true);
    const [row] = await db.admin("select version from kim.person where id = $1", [person]);
    expect(row).toEqual({ version: 2 });
  });

  test("nobody can record a person in somebody else's name", async () => {
    const a = actor();
    const foreign = { ...a, kontoId: own.kontoId, traegerId: own.traegerId, kreis: own.kreis };
    expect(await reasonOf(writeAs(a, (tx) => createPerson(tx, foreign, EINGABE)))).not.toBe("gelungen");
  });
});

test("each role: only who counsels reaches the pages", async () => {
  const id = randomUUID();
  const counsels = new Set(["cm_lokal", "cm_mukis", "cm_abh"]);
  for (const rolle of Object.keys(ROLLEN)) {
    const client = room.as(actorOf({ ...own, kontoId: own.kontoId }, [rolle]));
    const may = counsels.has(rolle);
    const statuses = [
      (await client.get("/personen")).status,
      (await client.post("/personen", { suche: "Mira" })).status,
      (await client.get("/personen/neu")).status,
      (await client.post("/personen/neu", {})).status,
      (await client.get(`/personen/${id}`)).status,
      (await client.get(`/personen/${id}/bearbeiten`)).status,
      (await client.post(`/personen/${id}/bearbeiten`, { person_vorname: "Jo" })).status,
    ];
    expect(statuses, rolle).toEqual(may ? [200, 200, 200, 422, 404, 404, 404] : Array.from({ length: 7 }, () => 403));
  }
});

test("signed out, every page leads to the sign-in", async () => {
  for (const path of ["/personen", `/personen/${person}`, "/personen/neu"]) {
    const answer = await fetch(room.url + path, { redirect: "manual" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      303,
      `/unbekannt?weiter=${encodeURIComponent(path)}`,
    ]);
  }
});
