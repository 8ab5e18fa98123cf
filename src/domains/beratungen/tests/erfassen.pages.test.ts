import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { typed, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { writeAs } from "../../../platform/db.ts";
import { saveDraft } from "../../../platform/drafts.ts";
import { first } from "../../../platform/form.ts";
import { submissionOf, writeOnce } from "../../../platform/submission.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const { client, stelle } = useOwnRoom(routes);

beforeEach(() => db.admin("truncate kim.beratung, kim.idempotenz, kim.entwurf cascade"));

const NEW = "/beratungen/neu";
const LISTE = "/beratungen/liste-erfassen";
const ids = async () => (await db.admin("select id from kim.beratung")).map((row) => String(row["id"]));
const sent = (more: Parameters<typeof typed>[1] = {}) =>
  valuesOf({ _schluessel: randomUUID(), ...typed(stelle(), more) });
const liste = (more: Parameters<typeof valuesOf>[0] = {}) => {
  const head = { am: "2026-11-19", ort: `standort:${stelle().standortId}`, kontaktweg: "offene_sprechstunde" };
  const rows = { z1_themen: "1 3", z1_dauer: "20", z2_themen: "e", z2_dauer: "45" };
  return valuesOf({ _schluessel: randomUUID(), ...head, ...rows, ...more });
};

/** What an older version stored as the answer of this sending. */
const stored = (values: Record<string, readonly string[]>, antwort: string) =>
  writeOnce(stelle().konto.actor, submissionOf(values), async () => antwort);

describe("recording", () => {
  test("saves, says so with the way to what was saved, and goes on for the same day", async () => {
    const answer = await client().post(NEW, sent({ am: "2026-11-19" }));
    const [id = ""] = await ids();
    const page = await client().get(answer.location);
    expect(page.html).toContain("Gespeichert. Die nächste ist wieder für den 19.11.2026.");
    expect(page.html).toContain(`href="/beratungen/${id}"`);
    expect(formOf(page.html, NEW)).toMatchObject({ am: ["19.11.2026"] });
  });

  test("a double click sends twice at once: one consultation, and both go on with a new form", async () => {
    const fields = sent();
    const answers = await Promise.all([1, 2, 3].map(() => client().post(NEW, fields)));
    expect(await ids()).toHaveLength(1);
    const forms = answers.map(({ location }) => new URLSearchParams(location.split("?")[1]).get("formular"));
    expect(new Set(forms).size).toBe(3);
    for (const { location } of answers) expect((await client().get(location)).html).toContain("Gespeichert.");
  });

  test("to look at it instead: once as well", async () => {
    const fields = sent();
    const show = () => client().post(`${NEW}?weiter=zeigen`, fields);
    const [one, two] = [await show(), await show()];
    const [id = ""] = await ids();
    expect([one.location, two.location]).toEqual(Array(2).fill(`/beratungen/${id}?getan=gespeichert`));
  });

  test("the page of a form that was saved leads to what was saved; changed and sent again it leads there too", async () => {
    const fields = sent();
    await client().post(NEW, fields);
    const [id = ""] = await ids();
    const [key = ""] = fields["_schluessel"] ?? [];
    expect((await client().get(`${NEW}?formular=${key}`)).location).toBe(`/beratungen/${id}?getan=schon`);
    const again = await client().post(NEW, { ...fields, dauer: ["60"] });
    expect(again.status).toBe(422);
    expect(again.html).toContain(`href="/beratungen/${id}/korrigieren"`);
  });

  test("an answer that an older version stored is still understood", async () => {
    await client().post(NEW, sent());
    const [id = ""] = await ids();
    const fields = sent({ dauer: "12" });
    await stored(fields, id);
    const [key = ""] = fields["_schluessel"] ?? [];
    expect((await client().post(NEW, fields)).location).toContain(`/beratungen/${id}?getan=gespeichert`);
    expect((await client().get(`${NEW}?formular=${key}`)).location).toBe(`/beratungen/${id}?getan=schon`);
    expect((await client().post(NEW, { ...fields, dauer: ["60"] })).html).toContain(
      `href="/beratungen/${id}/korrigieren"`,
    );
    const grund = valuesOf({ _schluessel: randomUUID(), grund: "doppelt" });
    await stored(grund, id);
    const withdrawn = await client().post(`/beratungen/${id}/zurueckziehen`, grund);
    expect(withdrawn.location).toContain(`/beratungen/${id}`);
    const list = liste();
    await stored(list, "2");
    expect((await client().post(LISTE, list)).location).toBe("/beratungen?getan=gespeichert");
  });

  test("a draft of another form fills nothing in", async () => {
    const id = randomUUID();
    const { actor } = stelle().konto;
    await writeAs(actor, (tx) =>
      saveDraft(tx, actor, { id, form: "beratung-liste", values: { notiz: ["Fremdtext"], am: ["2026-01-02"] } }),
    );
    expect((await client().get(`${NEW}?entwurf=${id}`)).html).not.toContain("Fremdtext");
  });
});

describe("the same once more", () => {
  const mitPerson = { stufe: "2", themen: ["wohnen", "schule"], personenzahl: "1" };
  const count = async () => (await ids()).length;

  test("on the same day, with the same person, to the same themes: asked once, nothing typed is lost", async () => {
    await client().post(NEW, sent({ ...mitPerson, neu1_vorname: "Mira" }));
    const [row] = await db.admin("select person_id from kim.beratung_person");
    const again = { ...mitPerson, person: String(row?.["person_id"]), notiz: "noch ein Anruf", dauer: "15" };
    const asked = await client().post(NEW, sent(again));
    expect([asked.status, await count()]).toEqual([422, 1]);
    expect(asked.html).toContain("Haben Sie das schon erfasst?");
    const form = formOf(asked.html, NEW);
    expect(form).toMatchObject({ notiz: ["noch ein Anruf"], dauer: ["15"], doppelt: await ids() });
    expect((await client().post(NEW, form)).status).toBe(303);
    expect(await count()).toBe(2);
  });

  test("nobody asks where day, themes or person are others, or where there is no person", async () => {
    await client().post(NEW, sent({ ...mitPerson, neu1_vorname: "Theodora" }));
    const [row] = await db.admin("select person_id from kim.beratung_person");
    const person = String(row?.["person_id"]);
    const others = [{ am: "2026-11-19", person }, { themen: ["wohnen"], person }, { neu1_vorname: "Karl" }];
    for (const other of others) {
      expect((await client().post(NEW, sent({ ...mitPerson, ...other }))).status).toBe(303);
    }
    for (let n = 0; n < 2; n += 1) expect((await client().post(NEW, sent())).status).toBe(303);
  });

  test("two rows of a list that say the same are asked about once, also after another mistake", async () => {
    const rows = { z1_themen: "13", z2_themen: " 3,1 ", z2_dauer: "20", z3_themen: "1", z3_dauer: "viel" };
    const first = await client().post(LISTE, liste(rows));
    expect(first.html).not.toContain("Gleich sind");
    const form = { ...formOf(first.html, LISTE), z3_dauer: ["5"] };
    const asked = await client().post(LISTE, form);
    expect([asked.status, await count()]).toEqual([422, 0]);
    expect(asked.html).toContain("Gleich sind die Zeilen 1 und 2.");
    expect((await client().post(LISTE, formOf(asked.html, LISTE))).status).toBe(303);
    expect(await count()).toBe(3);
  });
});

describe("entering a list afterwards", () => {
  test("is saved once; changed and sent again it leads to the day that was saved", async () => {
    const fields = liste();
    const answers = await Promise.all([1, 2].map(() => client().post(LISTE, fields)));
    expect(await ids()).toHaveLength(2);
    const [there = "", same] = answers.map(({ location }) => location);
    expect(same).toBe(there);
    expect((await client().get(there)).html).toContain("2 Beratungen gespeichert.");
    const again = await client().post(LISTE, { ...fields, am: ["2026-11-18"] });
    expect(again.status).toBe(422);
    expect(again.html).toContain('href="/beratungen?von=2026-11-19&amp;bis=2026-11-19');
  });
});

describe("correcting", () => {
  test("what is half typed is there again with the consultation, in the version it was about", async () => {
    await client().post(NEW, sent());
    const [id = ""] = await ids();
    const action = `/beratungen/${id}/korrigieren`;
    const form = formOf((await client().get(action)).html, action);
    const half = { ...form, dauer: ["55"], grund: ["Dauer vertippt"] };
    expect((await client().post(`/entwurf/beratung-korrektur/${id}`, half)).status).toBe(204);
    const next = `${action}?entwurf=${first(form, "_entwurf")}`;
    await db.admin("update kim.beratung set version = 2, dauer_min = 40");
    const again = formOf((await client().get(next)).html, action);
    expect(again).toMatchObject({ dauer: ["55"], grund: ["Dauer vertippt"], _version: ["1"] });
    expect((await client().post(action, again)).status).toBe(409);
    await db.admin("update kim.beratung set version = 1");
    expect((await client().post(action, { ...again, _schluessel: [randomUUID()] })).status).toBe(303);
    expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
  });

  test("another view of the form, without JavaScript, still speaks from the version it was about", async () => {
    await client().post(NEW, sent());
    const [id = ""] = await ids();
    const action = `/beratungen/${id}/korrigieren`;
    const form = formOf((await client().get(action)).html, action);
    await db.admin("update kim.beratung set version = 2");
    const view = await client().post(action, { ...form, dauer: ["55"], ansicht: ["suchen"] });
    expect(view.status).toBe(200);
    expect(formOf(view.html, action)).toMatchObject({ dauer: ["55"], _version: ["1"], _gelesen: form["_gelesen"] });
  });

  test("a form with errors keeps the draft of its consultation, which another one does not take", async () => {
    for (const dauer of ["10", "20"]) await client().post(NEW, sent({ dauer }));
    const [one = "", two = ""] = await ids();
    const action = (id: string) => `/beratungen/${id}/korrigieren`;
    const form = formOf((await client().get(action(one))).html, action(one));
    expect((await client().post(action(one), { ...form, dauer: ["viel"], grund: ["Dauer"] })).status).toBe(422);
    expect(formOf((await client().get(action(one))).html, action(one))).toMatchObject({ dauer: ["viel"] });
    const [draft] = await db.admin("select id from kim.entwurf");
    const other = await client().get(`${action(two)}?entwurf=${String(draft?.["id"])}`);
    expect(formOf(other.html, action(two))["dauer"]).not.toEqual(["viel"]);
  });
});
