import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { formOf } from "../../../../tests/support/form-fields.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Client, type Room, openRoom } from "../../../../tests/support/room.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const KREIS = "05382";
let room: Room;
let actor: Actor;
let client: Client;

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"], name: "Jo Muster" })).actor;
  await db.admin(
    "insert into kim.kommune (kreis, ags, name) values ('05382', '05382060', 'Siegburg'), ('05382', '05382028', 'Lohmar')",
  );
  room = await openRoom(routes);
  client = room.as(actor);
});
afterAll(() => room.stop());

const neue = () => ({
  traegerId: actor.traegerId,
  art: "cm_lokal",
  bezeichnung: "",
  vzae: "1",
  von: "2023-01-01",
  bis: "",
  kommunen: ["05382060", "05382028"],
});
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const text = async (path: string) => plain((await client.get(path)).html);

describe("from approval to Vakanz, through the forms", () => {
  test("create, fill, end with a reason; the plan of each day says how it was", async () => {
    const made = await client.post("/stellen", neue());
    const self = made.location.replace(/\?.*/, "");
    expect([made.status, self]).toEqual([303, expect.stringMatching(/^\/stellen\/[0-9a-f-]{36}$/)]);
    expect(await text(made.location)).toContain("Die Stelle ist angelegt.");
    expect(await text("/stellen?am=2022-12-31")).toContain("An diesem Tag ist keine Stelle genehmigt.");
    expect(await text("/stellen?am=2023-01-01")).toMatch(
      /1 Stelle ist vakant .*Lohmar, Siegburg 1 01\.01\.2023 kein Grund/,
    );

    const form = formOf((await client.get(`${self}/besetzen`)).html, `${self}/besetzen`);
    expect(form["anteil"]).toEqual(["1"]);
    const filled = { ...form, konto: [actor.kontoId], von: ["2023-02-01"] };
    expect((await client.post(`${self}/besetzen`, filled)).location).toBe(`${self}?getan=besetzt`);
    const plan = await text("/stellen?am=2023-02-01");
    expect(plan).not.toContain("vakant seit");
    expect(plan).toMatch(/ II – Case Management 1 1 0 Summe 1 1 0/);
    expect(plan).toContain("Jo Muster");

    const beenden = /href="([^"]+\/beenden)"/.exec((await client.get(self)).html)?.[1] ?? "";
    const ended = await client.post(beenden, { bis: "2023-08-31", grund: "weggang" });
    expect(ended.location).toBe(`${self}?getan=beendet`);
    expect(await text("/stellen?am=2023-08-31")).not.toContain("Stelle ist vakant");
    expect(await text("/stellen?am=2023-09-01")).toMatch(
      /1 Stelle ist vakant .* 1 01\.09\.2023 Kündigung oder Weggang/,
    );

    const reason = formOf((await client.get(`${self}/vakanz`)).html, `${self}/vakanz`);
    expect([reason["grund"], reason["von"]]).toEqual([["weggang"], ["01.09.2023"]]);
    await client.post(`${self}/vakanz`, { grund: "ausschreibung", von: "2023-10-01" });
    const shown = await text(self);
    expect(shown).toContain("1 VZÄ seit 01.09.2023 , Ausschreibung läuft");
    expect(shown).toContain("Kündigung oder Weggang (ab 01.09.2023 ); Ausschreibung läuft (ab 01.10.2023 )");
    expect(shown).toContain("01.01.2023 bis 31.01.2023 kein Grund angegeben");
  });

  test("a form sent twice makes one post", async () => {
    const form = { ...neue(), art: "abh_fachkraft", _schluessel: randomUUID() };
    const [first, second] = [await client.post("/stellen", form), await client.post("/stellen", form)];
    expect(second.location).toBe(first.location);
  });

  test("filters stand in the address; what does not fit counts as not given", async () => {
    await stelle(actor, actor.traegerId, { art: "verwaltungsassistenz", vzae: "0,5" });
    const modul = await text("/stellen?am=2023-06-30&modul=I");
    expect(modul).toMatch(/ I – Koordination 0,5 0 0,5 Summe 0,5 0 0,5/);
    expect(modul).not.toContain("Als Text für eine Vorlage");
    expect((await client.get("/stellen?am=2023-06-30&modul=IV&traeger=x")).status).toBe(200);
    expect(await text("/stellen?am=2023-06-30")).toContain("Als Text für eine Vorlage");
  });

  test("a day in the address is read as it is typed, and led to as one that stays the same", async () => {
    expect(await client.get("/stellen?am=30.6.23&modul=I")).toMatchObject({
      status: 303,
      location: "/stellen?am=2023-06-30&modul=I",
    });
    const wrong = await client.get("/stellen?am=31.02.2023&modul=I");
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Den 31.02.2023 gibt es nicht.");
    expect(wrong.html).toMatch(/id="am"[^>]* aria-invalid="true"[^>]* value="31.02.2023"/);
    expect(wrong.html).toMatch(/<option value="I" selected/);
    expect(wrong.html).not.toContain("Vollzeitäquivalente");
  });
});

describe("what is wrong is said at its field, and everything typed stays", () => {
  test("a post", async () => {
    const wrong = { ...neue(), vzae: "viel", von: "", bezeichnung: "Nummer 7", kommunen: [] };
    const { status, html } = await client.post("/stellen", wrong);
    expect(status).toBe(422);
    for (const field of ["vzae", "von", "kommunen"]) expect(html, field).toContain(`id="${field}-fehler"`);
    for (const typed of ['value="viel"', 'value="Nummer 7"']) expect(html).toContain(typed);
    for (const vzae of ["0", "-1", "100", "1,234", "1e3"])
      expect((await client.post("/stellen", { ...neue(), vzae })).status, vzae).toBe(422);
    const backwards = await client.post("/stellen", { ...neue(), bis: "2022-12-31" });
    expect(backwards.html).toContain("Der letzte Tag liegt vor dem ersten.");
  });

  test("too much on one post", async () => {
    const id = await stelle(actor, actor.traegerId);
    await besetzung(actor, id);
    const form = { konto: "", name: "Karl Probe", anteil: "0,5", von: "2023-06-01", bis: "" };
    const { status, html } = await client.post(`/stellen/${id}/besetzen`, form);
    expect([status, html.includes("Am 01.06.2023 wären 1,5 VZÄ besetzt; genehmigt sind 1.")]).toEqual([422, true]);
    expect(html).toContain('value="Karl Probe"');
  });
});

describe("two edit the same", () => {
  test("a post: both versions, field by field", async () => {
    const id = await stelle(actor, actor.traegerId);
    const path = `/stellen/${id}/bearbeiten`;
    const mine = formOf((await client.get(path)).html, path);
    await client.post(path, { ...mine, _schluessel: randomUUID(), vzae: "0,5" });
    const { status, html } = await client.post(path, { ...mine, bezeichnung: "Nummer 9" });
    expect(status).toBe(409);
    expect(plain(html)).toMatch(/Vollzeitäquivalente Jetzt gespeichert: 0,5 Von Ihnen nicht geändert; vorher: 1/);
    expect(plain(html)).toMatch(/Bezeichnung Jetzt gespeichert: – Ihre Eingabe: Nummer 9/);
    const again = await client.post(path, formOf(html, path));
    expect(again.status).toBe(303);
    const rows = await db.admin("select vzae, bezeichnung, version from kim.stelle where id = $1", [id]);
    expect(rows).toEqual([{ vzae: "0.50", bezeichnung: "Nummer 9", version: 3 }]);
  });

  test("who fills it: both names, for whoever may read them", async () => {
    const id = await stelle(actor, actor.traegerId);
    const row = await besetzung(actor, id);
    const path = `/stellen/${id}/besetzungen/${row}/bearbeiten`;
    const mine = formOf((await client.get(path)).html, path);
    expect(mine["name"]).toEqual(["Mira Beispiel"]);
    await client.post(path, { ...mine, _schluessel: randomUUID(), name: "Mira Beispielhof" });
    const { status, html } = await client.post(path, { ...mine, name: "Mira Probe" });
    expect(status).toBe(409);
    expect(plain(html)).toMatch(/Name Jetzt gespeichert: Mira Beispielhof Ihre Eingabe: Mira Probe/);
  });
});
