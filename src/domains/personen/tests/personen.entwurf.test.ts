import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
let mira: Actor;

const client = () => room().as(mira);

beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
});
beforeEach(() => db.admin("truncate kim.person, kim.entwurf cascade"));

const NEW = "/personen/neu";
const created = async (fields: Record<string, string>) =>
  (await client().post(NEW, fields)).location.split("?")[0] ?? "";

describe("a form that is half typed", () => {
  /** Types into the form of a page and leaves it; returns where it is continued. */
  async function leave(page: string, fields: Record<string, string | string[]>): Promise<string> {
    const { html } = await client().get(page);
    const sent = { ...formOf(html, page), ...fields };
    expect((await client().post(/data-entwurf="([^"]+)"/.exec(html)?.[1] ?? "", sent)).status).toBe(204);
    return `${page}?entwurf=${sent["_entwurf"]?.[0] ?? ""}`;
  }

  test("loses nothing of a new person", async () => {
    const next = await leave(NEW, { person_vorname: "Mira", person_sprachen: ["uk", "", ""] });
    const again = formOf((await client().get(next)).html, NEW);
    expect(again).toMatchObject({ person_vorname: ["Mira"], person_sprachen: ["uk", "", ""] });
    expect((await client().post(NEW, again)).status).toBe(303);
    expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
  });

  test("loses nothing of a change, and still knows which version it was about", async () => {
    const here = await created({ person_vorname: "Mira", person_nachname: "Beispiel" });
    const action = `${here}/bearbeiten`;
    const next = await leave(action, { person_nachname: "Anders" });
    const resumed = await client().get(next);
    expect(resumed.html).toContain("noch nicht gespeichert");
    const again = formOf(resumed.html, action);
    expect(again).toMatchObject({ person_nachname: ["Anders"], _version: ["1"] });
    await db.admin("update kim.person set version = 2");
    expect((await client().post(action, again)).status).toBe(409);
    await db.admin("update kim.person set version = 1");
    expect((await client().post(action, { ...again, _schluessel: crypto.randomUUID() })).status).toBe(303);
    expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
  });

  test("a change that was begun can be let go: the form is that of the record again", async () => {
    const action = `${await created({ person_vorname: "Mira" })}/bearbeiten`;
    const keep = `/entwurf/person-aendern${action.replace("/personen", "").replace("/bearbeiten", "")}`;
    const form = formOf((await client().get(action)).html, action);
    await client().post(keep, { ...form, person_vorname: "Halb getippt" });
    const begun = (await client().get(action)).html;
    expect(formOf(begun, action)).toMatchObject({ person_vorname: ["Halb getippt"] });
    const discarded = await client().post(`${keep}/verwerfen`, formOf(begun, `${keep}/verwerfen`));
    expect(discarded.location).toBe(`${action}?verworfen=person-aendern.1`);
    const fresh = (await client().get(action)).html;
    expect(formOf(fresh, action)).toMatchObject({ person_vorname: ["Mira"] });
    expect(fresh).not.toContain("verwerfen");
    const back = await client().post("/entwuerfe/person-aendern/zurueckholen", {});
    expect(formOf((await client().get(back.location)).html, action)).toMatchObject({
      person_vorname: ["Halb getippt"],
    });
  });

  test("a draft of another form, another person or nobody fills nothing in", async () => {
    const [a, b] = [await created({ person_vorname: "Mira" }), await created({ person_vorname: "Karl" })];
    const next = await leave(`${a}/bearbeiten`, { person_vorname: "Fremdtext" });
    const draft = next.split("?")[1];
    for (const path of [`${b}/bearbeiten?${draft}`, `${NEW}?${draft}`]) {
      expect((await client().get(path)).html, path).not.toContain("Fremdtext");
    }
    const nobody = `entwurf=${crypto.randomUUID()}`;
    for (const path of [`${b}/bearbeiten?${nobody}`, `${NEW}?${nobody}`]) {
      expect((await client().get(path)).status, path).toBe(200);
    }
  });
});
