import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
let mira: Actor;

const client = () => room().as(mira);

beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ('05382', '05382060', 'Musterstadt')");
});
beforeEach(() => db.admin("truncate kim.person, kim.entwurf cascade"));

const NEW = "/personen/neu";
const create = (fields: Record<string, string>) => client().post(NEW, fields);
/** Sends a form that is answered by the question about similar persons, and goes there. */
const askedFor = async (fields: Record<string, string | string[]>) => {
  const answer = await client().post(NEW, fields);
  expect(answer.location).toMatch(/^\/personen\/neu\?entwurf=/);
  return client().get(answer.location);
};
const created = async (fields: Record<string, string>) => (await create(fields)).location.split("?")[0] ?? "";
const count = async () => Number((await db.admin("select count(*) as n from kim.person"))[0]?.["n"]);

describe("creating", () => {
  test("form, save, record", async () => {
    const form = await client().get(NEW);
    const typed = {
      person_vorname: "Mira",
      person_nachname: "Beispiel",
      person_geburtsdatum: "1985-03-12",
      person_kommune: "05382060",
    };
    const saved = await client().post(NEW, { ...formOf(form.html, NEW), ...typed, person_sprachen: ["uk", "de", ""] });
    expect(saved.status).toBe(303);
    const page = await client().get(saved.location);
    expect(page.html).toContain("Person angelegt.");
    for (const words of ["Mira Beispiel", "12.03.1985", "Musterstadt", "Deutsch, Ukrainisch"])
      expect(page.html).toContain(words);
  });

  test("a refused form keeps everything typed and says what to do", async () => {
    const typed = {
      person_nachname: "Muster & Söhne",
      person_geburtsdatum: "1850-01-01",
      person_sprachen: ["ti", "am", ""],
    };
    const answer = await client().post(NEW, typed);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("Prüfen Sie das Geburtsjahr");
    expect(formOf(answer.html, NEW)).toMatchObject({
      ...typed,
      person_nachname: ["Muster & Söhne"],
      person_geburtsdatum: ["1850-01-01"],
    });
    expect(await count()).toBe(0);
  });

  test("clicking again and again records one person, and nobody is asked whether it is the same", async () => {
    const fields = { _schluessel: crypto.randomUUID(), person_vorname: "Karl", person_nachname: "Probe" };
    const clicks = await Promise.all(Array.from({ length: 5 }, () => client().post(NEW, fields)));
    const answers = [...clicks, await client().post(NEW, fields)].map((answer) => answer.location);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("getan=angelegt");
    expect(await count()).toBe(1);
  });
});

describe("the question about similar persons", () => {
  test("asks once, with the reason, and keeps everything typed", async () => {
    const there = await created({ person_vorname: "Mira", person_nachname: "Beispiel" });
    const asked = await askedFor({
      person_vorname: "Myra",
      person_nachname: "Beispiehl",
      person_geburtsdatum: "1985-03-12",
    });
    expect(asked.html).toContain("Ist es diese Person?");
    expect(asked.html).toContain(`href="${there}"`);
    expect(await count()).toBe(1);
    const form = formOf(asked.html, NEW);
    expect(form).toMatchObject({
      person_vorname: ["Myra"],
      person_geburtsdatum: ["12.03.1985"],
      person_gesehen: [there.split("/")[2]],
    });
    const saved = await client().post(NEW, form);
    expect(saved.location).toMatch(/^\/personen\/[0-9a-f-]{36}\?getan=angelegt$/);
    expect(await count()).toBe(2);
    expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
  });

  test("asks again when another similar person comes into question", async () => {
    await created({ person_vorname: "Mira", person_nachname: "Beispiel" });
    await created({ person_vorname: "Karl", person_nachname: "Probe" });
    const form = formOf((await askedFor({ person_vorname: "Mira", person_nachname: "Beispiel" })).html, NEW);
    const other = await askedFor({ ...form, person_vorname: "Karl", person_nachname: "Probe" });
    expect(other.html).toContain("Ist es diese Person?");
    expect(await count()).toBe(2);
  });

  test("what was seen is not forgotten when a rule refuses in between", async () => {
    await created({ person_vorname: "Mira", person_nachname: "Beispiel" });
    const form = formOf((await askedFor({ person_vorname: "Mira", person_nachname: "Beispiel" })).html, NEW);
    const refused = await client().post(NEW, { ...form, person_geburtsdatum: "2999-01-01" });
    expect(refused.status).toBe(422);
    expect((await client().post(NEW, { ...formOf(refused.html, NEW), person_geburtsdatum: "" })).status).toBe(303);
  });

  test("does not ask for persons of others", async () => {
    const jo = (await testKonto({ kreis: "05382", traegerId: mira.traegerId, rollen: ["cm_lokal"] })).actor;
    await created({ person_vorname: "Mira", person_nachname: "Beispiel" });
    const answer = await room().as(jo).post(NEW, { person_vorname: "Mira", person_nachname: "Beispiel" });
    expect(answer.status).toBe(303);
  });
});

describe("editing", () => {
  test("form is filled, save, flash", async () => {
    const here = await created({ person_vorname: "Mira", person_nachname: "Beispiel", person_altersgruppe: "27-44" });
    const action = `${here}/bearbeiten`;
    const form = formOf((await client().get(action)).html, action);
    expect(form).toMatchObject({ person_vorname: ["Mira"], person_altersgruppe: ["27-44"], _version: ["1"] });
    const saved = await client().post(action, { ...form, person_nachname: ["Neubeispiel"] });
    expect(saved.location).toBe(`${here}?getan=geaendert`);
    expect((await client().get(saved.location)).html).toContain("Mira Neubeispiel");
  });

  test("somebody who saves an old version sees both and may then decide", async () => {
    const here = await created({ person_vorname: "Mira", person_nachname: "Beispiel" });
    const action = `${here}/bearbeiten`;
    const [one, two] = [
      formOf((await client().get(action)).html, action),
      formOf((await client().get(action)).html, action),
    ];
    await client().post(action, { ...one, rufname: ["Mirli"] });
    const conflict = await client().post(action, { ...two, person_nachname: ["Anders"] });
    expect(conflict.status).toBe(409);
    for (const words of ["Jetzt gespeichert", "Mirli", "Anders"]) expect(conflict.html).toContain(words);
    const again = formOf(conflict.html, action);
    // What was only left follows the other person; otherwise saving again would undo her change unseen.
    expect(again).toMatchObject({ _version: ["2"], person_nachname: ["Anders"], rufname: ["Mirli"] });
    expect((await client().post(action, again)).status).toBe(303);
    expect(formOf((await client().get(action)).html, action)).toMatchObject({ rufname: ["Mirli"] });
  });

  test("a form without version overwrites nothing", async () => {
    const here = await created({ person_vorname: "Mira" });
    expect((await client().post(`${here}/bearbeiten`, { person_vorname: "Blind" })).status).toBe(409);
  });
});

describe("list", () => {
  test("empty, with persons, and search", async () => {
    expect((await client().get("/personen")).html).toContain("Hier stehen die Personen, die Sie beraten");
    await created({ person_vorname: "Олена", person_nachname: "Мустерченко" });
    await created({ person_vorname: "Karl", person_nachname: "Probe" });
    expect((await client().get("/personen")).html).toMatch(/Karl Probe|Олена Мустерченко/);
    const found = await client().post("/personen", { suche: "Olena Mustertschenko" });
    expect(found.html).toContain("Олена Мустерченко");
    expect(found.html).toContain("andere Schrift");
    expect(found.html).not.toContain("Karl Probe");
    expect((await client().post("/personen", { suche: "Xaver" })).html).toContain("Niemand in den Akten");
  });

  test("finds a birth in any spelling or by its year, and says what is no date", async () => {
    await created({ person_vorname: "Jo", person_nachname: "Muster", person_geburtsdatum: "1.1.92" });
    for (const suche of ["1.1.92", "01/01/1992", "1992-01-01", "1992", "Muster 1992"]) {
      expect((await client().post("/personen", { suche })).html, suche).toContain("1 Person zu");
    }
    expect((await client().post("/personen", { suche: "1993" })).html).toContain("0 Personen zu");
    const wrong = await client().post("/personen", { suche: "Muster 31.02.92" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Den 31.02.1992 gibt es nicht.");
    expect(wrong.html).toContain('value="Muster 31.02.92"');
  });

  test("what is typed is text, never markup", async () => {
    const name = '<img src=x onerror="1">';
    const here = await created({ person_vorname: name });
    for (const path of ["/personen", here, `${here}/bearbeiten`]) {
      expect((await client().get(path)).html, path).not.toContain("<img src=x");
    }
    expect((await client().post("/personen", { suche: name })).html).not.toContain("<img src=x");
  });

  test("a bookmarked place that makes no sense shows the beginning", async () => {
    await created({ person_vorname: "Karl" });
    for (const place of ["x", "2026-13-45_00000000-0000-0000-0000-000000000000"]) {
      expect((await client().get(`/personen?aeltere=${place}`)).html).toContain("Karl");
    }
  });

  test("pages of fifty", async () => {
    await db.admin(
      `insert into kim.person (kreis, traeger_id, konto_id, name, erfasst_am)
       select '05382', $1, $2, '\\x00', date '2026-01-01' + n from generate_series(1, 60) n`,
      [mira.traegerId, mira.kontoId],
    );
    const first = await client().get("/personen");
    const older = /href="(\/personen\?aeltere=[^"]+)"/.exec(first.html)?.[1] ?? "";
    const second = await client().get(older);
    expect([first.html, second.html].map((html) => html.match(/gelöschte Person/g)?.length)).toEqual([50, 10]);
    const newer = /href="(\/personen\?neuere=[^"]+)"/.exec(second.html)?.[1] ?? "";
    expect((await client().get(newer)).html.match(/gelöschte Person/g)).toHaveLength(50);
  });
});
