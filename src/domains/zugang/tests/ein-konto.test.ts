import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";

const db = testDatabase();
const server = useProduct();
let jo: TestKonto;
let mira: TestKonto;
let browser: CookieBrowser;

beforeEach(async () => {
  mira = await testKonto({ kreis: "05382", rollen: ["cm_lokal"], name: "Mira Beispiel" });
  jo = await testKonto({ kreis: "05382", rollen: ["cm_lokal"], name: "Jo Muster" });
  browser = new CookieBrowser(server().url);
  browser.cookie = await signedIn(jo);
  await db.admin("update kim.sitzung set zuletzt = zuletzt - interval '10 minutes'");
});

const zuletzt = async () =>
  (await db.admin("select zuletzt from kim.sitzung where konto_id = $1", [jo.actor.kontoId]))[0]?.["zuletzt"];
const ofMira = () => ({ _konto: mira.actor.kontoId });
/** Asks as the script of a page that was shown to an account. */
const asScript = (konto: TestKonto, path: string) =>
  fetch(server().url + path, {
    headers: { Cookie: `__Host-kim=${browser.cookie}`, "X-Konto": konto.actor.kontoId },
    redirect: "manual",
  });

test("whatever another account's page sends is refused, names both, and postpones no lock", async () => {
  const before = await zuletzt();
  const draft = { _entwurf: randomUUID(), notiz: "Frau Probe braucht Hilfe" };
  for (const path of ["/sitzung/verlaengern", "/entwurf/beratung", "/beratungen/neu", "/sperren", "/abmelden"]) {
    const { status, html } = await browser.post(path, { ...draft, ...ofMira() });
    expect([path, status]).toEqual([path, 409]);
    expect(html).toContain("Mira Beispiel");
    expect(html).toContain("Jo Muster");
    expect(html).not.toContain("Frau Probe");
  }
  for (const path of ["/beratungen", "/personen"]) expect((await asScript(mira, path)).status).toBe(401);
  expect(await zuletzt()).toEqual(before);
  expect(await db.admin("select 1 from kim.entwurf")).toEqual([]);
  expect((await browser.get("/konto")).status).toBe(200);
  expect(await zuletzt()).not.toEqual(before);
});

test("nobody's lock page opens another one's session", async () => {
  expect((await browser.post("/sperre", { passwort: mira.passwort, weiter: "/konto", ...ofMira() })).status).toBe(409);
  await browser.post("/sperren");
  const answer = await browser.post("/sperre", { passwort: mira.passwort, weiter: "/konto", ...ofMira() });
  expect(answer.status).toBe(409);
  expect((await browser.get("/konto")).location).toMatch(/^\/sperre/);
});

test("a form that does not say to whom it was shown is none of ours", async () => {
  expect((await browser.post("/konto/tasten", { tasten: "aus", _konto: "" })).status).toBe(409);
  expect((await browser.get("/konto")).html).not.toContain('data-keys="off"');
});

test("a script asks whether its page may be shown, and that is no sign of life", async () => {
  const before = await zuletzt();
  expect((await asScript(jo, "/sperre")).status).toBe(204);
  const other = await asScript(mira, "/sperre");
  expect([other.status, (await other.text()).includes("Jo Muster")]).toEqual([409, true]);
  expect(await zuletzt()).toEqual(before);
});

test("the buttons beside the name lead back to the page with all that stands in its address", async () => {
  const { html } = await browser.get("/beratungen?thema=wohnen&zurueckgezogene=ja");
  const lock = /action="(\/sperren[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const { location } = await browser.post(lock);
  expect(new URL(location, server().url).searchParams.get("weiter")).toBe(
    "/beratungen?thema=wohnen&zurueckgezogene=ja",
  );
});

test("a form that came back is locked where it stood", async () => {
  const from = { Referer: `${server().url}/beratungen/neu?formular=${randomUUID()}` };
  const { html } = await browser.post("/beratungen/neu", { dauer: "viel" }, from);
  const lock = /action="(\/sperren[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(new URL(lock, server().url).searchParams.get("weiter")).toMatch(/^\/beratungen\/neu\?formular=/);
});

test("sent to a locked session it travels sealed with the lock page; unlocked, it is there, and stored from then on", async () => {
  const konto = { _konto: jo.actor.kontoId };
  const draft = { _entwurf: randomUUID(), notiz: "Frau Probe braucht Hilfe", stufe: "1", ...konto };
  await browser.post("/sperren");
  const locked = await browser.post("/beratungen/neu", draft);
  expect([locked.status, locked.html.includes("Frau Probe")]).toEqual([401, false]);
  expect(await db.admin("select 1 from kim.entwurf where konto_id = $1", [jo.actor.kontoId])).toEqual([]);
  const eingabe = /name="eingabe" value="([^"]+)"/.exec(locked.html)?.[1] ?? "";
  const wrong = await browser.post("/sperre", { passwort: "falsch geraten", weiter: "/", eingabe });
  expect([wrong.status, wrong.html.includes(eingabe)]).toEqual([422, true]);
  const opened = await browser.post("/sperre", { passwort: jo.passwort, weiter: "/", eingabe });
  expect(opened.location).toBe(`/beratungen/neu?entwurf=${draft["_entwurf"]}`);
  expect((await browser.get(opened.location)).html).toContain("Frau Probe braucht Hilfe");

  // Of another account it opens nothing.
  const thief = new CookieBrowser(server().url);
  thief.cookie = await signedIn(mira);
  await thief.post("/sperren");
  const taken = await thief.post("/sperre", { passwort: mira.passwort, weiter: "/konto", eingabe });
  expect(taken.location).toBe("/konto");
});

test("a form without drafts is there after unlocking as well, to be sent under the same key", async () => {
  await browser.post("/sperren");
  const locked = await browser.post("/konto/tasten", { tasten: "aus", weiter: "/konto" });
  const eingabe = /name="eingabe" value="([^"]+)"/.exec(locked.html)?.[1] ?? "";
  const shown = await browser.post("/sperre", { passwort: jo.passwort, weiter: "/", eingabe });
  expect(shown.html).toContain("Noch nicht gespeichert");
  expect(shown.html).toContain('action="/konto/tasten"');
  expect(shown.html).toContain('name="tasten" value="aus"');
});
