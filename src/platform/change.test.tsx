import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Beratungsstelle, beratungsstelle } from "../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../tests/support/db.ts";
import { fieldsOf as sentFields } from "../../tests/support/form-fields.ts";
import { type Client, type Room, openRoom } from "../../tests/support/room.ts";
import { Confirm, ConflictNotice, Form, HiddenField, Page, TextField, fieldsOf } from "../ui/index.ts";
import { Redirect, type Visit, page } from "./access.ts";
import type { Actor } from "./actor.ts";
import { Instead, change, uploadChange } from "./change.ts";
import { readAs } from "./db.ts";
import { COOKIE } from "./http/cookie.ts";
import { line, optionalLine } from "./fields.ts";
import { type Rejected, type Values, Refused } from "./form.ts";
import { filled } from "./filled.ts";
import { held, lockRow } from "./held.ts";
import { idOf } from "./ids.ts";
import { notices } from "./notices.ts";
import type { Tx } from "./tx.ts";

/** A small room: the name and the Kommune of a site. */
const DRAFT = { form: "probe", resume: "/proben/:id" };
const done = notices({ gespeichert: "Gespeichert." });
const permission = "start.sehen";
const Schema = z.object({ name: line(120, "Geben Sie den Namen an."), ags: optionalLine(8) });

const siteOf = (tx: Tx, id: string) =>
  tx.selectFrom("kim.standort").select(["id", "name", "ags", "version"]).where("id", "=", id).executeTakeFirst();

const valuesOf = (site: { name: string; ags: string }): Values => ({ name: [site.name], ags: [site.ags] });

/** How often something was saved. */
let effects = 0;

async function changeSite(
  tx: Tx,
  _: Actor,
  at: { readonly id: string; readonly version: number },
  input: z.output<typeof Schema>,
): Promise<void> {
  await lockRow(tx, "kim.standort", at.id);
  held(await siteOf(tx, at.id), at.version, valuesOf);
  if (input.name === "Verboten") throw new Refused("So heißt kein Standort.", "name");
  if (input.name === "Frage") throw new Instead(async () => new Redirect("/frage"));
  await tx
    .updateTable("kim.standort")
    .set({ name: input.name, ags: input.ags ?? "", version: at.version + 1 })
    .where("id", "=", at.id)
    .execute();
  effects += 1;
}

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const f = await readAs(visit.actor, async (tx) => {
    const site = await siteOf(tx, id);
    return filled(tx, visit, DRAFT, site && { ...site, values: valuesOf(site) }, rejected);
  });
  const field = fieldsOf(f.values, rejected);
  const fields = ["name", "ags"].map((name) => ({ name, label: name }));
  return (
    <Page frame={visit.frame} title="Probe" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={fields} stored="/" />
      <Form action={`/proben/${id}`} record={f.record} rejected={rejected} draft={f.draft}>
        <TextField {...field("name")} label="Name" />
        <TextField {...field("ags")} label="Kommune" />
      </Form>
    </Page>
  );
}

const show = page({ path: "/proben/:id", permission, notices: done, show: (visit) => form(visit) });

const save = change({
  path: "/proben/:id",
  permission,
  schema: Schema,
  draft: DRAFT,
  save: async (tx, visit, input) => {
    const id = idOf(visit);
    await changeSite(tx, visit.actor, { id, version: visit.version }, input);
    return done.after(`/proben/${id}`, "gespeichert");
  },
  again: form,
});

const saveLink = change({
  path: "/proben/:id/link",
  permission,
  schema: z.object({}),
  save: async (_, visit) => ({ to: `/proben/${idOf(visit)}`, once: "nur-jetzt" }),
  answer: (visit, to, once) => (
    <Page frame={visit.frame} title={`${once ?? "vorbei"} ${to}`}>
      <Confirm action={to} confirm="Weiter" back="/" />
      <HiddenField name="x" value="y" />
    </Page>
  ),
  again: form,
});

const saveFile = uploadChange({
  path: "/proben",
  permission,
  schema: z.object({}),
  file: "datei",
  save: async (_tx, _visit, _input, { name, bytes }) => {
    effects += 1;
    return `/proben?datei=${name}-${bytes.length}`;
  },
  again: (_, { errors }) => <p>{errors[0]?.message}</p>,
});

const db = testDatabase();
let room: Room;
let own: Beratungsstelle;
let client: Client;
let path: string;

beforeAll(async () => {
  own = await beratungsstelle();
  room = await openRoom([show, save, saveLink, saveFile]);
  client = room.as(own.konto.actor);
  path = `/proben/${own.standortId}`;
});
afterAll(() => room.stop());
beforeEach(async () => {
  effects = 0;
  await db.admin("update kim.standort set name = 'Alt', ags = '05382060', version = 1 where id = $1", [own.standortId]);
  await db.admin("delete from kim.entwurf");
});

/** What the form of a page would send. */
const formFields = (html: string): Record<string, string> => Object.fromEntries(sentFields(html, path));
const stored = () => readAs(own.konto.actor, (tx) => siteOf(tx, own.standortId));
const shown = async (at = path) => Object.fromEntries(sentFields((await client.get(at)).html, at.split("?")[0] ?? ""));

describe("a change", () => {
  test("saves, leads to its address and says so there; sent again it has no second effect", async () => {
    const sent = { ...(await shown()), name: "Neu" };
    const first = await client.post(path, sent);
    expect(first).toMatchObject({ status: 303, location: `${path}?getan=gespeichert` });
    expect(await client.post(path, sent)).toMatchObject({ status: 303, location: first.location });
    expect(effects).toBe(1);
    expect((await client.get(first.location)).html).toContain("Gespeichert.");
  });

  test("two clicks at the same instant: one effect, the same answer", async () => {
    const sent = { ...(await shown()), name: "Neu" };
    const answers = await Promise.all([client.post(path, sent), client.post(path, sent)]);
    expect(answers.map((a) => a.location)).toEqual([`${path}?getan=gespeichert`, `${path}?getan=gespeichert`]);
    expect((await stored())?.version).toBe(2);
  });

  test("what schema or rule refuse is a 422 with everything typed, and nothing was written", async () => {
    const before = await shown();
    const missing = await client.post(path, { ...before, name: "", ags: "05382028" });
    expect(missing.status).toBe(422);
    expect(formFields(missing.html)).toMatchObject({ name: "", ags: "05382028", _version: "1" });
    const refused = await client.post(path, { ...before, name: "Verboten" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("So heißt kein Standort.");
    expect(await stored()).toMatchObject({ name: "Alt", version: 1 });
  });

  test("somebody saved meanwhile: a 409 that keeps their field and mine, and saving again undoes nothing", async () => {
    const mine = { ...(await shown()), name: "Mein Name" };
    await client.post(path, { ...(await shown()), ags: "05382028" });
    const conflict = await client.post(path, mine);
    expect(conflict.status).toBe(409);
    const again = formFields(conflict.html);
    expect(again).toMatchObject({ name: "Mein Name", ags: "05382028", _version: "2" });
    expect((await client.post(path, again)).status).toBe(303);
    expect(await stored()).toMatchObject({ name: "Mein Name", ags: "05382028", version: 3 });
  });

  test("a record that is not there is a 404, as is what has no form of an id", async () => {
    const missing = { name: "Neu", ags: "05382060", _version: "1" };
    expect((await client.post(`/proben/${randomUUID()}`, missing)).status).toBe(404);
    expect((await client.post("/proben/keine", missing)).status).toBe(404);
  });

  test("something asked first has no effect and uses up nothing", async () => {
    const sent = await shown();
    expect(await client.post(path, { ...sent, name: "Frage" })).toMatchObject({ status: 303, location: "/frage" });
    expect((await client.post(path, { ...sent, name: "Neu" })).status).toBe(303);
    expect(effects).toBe(1);
  });

  test("what only the first answer shows is kept nowhere", async () => {
    const key = randomUUID();
    const sent = { _schluessel: key };
    expect((await client.post(`${path}/link`, sent)).html).toContain(`nur-jetzt ${path}`);
    expect((await client.post(`${path}/link`, sent)).html).toContain(`vorbei ${path}`);
    const kept = await db.admin("select antwort from kim.idempotenz where schluessel = $1", [key]);
    expect(kept).toEqual([{ antwort: path }]);
  });
});

test("a change with a file: once for the same file, refused without one", async () => {
  const key = randomUUID();
  const send = async (content: string) => {
    const body = new FormData();
    body.append("_schluessel", key);
    body.append("datei", new Blob([content]), "L.csv");
    const headers = { Cookie: `${COOKIE}=${own.konto.actor.kontoId}`, Origin: room.url };
    return fetch(`${room.url}/proben`, { method: "POST", body, headers, redirect: "manual" });
  };
  const answers = [await send("a;b"), await send("a;b")];
  expect(answers.map((a) => a.headers.get("Location"))).toEqual(["/proben?datei=L.csv-3", "/proben?datei=L.csv-3"]);
  expect(effects).toBe(1);
  expect(await (await send("")).text()).toContain("Die Datei ist leer.");
  expect((await send("a;c")).status).toBe(422);
});

describe("a draft of a record", () => {
  const keep = (fields: Readonly<Record<string, string>>, at = own.standortId) =>
    client.post(`/entwurf/probe/${at}`, fields);

  test("is there again on the page of its record, and on no other", async () => {
    const typed: Record<string, string> = { ...(await shown()), name: "Halb" };
    expect((await keep(typed)).status).toBe(204);
    expect(await shown()).toMatchObject({ name: "Halb", _entwurf: typed["_entwurf"], _version: "1" });
    expect(await shown(`${path}?entwurf=${randomUUID()}`)).toMatchObject({ name: "Alt" });
    expect(await shown(`/proben/${own.zweiterStandortId}?entwurf=${typed["_entwurf"] ?? ""}`)).toMatchObject({
      name: "Lohmar, Familienzentrum",
    });
    expect((await keep(typed, "keine")).status).toBe(204);
  });

  test("is gone when its record is saved", async () => {
    const typed: Record<string, string> = { ...(await shown()), name: "Halb" };
    await keep(typed);
    await client.post(path, { ...(await shown()), name: "Ganz" });
    expect(await shown()).toMatchObject({ name: "Ganz", _version: "2" });
  });

  test("speaks from the version it was begun on: what was saved meanwhile is told and kept", async () => {
    await keep({ ...(await shown()), name: "Halb" });
    await db.admin("update kim.standort set ags = '05382028', version = 2 where id = $1", [own.standortId]);
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", ags: "05382060", _version: "1" });
    const conflict = await client.post(path, resumed);
    expect(conflict.status).toBe(409);
    expect(formFields(conflict.html)).toMatchObject({ name: "Halb", ags: "05382028", _version: "2" });
  });

  test("one of before that does not know its version is told the record as it is", async () => {
    const typed = await shown();
    await keep({ _entwurf: typed["_entwurf"] ?? "", name: "Halb", ags: "05382060" });
    const resumed = await shown();
    expect(resumed).toMatchObject({ name: "Halb", _version: "0" });
    expect((await client.post(path, resumed)).status).toBe(409);
  });

  test("sent to a locked session, the form is continued on its record", async () => {
    const typed: Record<string, string> = { ...(await shown()), name: "Gesperrt" };
    room.lock(own.konto.actor, true);
    const { location } = await client.post(path, typed);
    room.lock(own.konto.actor, false);
    const resume = new URL(location, room.url).searchParams.get("weiter") ?? "";
    expect(resume).toBe(`${path}?entwurf=${typed["_entwurf"] ?? ""}`);
    expect(await shown(resume)).toMatchObject({ name: "Gesperrt", _version: "1" });
  });
});
