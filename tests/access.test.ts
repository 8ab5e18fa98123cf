import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventBeratung } from "../src/demo/beratungen.ts";
import { Zufall } from "../src/demo/zufall.ts";
import { recordBeratung } from "../src/domains/beratungen/index.ts";
import { PersonEingabe, createPerson } from "../src/domains/personen/index.ts";
import { uploadList } from "../src/domains/uebernahme/index.ts";
import { ROLLEN, actorOf } from "../src/domains/zugang/index.ts";
import { PUBLIC, type Route } from "../src/platform/access.ts";
import type { Actor } from "../src/platform/actor.ts";
import { writeAs } from "../src/platform/db.ts";
import { submissionOf } from "../src/platform/submission.ts";
import { routes } from "../src/routes.ts";
import { type Beratungsstelle, beratungsstelle } from "./support/beratungsstelle.ts";
import { neuerEntwurf } from "./support/berichte.ts";
import { testDatabase } from "./support/db.ts";
import { testKonto } from "./support/konten.ts";
import { type Answer, type Room, openRoom } from "./support/room.ts";
import { besetzung, stelle } from "./support/stellen.ts";

/**
 * The whole matrix, made from the site map itself: every route × every role × whose record. A route that this test does
 * not know how to call fails it.
 */
const db = testDatabase();
const guarded = routes.filter((r) => r.permission !== PUBLIC);
const withRecord = guarded.filter((r) => r.path.includes(":") && r.path !== "/hilfe/:kapitel");

type Ids = Readonly<Record<string, string>>;

let room: Room;
let own: Beratungsstelle;
/** A record of each kind that `own` and its Träger hold. */
let records: Ids;
const strangers = new Map<string, Actor>();

beforeAll(async () => {
  own = await beratungsstelle();
  const { actor } = own.konto;
  const elsewhere = await beratungsstelle();
  const otherKreis = await beratungsstelle("05315");
  const colleague = await testKonto({ kreis: own.kreis, traegerId: own.traegerId, rollen: ["cm_lokal"] });
  strangers.set("Kollegin desselben Trägers", colleague.actor);
  strangers.set("anderer Träger", elsewhere.konto.actor);
  strangers.set("anderer Kreis", otherKreis.konto.actor);
  const person = await writeAs(actor, (tx) =>
    createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" })),
  );
  const eingabe = inventBeratung("2026-11-02", own.standortId, [], new Zufall(1));
  const submission = submissionOf({ _schluessel: [randomUUID()] });
  const beratung = await recordBeratung(actor, submission, { ...eingabe, stufe: "2", person: [person], notiz: "" });
  const koordination = actorOf(actor, ["kim_koordination"]);
  const post = await stelle(koordination, own.traegerId);
  const bericht = await neuerEntwurf(koordination);
  const [rolle] = await db.admin("select id from kim.rolle where konto_id = $1", [actor.kontoId]);
  const datei = { datei: "Liste.csv", bytes: Buffer.from("Datum;Thema\n1.2.2023;Kita\n") };
  const uebernahme = await writeAs(actor, (tx) => uploadList(tx, actor, datei));
  records = {
    uebernahme,
    beratung,
    person,
    konto: actor.kontoId,
    traeger: own.traegerId,
    standort: own.standortId,
    rolle: String(rolle?.["id"]),
    ags: own.ags[0],
    bericht,
    stelle: post,
    besetzung: await besetzung(koordination, post),
  };
  room = await openRoom(routes);
}, 60_000);
afterAll(() => room.stop());

/** Which record stands at `:id`, by the beginning of the address. */
const KINDS: Ids = {
  "/beratungen/": "beratung",
  "/berichte/": "bericht",
  "/personen/": "person",
  "/stellen/": "stelle",
  "/uebernahmen/": "uebernahme",
  "/verwaltung/traeger/": "traeger",
  "/verwaltung/standorte/": "standort",
  "/verwaltung/mitarbeitende/": "konto",
};

function addressOf(route: Route, ids: Ids): string {
  return route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const kind = name === "id" ? KINDS[Object.keys(KINDS).find((start) => route.path.startsWith(start)) ?? ""] : name;
    const id = name === "kapitel" ? "erste-schritte" : ids[kind ?? ""];
    if (id === undefined) throw new Error(`Der Test kennt „:${name}“ in ${route.path} nicht.`);
    return id;
  });
}

const call = (actor: Actor, route: Route, ids: Ids): Promise<Answer> => {
  const client = room.as(actor);
  const address = addressOf(route, ids);
  return route.method === "GET" ? client.get(address) : client.post(address, { _version: "1" });
};

const nameOf = (route: Route) => `${route.method} ${route.path}`;

describe("each role", () => {
  for (const [code, rolle] of Object.entries(ROLLEN)) {
    test(`${rolle.name}: 403 on every route without its permission, and on no other`, async () => {
      const actor = actorOf({ ...own.konto.actor, kontoId: own.konto.actor.kontoId }, [code]);
      for (const route of guarded) {
        const { status } = await call(actor, route, records);
        const may = rolle.rechte.some((r) => r === route.permission);
        expect(status === 403, `${nameOf(route)} answered ${status}`).toBe(!may);
        expect(status, nameOf(route)).toBeLessThan(500);
      }
    });
  }

  test("nobody signed in: every guarded route leads to signing in", async () => {
    for (const route of guarded) {
      const address = new URL(addressOf(route, records), room.url);
      const init = route.method === "GET" ? {} : { method: "POST", headers: { Origin: room.url } };
      const answer = await fetch(address, { ...init, redirect: "manual" });
      expect(answer.status, nameOf(route)).toBe(303);
      expect(answer.headers.get("Location"), nameOf(route)).toMatch(/^\/unbekannt\?/);
    }
  });
});

/** What differs from one showing of the same page to the next, or quotes what was asked for. */
const comparable = (answer: Answer, ids: Ids) => ({
  status: answer.status,
  location: answer.location,
  html: Object.values(ids).reduce(
    (html, id) => html.replaceAll(id, "ID"),
    answer.html.replaceAll(/value="[0-9a-f-]{36}"/g, ""),
  ),
});

const nowhere = (): Ids => ({
  ...Object.fromEntries(Object.keys(records).map((k) => [k, randomUUID()])),
  ags: "05382999",
});

describe("records of others", () => {
  const client = ["/beratungen/", "/personen/", "/uebernahmen/"];

  test("foreign and non-existing client records answer alike, on every route", async () => {
    for (const route of withRecord.filter((r) => client.some((c) => r.path.startsWith(c)))) {
      for (const [who, actor] of strangers) {
        const missing = nowhere();
        const foreign = comparable(await call(actor, route, records), records);
        expect(foreign.status, `${nameOf(route)} for ${who}`).toBe(404);
        expect(foreign, `${nameOf(route)} for ${who}`).toEqual(comparable(await call(actor, route, missing), missing));
      }
    }
  });

  test("nor does administration of the Kreis open a client record", async () => {
    const rollen = ["administration", "cm_lokal"];
    const both = actorOf(
      { ...own.konto.actor, kontoId: strangers.get("Kollegin desselben Trägers")?.kontoId ?? "" },
      rollen,
    );
    for (const route of withRecord.filter((r) => client.some((c) => r.path.startsWith(c)))) {
      expect((await call(both, route, records)).status, nameOf(route)).toBe(404);
    }
  });

  test("accounts, sites and employers: another Träger's and another Kreis' answer like none", async () => {
    const elsewhere = strangers.get("anderer Träger") ?? own.konto.actor;
    const otherKreis = strangers.get("anderer Kreis") ?? own.konto.actor;
    const cases = [actorOf(elsewhere, ["traeger_leitung"]), actorOf(otherKreis, ["administration"])];
    for (const actor of cases) {
      for (const route of withRecord.filter(
        (r) => r.path.startsWith("/verwaltung/") && actor.rechte.has(r.permission),
      )) {
        const missing = nowhere();
        const foreign = comparable(await call(actor, route, records), records);
        expect(foreign, nameOf(route)).toEqual(comparable(await call(actor, route, missing), missing));
        expect(foreign.status, nameOf(route)).toBe(404);
      }
    }
  });

  test("all these attempts changed nothing of the record", async () => {
    const rows = await db.admin("select version, zurueckgezogen from kim.beratung where id = $1", [
      records["beratung"],
    ]);
    expect(rows).toEqual([{ version: 1, zurueckgezogen: false }]);
  });

  test("it is the wall in the database that holds: without it a colleague sees the record", async () => {
    const colleague = strangers.get("Kollegin desselben Trägers") ?? own.konto.actor;
    const show = withRecord.find((r) => nameOf(r) === "GET /beratungen/:id");
    if (show === undefined) throw new Error("no such page");
    for (const table of ["beratung", "beratung_thema", "beratung_person", "person"]) {
      await db.admin(`drop policy innere_wand on kim.${table}`);
    }
    expect((await call(colleague, show, records)).status).toBe(200);
  });
});
