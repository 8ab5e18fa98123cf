import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { fieldsOf as sentFields } from "../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../tests/support/own-room.ts";
import { effects, siteOf, smallRoom } from "../../tests/support/small-room.tsx";
import { readAs } from "./db.ts";
import { COOKIE } from "./http/cookie.ts";

const db = testDatabase();
const { client, room, stelle: own } = useOwnRoom(smallRoom);
let path: string;

beforeAll(async () => {
  path = `/proben/${own().standortId}`;
});
beforeEach(async () => {
  effects.n = 0;
  await db.admin("update kim.standort set name = 'Alt', ags = '05382060', version = 1 where id = $1", [
    own().standortId,
  ]);
});

/** What the form of a page would send. */
const formFields = (html: string): Record<string, string> => Object.fromEntries(sentFields(html, path));
const stored = () => readAs(own().konto.actor, (tx) => siteOf(tx, own().standortId));
const shown = async (at = path) =>
  Object.fromEntries(sentFields((await client().get(at)).html, at.split("?")[0] ?? ""));

describe("a change", () => {
  test("saves, leads to its address and says so there; sent again it has no second effect", async () => {
    const sent = { ...(await shown()), name: "Neu" };
    const first = await client().post(path, sent);
    expect(first).toMatchObject({ status: 303, location: `${path}?getan=gespeichert` });
    expect(await client().post(path, sent)).toMatchObject({ status: 303, location: first.location });
    expect(effects.n).toBe(1);
    expect((await client().get(first.location)).html).toContain("Gespeichert.");
  });

  test("many clicks at the same instant: one effect, the same answer, and never a conflict with oneself", async () => {
    const sent = { ...(await shown()), name: "Neu" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => client().post(path, sent)));
    expect(new Set(answers.map((a) => `${a.status} ${a.location}`))).toEqual(
      new Set([`303 ${path}?getan=gespeichert`]),
    );
    expect((await stored())?.version).toBe(2);
  });

  test("what schema or rule refuse is a 422 with everything typed, and nothing was written", async () => {
    const before = await shown();
    const missing = await client().post(path, { ...before, name: "", ags: "05382028" });
    expect(missing.status).toBe(422);
    expect(formFields(missing.html)).toMatchObject({ name: "", ags: "05382028", _version: "1" });
    const refused = await client().post(path, { ...before, name: "Verboten" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("So heißt kein Standort.");
    expect(await stored()).toMatchObject({ name: "Alt", version: 1 });
  });

  test("somebody saved meanwhile: a 409 that keeps their field and mine, and saving again undoes nothing", async () => {
    const mine = { ...(await shown()), name: "Mein Name" };
    await client().post(path, { ...(await shown()), ags: "05382028" });
    const conflict = await client().post(path, mine);
    expect(conflict.status).toBe(409);
    const again = formFields(conflict.html);
    expect(again).toMatchObject({ name: "Mein Name", ags: "05382028", _version: "2" });
    expect((await client().post(path, again)).status).toBe(303);
    expect(await stored()).toMatchObject({ name: "Mein Name", ags: "05382028", version: 3 });
  });

  test("a record that is not there is a 404, as is what has no form of an id", async () => {
    const missing = { name: "Neu", ags: "05382060", _version: "1" };
    expect((await client().post(`/proben/${randomUUID()}`, missing)).status).toBe(404);
    expect((await client().post("/proben/keine", missing)).status).toBe(404);
  });

  test("something asked first has no effect and uses up nothing", async () => {
    const sent = await shown();
    expect(await client().post(path, { ...sent, name: "Frage" })).toMatchObject({ status: 303, location: "/frage" });
    expect((await client().post(path, { ...sent, name: "Neu" })).status).toBe(303);
    expect(effects.n).toBe(1);
  });

  test("what only the first answer shows is kept nowhere", async () => {
    const key = randomUUID();
    const sent = { _schluessel: key };
    expect((await client().post(`${path}/link`, sent)).html).toContain(`nur-jetzt ${path}`);
    expect((await client().post(`${path}/link`, sent)).html).toContain(`vorbei ${path}`);
    const kept = await db.admin("select antwort from kim.idempotenz where schluessel = $1", [key]);
    expect(kept).toEqual([{ antwort: path }]);
  });
});

describe("a change with a file", () => {
  const send = async (content: string, key: string, konto = own().konto.actor.kontoId) => {
    const body = new FormData();
    body.append("_schluessel", key);
    body.append("_konto", konto);
    body.append("datei", new Blob([content]), "L.csv");
    const headers = { Cookie: `${COOKIE}=${own().konto.actor.kontoId}`, Origin: room().url };
    return fetch(`${room().url}/proben`, { method: "POST", body, headers, redirect: "manual" });
  };

  test("once for the same file, refused without one", async () => {
    const key = randomUUID();
    const answers = [await send("a;b", key), await send("a;b", key)];
    expect(answers.map((a) => a.headers.get("Location"))).toEqual(["/proben?datei=L.csv-3", "/proben?datei=L.csv-3"]);
    expect(effects.n).toBe(1);
    expect(await (await send("", key)).text()).toContain("Die Datei ist leer.");
    expect((await send("a;c", key)).status).toBe(422);
  });

  test("not one that was shown to another account, nor one that does not say to whom", async () => {
    for (const konto of [randomUUID(), ""]) expect((await send("a;b", randomUUID(), konto)).status).toBe(409);
    expect(effects.n).toBe(0);
  });
});
