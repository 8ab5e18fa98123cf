import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { typed, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import { entwurfszeile } from "../model/entwurfszeile.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { client, stelle } = useOwnRoom(routes);
beforeEach(() => db.admin("truncate kim.beratung, kim.idempotenz, kim.entwurf cascade"));

const NEW = "/beratungen/neu";
const KEEP = "/entwurf/beratung";
const ALL = `${KEEP}/verwerfen`;

/** A form that was opened anew, typed into and left; the id of its draft. */
async function begin(more: Parameters<typeof typed>[1]): Promise<string> {
  const id = randomUUID();
  expect((await client().post(KEEP, valuesOf({ ...typed(stelle(), more), _entwurf: id }))).status).toBe(204);
  return id;
}
const open = async () =>
  (await db.admin("select id from kim.entwurf where verworfen is null order by id")).map((row) => row["id"]);
/** The page without what only parts words on the screen. */
const page = async () => {
  const empty = (await client().get(NEW)).location;
  return (await client().get(empty)).html;
};

describe("what was begun", () => {
  test("stands in one line each: when, what about, which language", async () => {
    await begin({ am: tagText(today()), themen: ["wohnen"], sprache: "ar" });
    expect(await page()).toMatch(/<span[^>]*>Weiterschreiben: <\/span>heute \d\d:\d\d, Wohnen, Arabisch<\/a>/);
  });

  test("is one line when there are several, with all of them behind it", async () => {
    for (const thema of ["wohnen", "schule", "arbeit"]) await begin({ themen: [thema] });
    const html = await page();
    expect(html).toContain("<summary>3 angefangene – zeigen</summary>");
    expect(formOf(html.slice(html.lastIndexOf(`action="${ALL}"`) - 40), ALL)["entwurf"]).toHaveLength(3);
  });

  test("all of it is thrown away at once, and taken back together; what was thrown away before stays away", async () => {
    const [gone, a, b] = [await begin({ themen: ["familie"] }), await begin({}), await begin({ themen: ["schule"] })];
    await client().post(ALL, { entwurf: gone });
    const answer = await client().post(ALL, { entwurf: [a, b] });
    expect([answer.location, await open()]).toEqual([`${NEW}?verworfen=beratung.2`, []]);
    expect((await client().post("/entwuerfe/beratung/zurueckholen", {})).location).toBe(NEW);
    expect(await open()).toEqual([a, b].toSorted());
  });
});

describe("given up and begun again in the same sitting", () => {
  test("ten times the same, also a little more of it, is one draft", async () => {
    for (let n = 0; n < 9; n += 1) await begin({ dauer: "" });
    const last = await begin({ dauer: "45", notiz: "Bescheid" });
    expect(await open()).toEqual([last]);
  });

  test("what the new one does not hold stays", async () => {
    const note = await begin({ notiz: "nur hier" });
    const other = await begin({ notiz: "" });
    expect(await open()).toEqual([note, other].toSorted());
  });

  test("on another day it is another one", async () => {
    const old = await begin({});
    await db.admin("update kim.entwurf set geaendert = now() - interval '13 hours'");
    const next = await begin({});
    expect(await open()).toEqual([old, next].toSorted());
  });

  test("a form that was refused again and again is one draft", async () => {
    const fields = valuesOf({ ...typed(stelle(), { dauer: "viel" }), _entwurf: randomUUID() });
    for (let n = 0; n < 3; n += 1) expect((await client().post(NEW, fields)).status).toBe(422);
    expect(await open()).toHaveLength(1);
  });
});

test("a form that was sent empty is refused and leaves nothing begun", async () => {
  const [new_, list] = [await client().get(NEW), await client().get("/beratungen/liste-erfassen")];
  const empty = formOf((await client().get(new_.location)).html, NEW);
  expect((await client().post(NEW, empty)).status).toBe(422);
  expect(
    (await client().post("/beratungen/liste-erfassen", formOf(list.html, "/beratungen/liste-erfassen"))).status,
  ).toBe(422);
  expect(await open()).toEqual([]);
});

test.each([
  ["2026-11-29T13:18:00Z", "2026-11-29", ["Wohnen", "Arabisch"], 0, "heute 14:18, Wohnen, Arabisch"],
  ["2026-11-28T08:12:00Z", "2026-11-28", ["Schule"], 0, "gestern 09:12, Schule"],
  ["2026-11-29T13:18:00Z", "2026-11-27", [], 3, "heute 14:18, für 27.11.2026, 3 Zeilen"],
  ["2026-11-20T23:30:00Z", "2026-11-21", [], 0, "am 21.11.2026, vor 8 Tagen"],
])("%s for %s: %s", (at, am, worte, zeilen, text) => {
  expect(entwurfszeile({ geaendert: new Date(at), am, worte, zeilen }, "2026-11-29")).toBe(text);
});
