import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { fieldsOf as sentFields } from "../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../tests/support/own-room.ts";
import { smallRoom } from "../../tests/support/small-room.tsx";

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

  test("speaks from the version it was begun on: what was saved meanwhile is told and kept", async () => {
    await keep({ ...(await shown()), name: "Halb" });
    await db.admin("update kim.standort set ags = '05382028', version = 2 where id = $1", [own().standortId]);
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", ags: "05382060", _version: "1" });
    const conflict = await client().post(path, resumed);
    expect(conflict.status).toBe(409);
    expect(formFields(conflict.html)).toMatchObject({ name: "Halb", ags: "05382028", _version: "2" });
  });

  test("one of before that does not know its version is told the record as it is", async () => {
    const typed = await shown();
    await keep({ _entwurf: typed["_entwurf"] ?? "", name: "Halb", ags: "05382060" });
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", _version: "0" });
    expect((await client().post(path, resumed)).status).toBe(409);
  });

  test("sent to a locked session, the form is continued on its record", async () => {
    const typed: Record<string, string> = { ...(await shown()), name: "Gesperrt" };
    room().lock(own().konto.actor, true);
    const { location } = await client().post(path, typed);
    room().lock(own().konto.actor, false);
    const resume = new URL(location, room().url).searchParams.get("weiter") ?? "";
    expect(resume).toBe(`${path}?entwurf=${typed["_entwurf"] ?? ""}`);
    expect(await shown(resume)).toMatchObject({ name: "Gesperrt", _version: "1" });
  });
});
