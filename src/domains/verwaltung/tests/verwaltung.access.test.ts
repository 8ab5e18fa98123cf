import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { PUBLIC } from "../../../platform/access.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { ROLLEN, actorOf, kontoNames, type Rolle } from "../../zugang/index.ts";
import { createStandort } from "../index.ts";
import { routes } from "../pages/index.ts";
import { kontoRows } from "../queries/konten.ts";
import { standortRows } from "../queries/verzeichnisse.ts";

const db = testDatabase();
const KREIS = "05382";
const M = "/verwaltung/mitarbeitende";
let room: Room;
let traegerId: string;
let admin: Actor;
let leitung: Actor;
let cm: Actor;
/** Somebody and some place of another Träger in the same Kreis, and of another Kreis. */
let foreign: { konto: string; standort: string; traeger: string; kommune: string };
let abroad: typeof foreign;

const konto = async (kreis: string, rolle: Rolle, traeger?: string) =>
  (await testKonto({ kreis, rollen: [rolle], ...(traeger === undefined ? {} : { traegerId: traeger }) })).actor;

async function elsewhere(kreis: string, ags: string) {
  const somebody = await konto(kreis, "cm_lokal");
  const actor = systemActor(kreis);
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, $2, 'Musterstadt')", [kreis, ags]);
  const standort = await writeAs(actor, (tx) =>
    createStandort(tx, actor, { traegerId: somebody.traegerId, ags, name: "Beratungshaus" }),
  );
  return { konto: somebody.kontoId, standort, traeger: somebody.traegerId, kommune: ags };
}

beforeAll(async () => {
  traegerId = await testTraeger(KREIS);
  admin = await konto(KREIS, "administration", traegerId);
  leitung = await konto(KREIS, "traeger_leitung", traegerId);
  cm = await konto(KREIS, "cm_lokal", traegerId);
  foreign = await elsewhere(KREIS, "05382060");
  abroad = await elsewhere("05315", "05315000");
  room = await openRoom(routes);
});
afterAll(() => room.stop());

/** Every address of the room with something in place of its parameters. */
const addresses = (id: string) =>
  routes
    .filter((route) => route.permission !== PUBLIC)
    .map((route) => ({ ...route, path: route.path.replace(":ags", "05382060").replaceAll(/:(id|rolle)/g, id) }));

describe("permissions", () => {
  test.each(Object.keys(ROLLEN))("%s opens exactly the pages of its permissions", async (code) => {
    const actor = actorOf({ kreis: KREIS, traegerId, kontoId: randomUUID() }, [code]);
    const client = room.as(actor);
    for (const route of addresses(randomUUID())) {
      const { status } = await (route.method === "GET" ? client.get(route.path) : client.post(route.path, {}));
      const may = actor.rechte.has(route.permission);
      expect(status === 403, `${code}: ${route.method} ${route.path} → ${status}`).toBe(!may);
    }
  });

  test("nobody signed out gets in", async () => {
    for (const route of addresses(randomUUID())) {
      const answer = await fetch(room.url + route.path, {
        method: route.method,
        redirect: "manual",
        headers: { Origin: room.url },
      });
      expect([answer.status, answer.headers.get("Location")?.split("?")[0]], route.path).toEqual([303, "/unbekannt"]);
    }
  });
});

describe("foreign and missing answer alike", () => {
  const pages = (id: string) => [
    `${M}/${id}`,
    `${M}/${id}/bearbeiten`,
    `${M}/${id}/rollen/neu`,
    `${M}/${id}/rollen/${id}/beenden`,
    `${M}/${id}/deaktivieren`,
    `${M}/${id}/neuer-link`,
    `/verwaltung/standorte/${id}`,
  ];
  const changes = (id: string): [string, Record<string, string>][] => [
    [`${M}/${id}/bearbeiten`, { name: "Fremd", email: `${id}@beispiel.example`, _version: "1" }],
    [`${M}/${id}/rollen`, { rolle: "cm_mukis", von: "2026-01-01" }],
    [`${M}/${id}/rollen/${id}/beenden`, { bis: "2026-01-01" }],
    [`${M}/${id}/deaktivieren`, {}],
    [`${M}/${id}/neuer-link`, {}],
    [`/verwaltung/standorte/${id}`, { ags: "05382060", name: "Fremd", aktiv: "ja", _version: "1" }],
  ];

  async function seen(actor: Actor, id: string) {
    const client = room.as(actor);
    const answers = [];
    for (const path of pages(id)) answers.push(await client.get(path));
    for (const [path, fields] of changes(id)) answers.push(await client.post(path, fields));
    return answers.map(({ status, html }) => ({ status, html: html.replaceAll(id, "ID") }));
  }

  test("for the head of a Träger: somebody and some place of another Träger or Kreis", async () => {
    const missing = await seen(leitung, randomUUID());
    expect(new Set(missing.map((answer) => answer.status))).toEqual(new Set([404]));
    for (const id of [foreign.konto, foreign.standort, abroad.konto, abroad.standort, "keine-kennung"])
      expect(await seen(leitung, id), id).toEqual(missing);
  });

  test("for the administration: everything of another Kreis", async () => {
    const missing = await seen(admin, randomUUID());
    for (const id of [abroad.konto, abroad.standort]) expect(await seen(admin, id)).toEqual(missing);
    const paths = [`/verwaltung/traeger/${abroad.traeger}`, `/verwaltung/traeger/${randomUUID()}`];
    const kommunen = [`/verwaltung/kommunen/${abroad.kommune}`, "/verwaltung/kommunen/99999999"];
    for (const path of [...paths, ...kommunen]) expect((await room.as(admin).get(path)).status, path).toBe(404);
  });

  test("nothing of it was changed", async () => {
    const rows = await db.admin(
      "select k.version, k.status, (select count(*)::int from kim.rolle r where r.konto_id = k.id) as rollen from kim.konto k where k.id = any($1)",
      [[foreign.konto, abroad.konto]],
    );
    expect(rows).toEqual([
      { version: 1, status: "aktiv", rollen: 1 },
      { version: 1, status: "aktiv", rollen: 1 },
    ]);
  });
});

describe("the head of a Träger", () => {
  test("sees and lists only what is its own, also when the address asks for more", async () => {
    const names = await readAs(leitung, async (tx) => ({
      konten: (await kontoRows(tx, leitung, {})).map((row) => row.id),
      orte: await standortRows(tx),
      foreign: (await kontoNames(tx, KREIS, [foreign.konto])).size,
    }));
    expect(names.konten.toSorted()).toEqual([admin.kontoId, leitung.kontoId, cm.kontoId].toSorted());
    expect(names).toMatchObject({ orte: [], foreign: 0 });
    const { html } = await room.as(leitung).get(`${M}?traeger=${foreign.traeger}`);
    expect(html).toContain("0 Zugänge");
  });

  test("cannot add people or places to another Träger", async () => {
    const person = { name: "Jo Muster", email: "jo@beispiel.example", rolle: "cm_lokal", von: "2026-01-01" };
    const client = room.as(leitung);
    expect((await client.post(M, { ...person, traeger: foreign.traeger })).status).toBe(404);
    const standort = { traegerId: foreign.traeger, ags: "05382060", name: "Haus" };
    expect((await client.post("/verwaltung/standorte", standort)).status).toBe(404);
  });

  test("cannot give a role of the administration, to nobody, in no way", async () => {
    const client = room.as(leitung);
    const rolle = { rolle: "administration", von: "2026-01-01" };
    const person = { name: "Jo Muster", email: "jo@beispiel.example", traeger: traegerId };
    for (const [path, fields] of [
      [M, { ...person, ...rolle }],
      [`${M}/${cm.kontoId}/rollen`, rolle],
      [`${M}/${leitung.kontoId}/rollen`, rolle],
    ] as const) {
      const { status, html } = await client.post(path, fields);
      expect(status, path).toBe(422);
      expect(html).toMatch(/Diese Rolle können/);
    }
    expect((await client.get(`${M}/neu`)).html).not.toContain('value="administration"');
    expect(
      await db.admin("select 1 from kim.rolle where rolle = 'administration' and konto_id <> $1", [admin.kontoId]),
    ).toEqual([]);
  });

  test("sees the administrator among its own people, and cannot take the account over", async () => {
    const client = room.as(leitung);
    const self = `${M}/${admin.kontoId}`;
    expect((await client.get(self)).html).toContain("Ändern kann ihn nur die Administration");
    for (const page of ["bearbeiten", "neuer-link", "deaktivieren", "rollen/neu"])
      expect(await client.get(`${self}/${page}`), page).toMatchObject({ status: 303, location: self });
    const before = await db.admin("select version, status, email_hash from kim.konto where id = $1", [admin.kontoId]);
    await client.post(`${self}/bearbeiten`, { name: "X", email: "x@beispiel.example", _version: "1" });
    await client.post(`${self}/neuer-link`, {});
    await client.post(`${self}/deaktivieren`, {});
    await client.post(`${self}/rollen`, { rolle: "cm_lokal", von: "2026-01-01" });
    const after = await db.admin("select version, status, email_hash from kim.konto where id = $1", [admin.kontoId]);
    expect(after).toEqual(before);
    expect(await db.admin("select 1 from kim.einladung where konto_id = $1", [admin.kontoId])).toEqual([]);
  });
});

test("the walls hold by themselves: with the doors of a colleague no role, link or account of another Träger is in sight", async () => {
  for (const actor of [cm, leitung]) {
    const rows = await readAs(actor, async (tx) => [
      ...(await tx.selectFrom("kim.rolle").select("konto_id").where("konto_id", "=", foreign.konto).execute()),
      ...(await tx.selectFrom("kim.konto").select("id").where("id", "=", foreign.konto).execute()),
      ...(await tx.selectFrom("kim.standort").select("id").where("id", "=", foreign.standort).execute()),
    ]);
    expect(rows).toEqual([]);
    const grab = writeAs(actor, (tx) =>
      tx
        .insertInto("kim.rolle")
        .values({
          kreis: KREIS,
          traeger_id: foreign.traeger,
          konto_id: foreign.konto,
          rolle: "cm_lokal",
          von: "2026-01-01",
        })
        .execute(),
    );
    await expect(grab).rejects.toMatchObject({ code: "42501" });
  }
});
