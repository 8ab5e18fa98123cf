import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CookieBrowser } from "../../../../tests/support/cookie-browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { draftOf } from "../../../platform/drafts.ts";
import { newToken } from "../../../platform/token.ts";
import { totpCode } from "../model/totp.ts";
import { invite } from "../commands/invite.ts";

const db = testDatabase();
const server = useProduct({ demo: true });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T08:00:00Z") });
});
afterEach(async () => {
  vi.useRealTimers();
  // All of these tests come from the same address.
  await db.admin("delete from betrieb.anmeldeversuch");
});

const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
const someone = () => testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
const code = (konto: TestKonto) => totpCode(konto.totp, new Date());

/** Signs in through the pages, where to from there included. */
async function signIn(konto: TestKonto, weiter = "/"): Promise<CookieBrowser> {
  const browser = new CookieBrowser(server().url);
  const { email, passwort } = konto;
  const first = await browser.post("/anmelden", { email, passwort, weiter });
  expect(first.status).toBe(303);
  expect(first.location).toMatch(/^\/anmelden\/code/);
  const second = await browser.post("/anmelden/code", { code: code(konto), art: "totp", weiter });
  expect(second.location).toBe(weiter);
  return browser;
}

test("whoever is not signed in is sent to sign in, and from there to where he or she wanted", async () => {
  const browser = new CookieBrowser(server().url);
  const { location } = await browser.get("/konto?getan=tasten");
  expect(location).toBe("/anmelden?weiter=%2Fkonto%3Fgetan%3Dtasten");
  expect((await browser.get(location)).html).toContain('value="/konto?getan=tasten"');
  const signed = await signIn(await someone(), "/konto?getan=tasten");
  expect((await signed.get("/konto")).status).toBe(200);
});

test("no address leads out of the house", async () => {
  const konto = await someone();
  for (const weiter of ["//boese.example", "https://boese.example/x", "/.//boese.example", "/\\boese.example"]) {
    const browser = new CookieBrowser(server().url);
    const shown = await browser.get(`/anmelden?weiter=${encodeURIComponent(weiter)}`);
    expect(shown.html).toContain('name="weiter" value="/"');
    const { email, passwort } = konto;
    expect((await browser.post("/anmelden", { email, passwort, weiter })).location).toBe("/anmelden/code");
    pass(1);
    const done = await browser.post("/anmelden/code", { code: code(konto), art: "totp", weiter });
    expect(done.location).toBe("/");
  }
});

test("a cookie brought along is never taken over (session fixation)", async () => {
  const konto = await someone();
  const browser = new CookieBrowser(server().url);
  const planted = newToken("05382");
  browser.cookie = planted;
  const { email, passwort } = konto;
  await browser.post("/anmelden", { email, passwort });
  const afterPassword = browser.cookie;
  await browser.post("/anmelden/code", { code: code(konto), art: "totp" });
  expect(new Set([planted, afterPassword, browser.cookie]).size).toBe(3);
  for (const old of [planted, afterPassword]) {
    const thief = new CookieBrowser(server().url);
    thief.cookie = old;
    expect((await thief.get("/konto")).location).toMatch(/^\/anmelden/);
  }
});

test("the cookie is for this host only, out of reach of scripts, and pages are not stored", async () => {
  const konto = await someone();
  const browser = new CookieBrowser(server().url);
  const answer = await browser.post("/anmelden", { email: konto.email, passwort: konto.passwort });
  expect(answer.headers.get("Set-Cookie")).toMatch(
    /^__Host-kim=05382\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
  );
  const page = await browser.get("/anmelden/code");
  expect(page.headers.get("Cache-Control")).toBe("no-store");
});

test("a wrong sign-in keeps the address, never the password, and says nothing of what was wrong", async () => {
  const konto = await someone();
  const browser = new CookieBrowser(server().url);
  const known = await browser.post("/anmelden", { email: konto.email, passwort: "falsch falsch" });
  const unknown = await browser.post("/anmelden", { email: "niemand@beispiel.example", passwort: "falsch falsch" });
  expect([known.status, unknown.status]).toEqual([422, 422]);
  // Key and noise are new in every answer.
  const neutral = (html: string, email: string) =>
    html.replaceAll(email, "").replaceAll(/name="_schluessel" value="[^"]*"|<!--[\w-]*-->$/g, "");
  expect(neutral(known.html, konto.email)).toBe(neutral(unknown.html, "niemand@beispiel.example"));
  expect(known.html).toContain(konto.email);
  expect(known.html).not.toContain("falsch falsch");
});

test("password alone opens no page, and the second step is not skipped", async () => {
  const konto = await someone();
  const browser = new CookieBrowser(server().url);
  await browser.post("/anmelden", { email: konto.email, passwort: konto.passwort });
  for (const path of ["/", "/konto", "/konto/codes"]) expect((await browser.get(path)).status, path).toBe(303);
  expect((await browser.get("/anmelden/einrichten")).location).toBe("/anmelden");
  expect((await browser.post("/anmelden/einrichten", { code: "123456" })).location).toBe("/anmelden");
  expect((await browser.post("/konto/tasten", { tasten: "aus" })).status).toBe(401);
});

test("first sign-in: link, password, second factor, codes shown once", async () => {
  const konto = await testKonto({ kreis: "05382", rollen: ["cm_lokal"], zweiterFaktor: "ohne" });
  await db.admin("update kim.konto set status = 'eingeladen' where id = $1", [konto.actor.kontoId]);
  const system = systemActor("05382");
  const link = `/einladung/${await writeAs(system, (tx) => invite(tx, system, konto.actor.kontoId))}`;
  const browser = new CookieBrowser(server().url);
  expect((await browser.get(link)).html).toContain(konto.email);
  const neu = "Sieben leise Kraniche am Ufer";
  const weak = await browser.post(link, { email: konto.email, neu: "kurz", wiederholung: "kurz" });
  expect([weak.status, weak.html.includes("zu kurz")]).toEqual([422, true]);
  const set = await browser.post(link, { email: konto.email, neu, wiederholung: neu });
  expect(set.location).toBe("/anmelden/einrichten");
  const shown = await browser.get("/anmelden/einrichten");
  const secret = /<code[^>]*>([A-Z2-7 ]{32,})<\/code>/.exec(shown.html)?.[1]?.replaceAll(" ", "") ?? "";
  expect((await browser.get("/anmelden/einrichten")).html).toContain(secret.slice(0, 4));
  const done = await browser.post("/anmelden/einrichten", { code: totpCode(secret, new Date()) });
  expect(done.status).toBe(200);
  expect(done.html.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g)).toHaveLength(10);
  expect((await browser.get("/konto")).status).toBe(200);
  expect((await browser.get("/anmelden/einrichten")).location).toBe("/anmelden");
  const stale = await new CookieBrowser(server().url).get(link);
  const invented = await new CookieBrowser(server().url).get(`/einladung/${newToken("05382")}`);
  expect([stale.status, invented.status]).toEqual([404, 404]);
});

test("locking by hand keeps the place, and the password leads back to it", async () => {
  const konto = await someone();
  const browser = await signIn(konto);
  const locked = await browser.post("/sperren?weiter=%2Fkonto");
  expect(locked.location).toBe("/sperre?weiter=%2Fkonto");
  expect((await browser.get("/konto/passwort")).location).toBe("/sperre?weiter=%2Fkonto%2Fpasswort");
  const page = await browser.get(locked.location);
  expect(page.html).toContain("Mira Beispiel");
  expect((await browser.post("/sperre", { passwort: "falsch", weiter: "/konto" })).status).toBe(422);
  const before = browser.cookie;
  const opened = await browser.post("/sperre", { passwort: konto.passwort, weiter: "/konto" });
  expect(opened.location).toBe("/konto");
  expect(browser.cookie).not.toBe(before);
  expect((await browser.get("/konto")).status).toBe(200);
  expect((await browser.get("/sperre?weiter=%2Fkonto")).location).toBe("/konto");
});

test("staying takes a sign of life; without one the session locks, and twelve hours end it", async () => {
  const konto = await someone();
  const browser = await signIn(konto);
  for (let i = 0; i < 4; i++) {
    pass(10);
    expect((await browser.post("/sitzung/verlaengern")).status).toBe(204);
  }
  pass(16);
  expect((await browser.post("/sitzung/verlaengern")).location).toBe("/sperre");
  pass(12 * 60);
  expect((await browser.get("/konto")).location).toBe("/anmelden?grund=abgelaufen&weiter=%2Fkonto");
  expect((await browser.get("/anmelden?grund=abgelaufen")).html).toContain("Nach 12 Stunden");
});

test("what is typed is kept while typing, and nothing of a session that is locked", async () => {
  const konto = await someone();
  const browser = await signIn(konto);
  const id = crypto.randomUUID();
  const draft = () => readAs(konto.actor, (tx) => draftOf(tx, konto.actor, id));
  expect((await browser.post("/entwurf/beratung", { _entwurf: id, notiz: "erster Satz" })).status).toBe(204);
  expect((await draft())?.values).toEqual({ notiz: ["erster Satz"] });
  pass(20);
  const late = await browser.post("/entwurf/beratung", { _entwurf: id, notiz: "erster Satz, zweiter Satz" });
  expect(late.location).toMatch(/^\/sperre/);
  expect((await draft())?.values).toEqual({ notiz: ["erster Satz"] });
  const rows = await db.admin("select inhalt from kim.entwurf where id = $1", [id]);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from("erster Satz").toString("hex"));
});

test("signing out clears the browser, ends the session on the server and keeps the draft", async () => {
  const konto = await someone();
  const browser = await signIn(konto);
  const id = crypto.randomUUID();
  await browser.post("/entwurf/beratung", { _entwurf: id, notiz: "bleibt" });
  const stolen = browser.cookie;
  const out = await browser.post("/abmelden");
  expect([out.status, out.location, browser.cookie]).toEqual([303, "/anmelden?grund=abgemeldet", ""]);
  expect(out.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
  browser.cookie = stolen;
  expect((await browser.get("/konto")).location).toMatch(/^\/anmelden/);
  expect(await readAs(konto.actor, (tx) => draftOf(tx, konto.actor, id))).toBeDefined();
});

test("own account: password, second factor, codes, sessions, shortcuts", async () => {
  const konto = await someone();
  const browser = await signIn(konto);
  const { passwort } = konto;
  const page = await browser.get("/konto");
  expect(page.html).toContain(konto.email);
  expect((await browser.post("/konto/tasten", { tasten: "aus", weiter: "/konto" })).location).toBe("/konto");
  expect((await browser.get("/konto")).html).toContain('data-keys="off"');
  expect((await browser.post("/konto/codes", { passwort: "falsch" })).status).toBe(422);
  const codes = await browser.post("/konto/codes", { passwort });
  expect(codes.html.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g)).toHaveLength(10);
  expect((await browser.post("/konto/zweiter-faktor", { passwort })).location).toBe(
    "/konto/zweiter-faktor/bestaetigen",
  );
  const offer = await browser.get("/konto/zweiter-faktor/bestaetigen");
  const secret = /<code[^>]*>([A-Z2-7 ]{32,})<\/code>/.exec(offer.html)?.[1]?.replaceAll(" ", "") ?? "";
  expect((await browser.post("/konto/zweiter-faktor/bestaetigen", { code: "1" })).status).toBe(422);
  const done = await browser.post("/konto/zweiter-faktor/bestaetigen", { code: totpCode(secret, new Date()) });
  expect(done.html).toContain("Ich habe die Codes notiert");
  const neu = "Sieben leise Kraniche am Ufer";
  const changed = await browser.post("/konto/passwort", { passwort, neu, wiederholung: neu });
  expect(changed.location).toBe("/konto?getan=passwort");
  expect((await browser.post("/konto/sitzungen", { sitzung: crypto.randomUUID() })).status).toBe(404);
  expect((await browser.post("/konto/sitzungen", { sitzung: "andere" })).location).toBe("/konto?getan=sitzung");
  expect((await browser.get("/konto")).status).toBe(200);
});

test("a form of another site changes nothing", async () => {
  const browser = await signIn(await someone());
  for (const path of ["/abmelden", "/sperren", "/konto/tasten", "/sitzung/verlaengern"]) {
    expect((await browser.post(path, { tasten: "aus" }, { Origin: "https://boese.example" })).status, path).toBe(403);
  }
  expect((await browser.get("/konto")).status).toBe(200);
});
