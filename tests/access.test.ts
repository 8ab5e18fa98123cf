import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLLEN, actorOf, opensFiles } from "../src/domains/zugang/index.ts";
import { PUBLIC, type Route } from "../src/platform/access.ts";
import type { Actor } from "../src/platform/actor.ts";
import { routes } from "../src/routes.ts";
import { type Bestand, bestand, bestandDatabase } from "./journeys/bestand.ts";
import { AKTEN, artOf } from "./journeys/proben.ts";
import { type Beratungsstelle, beratungsstelle } from "./support/beratungsstelle.ts";
import { testKonto } from "./support/konten.ts";
import { type Answer, type Room, openRoom } from "./support/room.ts";

/**
 * The whole matrix, made from the site map itself: every route × every role × whose record. A route that this test does
 * not know how to call fails it.
 */
const db = bestandDatabase();
const guarded = routes.filter((r) => r.permission !== PUBLIC);
const withRecord = guarded.filter((r) => r.path.includes(":") && r.path !== "/hilfe/:kapitel");

type Ids = Readonly<Record<string, string>>;

let room: Room;
let b: Bestand;
let own: Beratungsstelle;
/** A record of each kind that `own` and its Träger hold. */
let records: Ids;
const strangers = new Map<string, Actor>();

beforeAll(async () => {
  b = await bestand(db);
  own = b.stelle;
  records = b.ids;
  const elsewhere = await beratungsstelle("05382", ["cm_lokal", "cm_mukis"]);
  const otherKreis = await beratungsstelle("05315", ["cm_lokal", "cm_mukis"]);
  const colleague = await testKonto({ kreis: own.kreis, traegerId: own.traegerId, rollen: ["cm_lokal", "cm_mukis"] });
  strangers.set("Kollegin desselben Trägers", colleague.actor);
  strangers.set("anderer Träger", elsewhere.konto.actor);
  strangers.set("anderer Kreis", otherKreis.konto.actor);
  room = await openRoom(routes);
});
afterAll(async () => {
  await room.stop();
  await b.server.stop();
});

function addressOf(route: Route, ids: Ids): string {
  return route.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = ids[(name === "id" ? artOf(route.path) : name) ?? ""];
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
  test("foreign and non-existing client records answer alike, on every route", async () => {
    for (const route of withRecord.filter((r) => AKTEN.some((c) => r.path.startsWith(c)))) {
      for (const [who, actor] of strangers) {
        const missing = nowhere();
        const foreign = comparable(await call(actor, route, records), records);
        expect(foreign.status, `${nameOf(route)} for ${who}`).toBe(404);
        expect(foreign, `${nameOf(route)} for ${who}`).toEqual(comparable(await call(actor, route, missing), missing));
      }
    }
  });

  test("nor does administration of the Kreis open a client record", async () => {
    const rollen = ["administration", "cm_lokal", "cm_mukis"];
    const both = actorOf(
      { ...own.konto.actor, kontoId: strangers.get("Kollegin desselben Trägers")?.kontoId ?? "" },
      rollen,
    );
    for (const route of withRecord.filter((r) => AKTEN.some((c) => r.path.startsWith(c)))) {
      expect((await call(both, route, records)).status, nameOf(route)).toBe(404);
    }
  });

  test("whoever's files are closed is told so on every page behind which they lie, and sees no client on any other", async () => {
    const closed = actorOf(own.konto.actor, Object.keys(ROLLEN), { konten: [], namentlich: [] });
    for (const route of guarded) {
      const answer = await call(closed, route, records);
      expect(answer.html, nameOf(route)).not.toContain("Musterhausen");
      if (!opensFiles(route.permission)) {
        expect(answer.status, nameOf(route)).toBeLessThan(500);
        continue;
      }
      // What is half typed is refused where it is kept; its page says so.
      const draft = route.path.startsWith("/entwurf/");
      expect(answer.status, nameOf(route)).toBe(draft ? 422 : route.method === "GET" ? 200 : 409);
      if (!draft) expect(answer.html, nameOf(route)).toContain("Ihre Akten sind noch geschlossen");
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
      records["beratungNeu"],
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
