import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildApp } from "../../../app.ts";
import { overflow, violations } from "../../../../tests/support/accessible.ts";
import { openBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { type TestKonto, testKonto } from "../../../../tests/support/konten.ts";
import { type TestServer, serveApp } from "../../../../tests/support/server.ts";
import { systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { startLog } from "../../../platform/log.ts";
import { totpCode } from "../model/totp.ts";
import { invite } from "../commands/invite.ts";

const db = testDatabase();
/** A folder for pictures of every page, to look at them. */
const SHOTS = process.env["KIM_BILDER"];
const NEU = "Sieben leise Kraniche am Ufer";
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  startLog({ level: "error", prozess: "test" });
  server = await serveApp(buildApp({ adresse: undefined, metriken: "aus", demo: true }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  await db.admin("delete from betrieb.anmeldeversuch");
});

const someone = () => testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function fill(page: Page, fields: Readonly<Record<string, string>>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  await press(page, button);
}

async function invitation(konto: TestKonto): Promise<string> {
  await db.admin("update kim.konto set status = 'eingeladen' where id = $1", [konto.actor.kontoId]);
  const system = systemActor("05382");
  return `/einladung/${await writeAs(system, (tx) => invite(tx, system, konto.actor.kontoId))}`;
}

const shownSecret = async (page: Page) => ((await page.textContent("main code")) ?? "").replaceAll(" ", "");

test.each([
  ["mit JavaScript", true],
  ["ohne JavaScript", false],
])(
  "vom Link zum Konto, gesperrt, entsperrt, abgemeldet: %s",
  async (_, javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const konto = await someone();
    await page.goto(server.url + (await invitation(konto)));
    await fill(page, { neu: NEU, wiederholung: NEU }, "Passwort setzen");
    const secret = await shownSecret(page);
    await fill(page, { code: totpCode(secret, new Date()) }, "Bestätigen");
    expect(await page.locator("main li code").count()).toBe(10);
    await page.getByRole("link", { name: "Ich habe die Codes notiert" }).click();
    expect(await page.textContent("h1")).toBe("Guten Tag, Mira Beispiel");
    await page.goto(`${server.url}/konto`);
    await press(page, "Sperren");
    expect(await page.textContent("h1")).toBe("Gesperrt");
    await fill(page, { passwort: NEU }, "Entsperren");
    expect(new URL(page.url()).pathname).toBe("/konto");
    await press(page, "Abmelden");
    expect(await page.textContent("main")).toContain("Sie sind abgemeldet");
    await page.goto(`${server.url}/konto`);
    expect(new URL(page.url()).pathname).toBe("/anmelden");
    await context.close();
  },
  90_000,
);

/** Every page of the room, and its states, one after the other as somebody meets them. */
async function walk(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const go = (path: string) => page.goto(server.url + path);
  const konto = await someone();
  await go("/demo");
  await look("demo");
  await go("/anmelden?grund=abgelaufen");
  await look("anmelden");
  await fill(page, { email: konto.email, passwort: "falsch" }, "Weiter");
  await look("anmelden-falsch");
  await go("/einladung/05382.unsinn");
  await look("einladung-alt");
  await go(await invitation(konto));
  await look("einladung");
  await fill(page, { neu: "kurz", wiederholung: "kurz" }, "Passwort setzen");
  await look("einladung-falsch");
  await fill(page, { neu: NEU, wiederholung: NEU }, "Passwort setzen");
  await look("einrichten");
  const secret = await shownSecret(page);
  await fill(page, { code: "12" }, "Bestätigen");
  await look("einrichten-falsch");
  await fill(page, { code: totpCode(secret, new Date()) }, "Bestätigen");
  await look("codes");
  await go("/konto");
  await look("konto");
  await go("/konto?meldung=code");
  await look("konto-meldung");
  await go("/konto/passwort");
  await look("konto-passwort");
  await fill(page, { passwort: "falsch", neu: "kurz", wiederholung: "kurz" }, "Passwort ändern");
  await look("konto-passwort-falsch");
  await go("/konto/zweiter-faktor");
  await look("konto-faktor");
  await fill(page, { passwort: NEU }, "Weiter");
  await look("konto-faktor-bestaetigen");
  await go("/konto/codes");
  await fill(page, { passwort: NEU }, "Codes erzeugen");
  await look("konto-codes");
  await press(page, "Sperren");
  await look("sperre");
  await fill(page, { passwort: "falsch" }, "Entsperren");
  await look("sperre-falsch");
  await go("/anmelden");
  await fill(page, { email: konto.email, passwort: NEU }, "Weiter");
  await page.getByText("Gerät verloren?").click();
  await look("code");
  await page.getByRole("link", { name: "Wiederherstellungscode eingeben" }).click();
  await look("wiederherstellung");
}

test.each([1280, 320])(
  "jede Seite und jeder Zustand ohne Verstoß gegen WCAG, bei %i Pixeln",
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const faults: string[] = [];
    await walk(page, async (name) => {
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
      for (const fault of await violations(page)) faults.push(`${name}: ${fault}`);
      if ((await overflow(page)) > 0) faults.push(`${name}: breiter als das Fenster`);
    });
    expect(faults).toEqual([]);
    await context.close();
  },
  180_000,
);
