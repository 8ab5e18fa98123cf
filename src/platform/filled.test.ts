import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { fieldsOf as sentFields } from "../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../tests/support/own-room.ts";
import { smallRoom } from "../../tests/support/small-room.tsx";
import { actorOf } from "../domains/zugang/index.ts";
import { MAX_DRAFTS } from "./drafts.ts";

const db = testDatabase();
const { client, room, stelle: own } = useOwnRoom(smallRoom);
let path: string;

beforeAll(async () => {
  path = `/proben/${own().standortId}`;
});
beforeEach(async () => {
  await db.admin("update kim.standort set name = 'Alt', ags = '05382060', version = 1 where id = $1", [
    own().standortId,
  ]);
  await db.admin("delete from kim.entwurf");
  await db.admin("delete from kim.idempotenz");
});

/** What the form of a page would send. */
const formFields = (html: string): Record<string, string> => Object.fromEntries(sentFields(html, path));
const shown = async (at = path) =>
  Object.fromEntries(sentFields((await client().get(at)).html, at.split("?")[0] ?? ""));

describe("a draft of a record", () => {
  const keep = (fields: Readonly<Record<string, string>>, at = own().standortId) =>
    client().post(`/entwurf/probe/${at}`, fields);

  test("is there again on the page of its record, and on no other", async () => {
    const typed: Record<string, string> = { ...(await shown()), name: "Halb" };
    expect((await keep(typed)).status).toBe(204);
    expect(await shown()).toMatchObject({ name: "Halb", _entwurf: typed["_entwurf"], _version: "1" });
    expect(await shown(`${path}?entwurf=${randomUUID()}`)).toMatchObject({ name: "Alt" });
    expect(await shown(`/proben/${own().zweiterStandortId}?entwurf=${typed["_entwurf"] ?? ""}`)).toMatchObject({
      name: "Lohmar, Familienzentrum",
    });
    expect((await keep(typed, "keine")).status).toBe(204);
  });

  test("is gone when its record is saved", async () => {
    const typed: Record<string, string> = { ...(await shown()), name: "Halb" };
    await keep(typed);
    await client().post(path, { ...(await shown()), name: "Ganz" });
    expect(await shown()).toMatchObject({ name: "Ganz", _version: "2" });
  });

  const change = (ags: string, name = "Alt") =>
    db.admin("update kim.standort set name = $3, ags = $2, version = version + 1 where id = $1", [
      own().standortId,
      ags,
      name,
    ]);

  test("older than its record: what it left alone shows what is stored now, and it is saved at once", async () => {
    await keep({ ...(await shown()), name: "Halb" });
    await change("05382028");
    expect((await client().get(path)).html).toContain("Seitdem wurde der Eintrag geändert.");
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", ags: "05382028", _version: "2" });
    expect((await client().post(path, resumed)).status).toBe(303);
    expect(await shown()).toMatchObject({ name: "Halb", ags: "05382028", _version: "3" });
  });

  test("older than its record in a field that it changed as well: told when it is saved, nothing overwritten", async () => {
    await keep({ ...(await shown()), name: "Halb" });
    await change("05382028", "Anders");
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", ags: "05382028", _version: "1" });
    const conflict = await client().post(path, resumed);
    expect([conflict.status, conflict.html.includes("Jemand anderes hat das inzwischen geändert")]).toEqual([
      409,
      true,
    ]);
    expect(formFields(conflict.html)).toMatchObject({ name: "Halb", ags: "05382028", _version: "2" });
  });

  test("what one saved oneself in another tab is not somebody else's", async () => {
    const [mine, other] = [await shown(), await shown()];
    await client().post(path, { ...other, name: "Eins" });
    await client().post(path, { ...(await shown()), name: "Zwei" });
    const own2 = await client().post(path, { ...mine, name: "Drei" });
    expect([own2.status, own2.html.includes("Sie haben das inzwischen an anderer Stelle geändert")]).toEqual([
      409,
      true,
    ]);
    await change("05382028", "Anders");
    const foreign = await client().post(path, { ...mine, _schluessel: randomUUID(), name: "Drei" });
    expect([foreign.status, foreign.html.includes("Jemand anderes hat das")]).toEqual([409, true]);
  });

  test("others of the same record are offered beside the latest", async () => {
    const [first, second] = [await shown(), await shown()];
    await keep({ ...first, name: "Erster" });
    await keep({ ...second, name: "Zweiter" });
    const page = await client().get(path);
    expect(formFields(page.html)).toMatchObject({ name: "Zweiter" });
    expect(page.html).toContain(`${path}?entwurf=${first["_entwurf"] ?? ""}`);
    expect(page.html).not.toContain(`${path}?entwurf=${second["_entwurf"] ?? ""}`);
  });

  test("as many as are kept are kept, one more is refused with a sentence, and those that are there still change", async () => {
    const typed = await shown();
    const ids = Array.from({ length: MAX_DRAFTS }, () => randomUUID());
    for (const id of ids) expect((await keep({ ...typed, name: id, _entwurf: id })).status).toBe(204);
    const more = await keep({ ...typed, _entwurf: randomUUID() });
    expect(more.status).toBe(422);
    expect(more.html).toContain(`schon ${MAX_DRAFTS} Eingaben angefangen`);
    expect((await keep({ ...typed, name: "Weiter", _entwurf: ids[0] ?? "" })).status).toBe(204);
    const [{ n } = { n: 0 }] = await db.admin("select count(*)::int n from kim.entwurf");
    expect(n).toBe(MAX_DRAFTS);
    const list = await client().get("/konto/angefangen");
    expect(ids.every((id) => list.html.includes(id))).toBe(true);
  });

  test("one of before that does not know its version is told the record as it is", async () => {
    const typed = await shown();
    await keep({ _entwurf: typed["_entwurf"] ?? "", name: "Halb", ags: "05382060" });
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", _version: "0" });
    expect((await client().post(path, resumed)).status).toBe(409);
  });

  test("of a locked session, of another account, or where one may not write: nothing is kept", async () => {
    const typed = await shown();
    room().lock(own().konto.actor, true);
    expect((await keep(typed)).status).toBe(303);
    room().lock(own().konto.actor, false);
    expect((await keep({ ...typed, _konto: randomUUID() })).status).toBe(409);
    const reader = actorOf(own().konto.actor, []);
    expect((await room().as(reader).post(`/entwurf/probe/${own().standortId}`, typed)).status).toBe(403);
    expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
  });
});
