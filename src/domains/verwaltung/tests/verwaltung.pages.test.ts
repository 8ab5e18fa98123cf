import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { tokenHash } from "../../../platform/token.ts";
import { createSetupLink } from "../../zugang/index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const KREIS = "05382";
const M = "/verwaltung/mitarbeitende";
let admin: Actor;

const client = () => room().as(admin);

beforeAll(async () => {
  admin = (await testKonto({ kreis: KREIS, rollen: ["administration"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name, abh) values ('05382', '05382060', 'Siegburg', 'Kreis')");
});

const jo = () => ({
  name: "Jo Muster",
  email: `${randomUUID()}@beispiel.example`,
  traeger: admin.traegerId,
  standort: "",
  rolle: "cm_lokal",
  von: "2026-01-01",
  bis: "",
});
/** What a form says that it was filled with. */
const readIn = (html: string) => (/name="_gelesen" value="([^"]*)"/.exec(html)?.[1] ?? "").replaceAll("&quot;", '"');
const linkIn = (html: string) => /value="(http[^"]*\/einladung\/[^"]+)"/.exec(html)?.[1] ?? "";
const count = async (table: string) => Number((await db.admin(`select count(*)::int as n from ${table}`))[0]?.["n"]);

describe("creating an account for a member of staff", () => {
  test("shows the link once, on the answer itself; what stands in the database is its hash", async () => {
    const { status, html } = await client().post(M, jo());
    expect(status).toBe(200);
    const token = linkIn(html).split("/einladung/")[1] ?? "";
    expect(linkIn(html)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/einladung\/05382\.[\w-]{43}$/);
    expect(await db.admin("select 1 from kim.einladung where token_hash = $1", [tokenHash(token)])).toHaveLength(1);
    const replies = await db.admin("select antwort from kim.idempotenz");
    expect(JSON.stringify(replies)).not.toContain(token);
    const jobs = await db.admin("select payload from graphile_worker._private_jobs order by id desc limit 1");
    expect(jobs).toEqual([{ payload: { kreis: KREIS, einladungId: expect.stringMatching(/^[0-9a-f-]{36}$/) } }]);
  });

  test("a form sent twice makes one account and shows the same link", async () => {
    const form = { ...jo(), _schluessel: randomUUID() };
    const before = await count("kim.konto");
    const [first, second] = [await client().post(M, form), await client().post(M, form)];
    expect(linkIn(second.html)).toBe(linkIn(first.html));
    expect(await count("kim.konto")).toBe(before + 1);
    await db.admin("update kim.einladung set link = null");
    const third = await client().post(M, form);
    expect(third.status).toBe(200);
    expect(third.html).toContain("wird nicht noch einmal gezeigt");
    expect(linkIn(third.html)).toBe("");
  });

  test("what is wrong is said at its field, and everything typed stays", async () => {
    const { status, html } = await client().post(M, { ...jo(), email: "jo.muster", rolle: "", bis: "2025-01-01" });
    expect(status).toBe(422);
    for (const field of ["email", "rolle", "bis"]) expect(html).toContain(`id="${field}-fehler"`);
    expect(html).toContain('value="jo.muster"');
    expect(html).toContain("<title>Fehler: Mitarbeiter:in anlegen – KIM</title>");
    const taken = { ...jo(), email: "Doppelt@beispiel.example" };
    await client().post(M, taken);
    const again = await client().post(M, { ...taken, email: " doppelt@BEISPIEL.example" });
    expect([again.status, again.html.includes("schon einen Zugang")]).toEqual([422, true]);
  });

  test("a Standort of another Träger is refused", async () => {
    const foreign = await testTraeger(KREIS);
    const made = await client().post("/verwaltung/standorte", { traegerId: foreign, ags: "05382060", name: "Haus" });
    expect(made.status).toBe(303);
    const rows = await db.admin("select id from kim.standort where traeger_id = $1", [foreign]);
    const { status, html } = await client().post(M, { ...jo(), standort: String(rows[0]?.["id"]) });
    expect([status, html.includes("Bei „Standort“ gibt es diese Auswahl nicht.")]).toEqual([422, true]);
  });
});

describe("two edit the same", () => {
  const PATH = "/verwaltung/kommunen/05382060";
  const edit = (more: Record<string, string>) =>
    client().post(PATH, { name: "Siegburg", plz: "", jugendamt: "", ebh: "", abh: "Kreis", aktiv: "ja", ...more });
  const stored = async () =>
    (await db.admin("select name, abh, jugendamt, version from kim.kommune where ags = '05382060'"))[0];

  test("the second sees both versions field by field; saving again is a decision", async () => {
    expect((await edit({ abh: "Kreis, Haus 2", _version: "1" })).status).toBe(303);
    const { status, html } = await edit({ jugendamt: "Stadt", _version: "1" });
    expect(status).toBe(409);
    expect(html).toContain("Sie haben das inzwischen an anderer Stelle geändert");
    expect(html.replaceAll(/<\/?bdi>/g, "")).toMatch(/Jetzt gespeichert: Kreis, Haus 2<br\/?>Ihre Eingabe: Kreis/);
    expect(html.replaceAll(/<\/?bdi>/g, "")).toMatch(/Jetzt gespeichert: –<br\/?>Ihre Eingabe: Stadt/);
    expect(html).not.toMatch(/Jetzt gespeichert: Siegburg/);
    expect(html).toContain('name="_version" value="2"');
    expect(await stored()).toEqual({ name: "Siegburg", abh: "Kreis, Haus 2", jugendamt: null, version: 2 });
    expect((await edit({ jugendamt: "Stadt", _version: "2" })).status).toBe(303);
    expect(await stored()).toEqual({ name: "Siegburg", abh: "Kreis", jugendamt: "Stadt", version: 3 });
  });

  test("a field that was only left takes what somebody else saved; saving again does not undo it", async () => {
    const open = (await client().get(PATH)).html;
    await edit({ abh: "Kreis, Haus 3", jugendamt: "Stadt", _version: "3" });
    const mine = { name: "Siegburg", abh: "Kreis", jugendamt: "Amt Mitte", _version: "3", _gelesen: readIn(open) };
    const { status, html } = await edit(mine);
    const text = html.replaceAll(/<\/?bdi>/g, "");
    expect(status).toBe(409);
    expect(text).toMatch(/Jetzt gespeichert: Kreis, Haus 3<br\/?>Von Ihnen nicht geändert; vorher: Kreis/);
    expect(text).toMatch(/Jetzt gespeichert: Stadt<br\/?>Ihre Eingabe: Amt Mitte/);
    expect(html).toMatch(/name="abh"[^>]*value="Kreis, Haus 3"/);
    expect(html).toMatch(/name="jugendamt"[^>]*value="Amt Mitte"/);
    expect(JSON.parse(readIn(html))).toMatchObject({ abh: ["Kreis, Haus 3"], jugendamt: ["Stadt"] });
  });

  test("a mistake in between does not make an old form a new one", async () => {
    const { status, html } = await edit({ name: "", _version: "3" });
    expect(status).toBe(422);
    expect(html).toContain('name="_version" value="3"');
    expect((await stored())?.["version"]).toBe(4);
    await db.admin("update kim.kommune set version = 3 where ags = '05382060'");
  });

  test("a form without version fits no record", async () => {
    expect((await edit({ name: "Ohne" })).status).toBe(409);
  });

  test("of two at the same instant one gets through", async () => {
    const both = [edit({ name: "Eins", _version: "3" }), edit({ name: "Zwei", _version: "3" })];
    const answers = (await Promise.all(both)).map((answer) => answer.status);
    expect(answers.toSorted()).toEqual([303, 409]);
  });
});

describe("Kommunen, Träger and Standorte", () => {
  test("a Kommune needs a key of the Kreis, once", async () => {
    const neu = { ags: "05382099", name: "Neustadt", plz: "", jugendamt: "", ebh: "", abh: "" };
    expect((await client().post("/verwaltung/kommunen", neu)).status).toBe(303);
    const again = await client().post("/verwaltung/kommunen", neu);
    expect([again.status, again.html.includes("gibt es schon")]).toEqual([422, true]);
    const foreign = await client().post("/verwaltung/kommunen", { ...neu, ags: "05315000" });
    expect([foreign.status, foreign.html.includes("beginnt mit 05382")]).toEqual([422, true]);
  });

  test("a Träger is closed only when nobody there has access; then it takes nobody in", async () => {
    await client().post("/verwaltung/traeger", { name: "Musterwerk", art: "wohlfahrt" });
    const rows = await db.admin("select id from kim.traeger where name = 'Musterwerk'");
    const id = String(rows[0]?.["id"]);
    const somebody = (await testKonto({ kreis: KREIS, traegerId: id, rollen: ["cm_lokal"] })).actor;
    const close = () =>
      client().post(`/verwaltung/traeger/${id}`, {
        name: "Musterwerk",
        art: "wohlfahrt",
        rechtsrahmen: "dsgvo",
        eigenesWortAb: "14",
        _version: "1",
      });
    const refused = await close();
    expect([refused.status, refused.html.includes("hat hier noch Zugang")]).toEqual([422, true]);
    await client().post(`${M}/${somebody.kontoId}/deaktivieren`, {});
    expect((await close()).status).toBe(303);
    const late = await client().post(M, { ...jo(), traeger: id });
    expect([late.status, late.html.includes("steht „Musterwerk“ nicht mehr zur Auswahl")]).toEqual([422, true]);
    const reopened = await client().post(`${M}/${somebody.kontoId}/neuer-link`, {});
    expect([reopened.status, reopened.html.includes("steht „Musterwerk“ nicht mehr zur Auswahl")]).toEqual([422, true]);
    expect((await client().get(`${M}/neu`)).html).not.toContain(id);
    const events = await db.admin("select art from kim.protokoll where gegenstand_id = $1 order by zeit", [id]);
    expect(events.map((event) => event["art"])).toEqual(["traeger.angelegt", "traeger.stillgelegt"]);
  });

  test("a Standort is offered with its own Träger, and no longer once it is closed", async () => {
    await client().post("/verwaltung/standorte", {
      traegerId: admin.traegerId,
      ags: "05382060",
      name: "Altes Rathaus",
    });
    const rows = await db.admin("select id from kim.standort where name = 'Altes Rathaus'");
    const id = String(rows[0]?.["id"]);
    const offered = async (traegerId: string) =>
      (await client().get(`${M}/neu?traeger=${traegerId}`)).html.includes(id);
    expect(await offered(admin.traegerId)).toBe(true);
    // Another Träger's form has only its own.
    expect(await offered(await testTraeger(KREIS))).toBe(false);
    await client().post(`/verwaltung/standorte/${id}`, { ags: "05382060", name: "Altes Rathaus", _version: "1" });
    expect(await offered(admin.traegerId)).toBe(false);
  });

  test("the overview of a new installation says what comes next", async () => {
    const fresh = (await testKonto({ kreis: "05154", rollen: ["administration"] })).actor;
    const { html } = await room().as(fresh).get("/verwaltung");
    expect(html).toContain("Nächste Schritte");
    expect(html.indexOf("jetzt</span>")).toBeLessThan(html.indexOf("offen</span>"));
    expect((await client().get("/verwaltung")).html).not.toContain("Nächste Schritte");
  });
});

describe("set-up in the browser", () => {
  const form = () => ({
    kreis: "05315",
    traeger: "Stadt Köln",
    name: "Karl Probe",
    email: `${randomUUID()}@beispiel.example`,
    vorgang: randomUUID(),
  });

  test("leads to the administrator's link, once; the same form sent twice leads to the same", async () => {
    const path = await createSetupLink("");
    expect((await client().get(path)).html).toContain("KIM einrichten");
    const sent = form();
    const first = await client().post(path, sent);
    expect(first).toMatchObject({ status: 303, location: expect.stringMatching(/^\/einladung\/05315\.[\w-]{43}$/) });
    expect((await client().post(path, sent)).location).toBe(first.location);
    const second = await client().post(path, { ...form(), kreis: "05314" });
    expect([second.status, second.html.includes("Dieser Link gilt nicht mehr")]).toEqual([422, true]);
    expect((await client().get(path)).html).toContain("Dieser Link gilt nicht mehr");
    expect(await db.admin("select kreis from betrieb.mandant where kreis in ('05314', '05315')")).toEqual([
      { kreis: "05315" },
    ]);
  });

  test("a refused set-up leaves the link good, and everything typed", async () => {
    const path = await createSetupLink("");
    const refused = await client().post(path, form());
    expect([refused.status, refused.html.includes("schon eingerichtet")]).toEqual([422, true]);
    expect(refused.html).toContain('value="Stadt Köln"');
    expect((await client().post(path, { ...form(), kreis: "05314" })).status).toBe(303);
  });

  test.each(["00000.falsch", `00000.${"a".repeat(43)}`, `05382.${"a".repeat(43)}`])(
    "%s opens nothing",
    async (token) => {
      expect((await client().get(`/einrichten/${token}`)).html).toContain("Dieser Link gilt nicht mehr");
      const before = await count("betrieb.mandant");
      expect((await client().post(`/einrichten/${token}`, { ...form(), kreis: "05116" })).status).toBe(422);
      expect(await count("betrieb.mandant")).toBe(before);
    },
  );
});
