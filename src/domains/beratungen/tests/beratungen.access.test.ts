import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse, typed } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type Rolle, ROLLEN } from "../../zugang/model/rechte.ts";
import { actorOf } from "../../zugang/model/rollen.ts";
import { withdrawBeratung } from "../commands/withdraw.ts";
import { beratungenOf, beratungTag } from "../index.ts";
import { routes } from "../pages/index.ts";
import { listenseite, summeOf } from "../queries/liste.ts";
import { beratungOf } from "../queries/beratungen.ts";

const FOLGE = { sprache: [], ergebnis: [], kommune: [] };

const db = testDatabase();
let stelle: Beratungsstelle;
let own: Actor;
let person = "";
const ids = { anonym: "", mitPerson: "" };
const others = new Map<string, Actor>();
let room: Room;

beforeAll(async () => {
  stelle = await beratungsstelle();
  own = stelle.konto.actor;
  const at = async (kreis: string, rolle: Rolle, traegerId?: string) =>
    (await testKonto({ kreis, rollen: [rolle], ...(traegerId === undefined ? {} : { traegerId }) })).actor;
  others.set("a colleague at the same Träger", await at("05382", "cm_lokal", stelle.traegerId));
  others.set("the head of the same Träger", await at("05382", "traeger_leitung", stelle.traegerId));
  others.set("the Koordination", await at("05382", "cm_koordination", stelle.traegerId));
  others.set("the administration of the Kreis", await at("05382", "administration", stelle.traegerId));
  others.set("another Träger", await at("05382", "cm_lokal"));
  others.set("another Kreis", await at("05315", "cm_lokal"));
  ids.anonym = await erfasse(stelle, { notiz: "Formular erklärt" });
  const withPerson = { stufe: "2", neu1_vorname: "Mira", notiz: "Mira war da" };
  ids.mitPerson = await erfasse(stelle, withPerson);
  person = (await readAs(own, (tx) => beratungOf(tx, own, ids.mitPerson)))?.personen[0] ?? "";
  room = await openRoom(routes);
});
afterAll(() => room.stop());

const events = () =>
  db.admin("select konto_id, gegenstand_id, zweck from kim.protokoll where art = 'beratung.geoeffnet' order by zeit");

describe("whoever recorded them", () => {
  test("reads, lists and counts them", async () => {
    await readAs(own, async (tx) => {
      expect(await beratungOf(tx, own, ids.mitPerson)).toMatchObject({ notiz: { text: "Mira war da" } });
      expect((await listenseite(tx, own, {}, 0, FOLGE)).zeilen).toHaveLength(2);
      expect((await beratungenOf(tx, person)).zeilen.map((b) => b.id)).toEqual([ids.mitPerson]);
    });
    const { rows } = await readAs(own, (tx) =>
      sql<{ tag: unknown }>`select (${beratungTag.json(own)}) as tag`.execute(tx),
    );
    expect(beratungTag.liest(rows[0]?.tag)).toMatchObject({ heute: 2, entwuerfe: 0 });
  });

  test("opening one with a person is logged with its purpose; an anonymous or missed one is not", async () => {
    const me = room.as(own);
    for (const id of [ids.mitPerson, ids.anonym]) {
      expect((await me.get(`/beratungen/${id}`)).status).toBe(200);
      expect((await me.get(`/beratungen/${id}/korrigieren`)).status).toBe(200);
      expect((await me.get(`/beratungen/${id}/zurueckziehen`)).status).toBe(200);
    }
    expect((await me.get(`/beratungen/${randomUUID()}`)).status).toBe(404);
    const entry = { konto_id: own.kontoId, gegenstand_id: ids.mitPerson, zweck: "beratung" };
    expect(await events()).toEqual([entry, entry]);
  });

  test("an address that is no id is not found", async () => {
    expect((await room.as(own).get("/beratungen/x'--")).status).toBe(404);
  });
});

describe.each(
  [
    "a colleague at the same Träger",
    "the head of the same Träger",
    "the Koordination",
    "the administration of the Kreis",
  ].concat("another Träger", "another Kreis"),
)("%s", (name) => {
  const actor = (): Actor => {
    const found = others.get(name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  test("sees none of them, in no list and no sum", async () => {
    await readAs(actor(), async (tx) => {
      expect(await beratungOf(tx, actor(), ids.anonym)).toBeUndefined();
      expect(await beratungOf(tx, actor(), ids.mitPerson)).toBeUndefined();
      expect((await listenseite(tx, own, {}, 0, FOLGE)).zeilen).toEqual([]);
      expect(await summeOf(tx, own, {})).toEqual({ anzahl: 0, minuten: 0 });
      expect((await beratungenOf(tx, person)).zeilen).toEqual([]);
    });
  });

  test("changes none: foreign as missing", async () => {
    const why = { grund: "fremd", unbedenklich: false };
    for (const id of [ids.anonym, ids.mitPerson, randomUUID()]) {
      const withdraw = writeAs(actor(), (tx) => withdrawBeratung(tx, actor(), { id, version: 1 }, why));
      await expect(withdraw).rejects.toThrow(NotFound);
    }
  });

  test("the pages answer for a foreign one exactly as for none", async () => {
    const client = room.as(actor());
    const missing = randomUUID();
    const before = await events();
    for (const tail of ["", "/korrigieren", "/zurueckziehen"]) {
      const none = await client.get(`/beratungen/${missing}${tail}`);
      for (const id of [ids.anonym, ids.mitPerson]) {
        const foreign = await client.get(`/beratungen/${id}${tail}`);
        expect([foreign.status, foreign.html]).toEqual([none.status, none.html]);
      }
    }
    const fields = { ...typed(stelle), grund: "fremd", _version: "1" };
    const answers = [ids.anonym, ids.mitPerson, missing].map((id) =>
      client.post(`/beratungen/${id}/korrigieren`, fields),
    );
    const seen = (await Promise.all(answers)).map((a) => [a.status, a.html]);
    expect(new Set(seen.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(seen[0]?.[0]).toBeGreaterThanOrEqual(403);
    expect(await events()).toEqual(before);
  });
});

test("each role: only who counsels reaches the pages", async () => {
  const paths = ["/beratungen", `/beratungen/neu?formular=${randomUUID()}`, "/beratungen/liste-erfassen"];
  for (const rolle of Object.keys(ROLLEN)) {
    const actor = actorOf({ kreis: own.kreis, traegerId: own.traegerId, kontoId: randomUUID() }, [rolle]);
    const counsels = actor.rechte.has("beratung.schreiben");
    for (const path of paths) {
      expect([rolle, path, (await room.as(actor).get(path)).status]).toEqual([rolle, path, counsels ? 200 : 403]);
    }
    if (counsels) continue;
    expect((await room.as(actor).post("/beratungen/neu", typed(stelle))).status).toBe(403);
  }
});

test("nobody records at the site of another Kreis", async () => {
  const theirs = await beratungsstelle("05315");
  const answer = await room.as(own).post("/beratungen/neu", typed(theirs));
  expect(answer.status).toBe(422);
  expect(answer.html).toContain("Bei „Standort oder Kommune“ gibt es diese Auswahl nicht");
});
