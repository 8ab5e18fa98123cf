import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { H1_2023, freigegebener, kapitelVon, neuerEntwurf, schreib } from "../../../../tests/support/berichte.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { type Client, type Room, openRoom } from "../../../../tests/support/room.ts";
import { storedList, storedTally } from "../../../../tests/support/strichliste.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Art } from "../model/kapitel.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { routes } from "../pages/index.ts";
import { kapitelIn } from "../queries/kapitel.ts";

/** Every page and form as a browser without JavaScript uses them. */
const db = testDatabase();
const KREIS = "05382";
let room: Room;
let actor: Actor;
let client: Client;
let leser: Client;

const idIn = (location: string): string => /[0-9a-f-]{36}/.exec(location)?.[0] ?? "";
/** What the form of a chapter sends: as it is shown, with this text. */
async function kapitel(id: string, art: Art, typed: Readonly<Record<string, string>>) {
  const path = `/berichte/kapitel/${(await kapitelVon(actor, id, art)).id}`;
  return { path, fields: { ...formOf((await client.get(path)).html, path), ...typed } };
}

/** A file as it comes over the line. */
async function file(id: string, format: string, who: Actor) {
  const enter = await fetch(room.entryOf(who), { redirect: "manual" });
  const cookie = enter.headers.get("set-cookie")?.split(";")[0] ?? "";
  const answer = await fetch(`${room.url}/berichte/${id}/${format}`, { headers: { cookie } });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  const dezernat = (await testKonto({ kreis: KREIS, rollen: ["dezernat"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, '05382060', 'Siegburg')", [KREIS]);
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  const tally = { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen: 1098, themen: { sprache: 343 } };
  await storedTally(db, owner, tally);
  await counted(db);
  room = await openRoom(routes);
  client = room.as(actor);
  leser = room.as(dezernat);
});
afterAll(() => room.stop());

test("from the draft to the number, and to its correction", async () => {
  const created = await client.post("/berichte/neu", { zeitraum: `${H1_2023.von}_${H1_2023.bis}` });
  const id = idIn(created.location);
  expect(created.location).toBe(`/berichte/${id}?getan=angelegt`);
  const page = (await client.get(`/berichte/${id}`)).html;
  for (const text of ["1.098", "343", "Siegburg", "Kommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen"]) {
    expect(page).toContain(text);
  }
  expect((await leser.get(`/berichte/${id}`)).status).toBe(404);

  const ausblick = await kapitel(id, "ausblick", { text: "Im Herbst <b>weiter</b> mit {beratungen}." });
  const beratung = await kapitel(id, "lenkungsgruppe", { text: "Die Lenkungsgruppe tagte." });
  const saved = await client.post(ausblick.path, ausblick.fields);
  expect(saved.location).toBe(`/berichte/${id}?getan=gespeichert`);
  expect((await client.get(`/berichte/${id}`)).html).toContain("Im Herbst &lt;b&gt;weiter&lt;/b&gt; mit 1.098.");
  const stale = await client.post(ausblick.path, { ...ausblick.fields, _schluessel: randomUUID(), text: "Anders." });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain("Sie haben das inzwischen an anderer Stelle geändert");
  expect((await client.post(beratung.path, beratung.fields)).location).toBe(`/berichte/${id}?getan=gespeichert`);

  const unread = await client.post(`/berichte/${id}/freigeben`, { _version: "3" });
  expect(unread.status).toBe(422);
  expect(unread.html).toContain("Bestätigen Sie, dass Sie den Bericht gelesen haben.");
  expect((await client.get(`/berichte/${id}/freigeben`)).html).toContain("Der Tag der Sitzung fehlt.");
  const released = await client.post(`/berichte/${id}/freigeben`, { _version: "3", geprueft: "ja" });
  expect(released.location).toBe(`/berichte/${id}?getan=freigegeben`);
  expect((await leser.get("/berichte")).html).toContain(`1/${today().slice(0, 4)}`);
  for (const gone of ["bearbeiten", "freigeben", "verwerfen"]) {
    expect((await client.get(`/berichte/${id}/${gone}`)).status, gone).toBe(404);
  }

  const corrected = await client.post(`/berichte/${id}/berichtigen`, { grund: "Eine Liste fehlte." });
  expect((await client.get(`/berichte/${idIn(corrected.location)}`)).html).toContain("Eine Liste fehlte.");
  expect((await client.post(`/berichte/${id}/berichtigen`, { grund: "Noch einmal." })).status).toBe(422);
});

test("what has moved since a release is told with the difference, and leads to a correction", async () => {
  const id = await freigegebener(actor);
  expect((await client.get(`/berichte/${id}`)).html).not.toContain("Seit der Freigabe");
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  await storedTally(db, owner, { von: "2023-04-03", bis: "2023-04-04", ags: "05382060", beratungen: 12 });
  await counted(db);
  const { html } = await client.get(`/berichte/${id}`);
  expect(html).toContain("Beratungen 1.098, jetzt 1.110 (+ 12)");
  expect(html).toContain(`href="/berichte/${id}/berichtigen"`);
  // The later tests know the figures as they were.
  await db.admin("delete from kim.summe where beratungen = 12");
  await counted(db);
});

describe("files", () => {
  test("of a draft are made now and say so; of a released one they are the ones that were released", async () => {
    const draft = await file(await neuerEntwurf(actor), "pdf", actor);
    expect(draft.answer.headers.get("content-type")).toBe("application/pdf");
    expect(draft.answer.headers.get("content-disposition")).toContain("kim-bericht-2023-01-bis-2023-06-entwurf.pdf");
    expect(pdfText(draft.bytes).text).toContain("1.098");
    const id = await freigegebener(actor);
    const stored = await db.admin("select art, inhalt from kim.bericht_dokument where bericht_id = $1", [id]);
    for (const { art, inhalt } of stored) {
      const { bytes } = await file(id, String(art), actor);
      expect(Buffer.isBuffer(inhalt) && bytes.equals(inhalt), String(art)).toBe(true);
    }
    expect(stored).toHaveLength(3);
  });
});

test("half-years only; a draft can be thrown away", async () => {
  const wrong = await client.post("/berichte/neu", { zeitraum: "2023-01-02_2023-06-30" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("nur für ganze Monate");
  const id = await neuerEntwurf(actor);
  expect((await client.post(`/berichte/${id}/verwerfen`, {})).location).toBe("/berichte?getan=verworfen");
  expect((await client.get(`/berichte/${id}`)).status).toBe(404);
});

describe("what others do while somebody writes", () => {
  /** The form of a draft as it is shown, and as it came back. */
  const shown = async (id: string, { html }: { readonly html: string }) => formOf(html, `/berichte/${id}/bearbeiten`);
  const open = async (id: string) => shown(id, await client.get(`/berichte/${id}/bearbeiten`));
  const save = (id: string, fields: Readonly<Record<string, readonly string[]>>) =>
    client.post(`/berichte/${id}/bearbeiten`, fields);

  test("what is half typed is there again, and saving it undoes nothing that was saved meanwhile", async () => {
    const id = await neuerEntwurf(actor);
    const began = await open(id);
    const half = { ...began, titel: ["Halb getippt"] };
    expect((await client.post(`/entwurf/bericht/${id}`, half)).status).toBe(204);
    await db.admin(
      `update kim.bericht set version = 2, kopf = kopf || '{"amt": "Sozialamt"}' where id = $1 and version = 1`,
      [id],
    );
    const resumed = await open(id);
    expect(resumed).toMatchObject({ titel: ["Halb getippt"], amt: ["Sozialamt"], _version: ["2"] });
    expect(resumed["_entwurf"]).toEqual(began["_entwurf"]);
    expect((await client.get(`/berichte/${id}/bearbeiten`)).html).toContain("Seitdem wurde der Eintrag geändert.");
    expect((await save(id, resumed)).location).toBe(`/berichte/${id}?getan=gespeichert`);
  });

  test("a text that was left to the figures stays theirs, though somebody saved and they changed", async () => {
    const id = await neuerEntwurf(actor);
    const mine = await kapitel(id, "beratung", { titel: "Meins" });
    const theirs = await kapitel(id, "beratung", { titel: "Anders" });
    await client.post(theirs.path, theirs.fields);
    const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
    await storedTally(db, owner, { von: "2023-03-01", bis: "2023-03-05", ags: "05382060", beratungen: 5 });
    await counted(db);
    const conflict = await client.post(mine.path, mine.fields);
    expect(conflict.status).toBe(409);
    await client.post(mine.path, formOf(conflict.html, mine.path));
    expect(await kapitelVon(actor, id, "beratung")).toMatchObject({ titel: "Meins", text: null });
  });
});

describe("chapters", () => {
  test("ordered, left out, added, removed; the notes on the figures stay", async () => {
    const id = await neuerEntwurf(actor);
    const path = `/berichte/${id}/kapitel`;
    const [vor, ausblick] = [await kapitelVon(actor, id, "vorbemerkung"), await kapitelVon(actor, id, "ausblick")];
    const fields = formOf((await client.get(path)).html, path);
    delete fields[`dabei_${vor.id}`];
    const wrong = await client.post(path, { ...fields, [`rang_${vor.id}`]: ["zwei"] });
    expect([wrong.status, wrong.html.includes("Geben Sie eine ganze Zahl an")]).toEqual([422, true]);
    const done = await client.post(path, { ...fields, _schluessel: randomUUID(), [`rang_${ausblick.id}`]: ["2"] });
    expect(done.location).toBe(`${path}?getan=geordnet`);
    const added = await client.post(`${path}/neu`, { art: "eigenes", titel: "Dolmetschpool" });
    expect((await client.post(`${path}/neu`, { art: "eigenes", titel: "" })).status).toBe(422);
    expect((await client.post(`${path}/neu`, { art: "ausblick", titel: "" })).status).toBe(422);
    const all = await readAs(actor, (tx) => kapitelIn(tx, id));
    expect(all.map((k) => k.titel).slice(0, 3)).toEqual(["Vorbemerkungen", "Ausblick", "Personelle Besetzung des KIM"]);
    expect(all.map((k) => k.titel).slice(-2)).toEqual(["Dolmetschpool", "Zu den Zahlen"]);
    expect(all.filter((k) => k.entfaellt).map((k) => k.art)).toEqual(["vorbemerkung"]);
    const { html } = await client.get(`/berichte/${id}`);
    expect([html.includes("<h3>Vorbemerkungen"), html.includes("<h3>Zu den Zahlen")]).toEqual([false, true]);
    const gone = `/berichte/kapitel/${idIn(added.location)}/entfernen`;
    expect((await client.post(gone, {})).location).toBe(`${path}?getan=entfernt`);
    const zahlen = await kapitelVon(actor, id, "zahlen");
    expect((await client.post(`/berichte/kapitel/${zahlen.id}/entfernen`, {})).status).toBe(422);
  });

  test("a figure is picked without JavaScript and lands where the braces wait; a mistyped one is named with its line", async () => {
    const id = await neuerEntwurf(actor);
    const { path, fields } = await kapitel(id, "ausblick", { text: "Es waren {} Beratungen." });
    const picked = await client.post(path, { ...fields, zahl: "beratungen", einsetzen: "ja" });
    const now = formOf(picked.html, path);
    expect([picked.status, now["text"]]).toEqual([200, ["Es waren {beratungen} Beratungen."]]);
    const wrong = await client.post(path, { ...now, text: "Zuerst.\n\nDann {beratugen}." });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Zeile 3: Eine Zahl namens {beratugen} gibt es nicht. Meinten Sie {beratungen}?");
    expect((await client.post(path, { ...now, _schluessel: randomUUID() })).location).toContain("gespeichert");
    expect((await kapitelVon(actor, id, "ausblick")).text).toBe("Es waren {beratungen} Beratungen.");
  });

  test("the next paper begins with the chapters of the last, and says which still read as they did", async () => {
    const first = await neuerEntwurf(actor, { von: "2024-01-01", bis: "2024-06-30" });
    await schreib(actor, first, "konzept", { titel: "Arbeitsgruppen", text: "Im Dezember tagen drei Arbeitsgruppen." });
    await schreib(actor, first, "beratung", { text: "Es waren {beratungen}." });
    await schreib(actor, first, "vorbemerkung", { text: "Zahlen von damals: 7." });
    const next = await neuerEntwurf(actor, { von: "2024-07-01", bis: "2024-12-31" });
    expect((await kapitelVon(actor, next, "beratung")).text).toBe("Es waren {beratungen}.");
    expect((await kapitelVon(actor, next, "vorbemerkung")).text).toBeNull();
    expect(await kapitelVon(actor, next, "konzept")).toMatchObject({
      titel: "Arbeitsgruppen",
      text: "Im Dezember tagen drei Arbeitsgruppen.",
    });
    const { html } = await client.get(`/berichte/${next}/freigeben`);
    expect(html).toMatch(/„Arbeitsgruppen“.* noch so da wie im letzten Bericht/);
    await schreib(actor, next, "konzept", { text: "Im Juni tagen zwei." });
    expect((await client.get(`/berichte/${next}/freigeben`)).html).not.toContain("„Arbeitsgruppen“");
  });
});
