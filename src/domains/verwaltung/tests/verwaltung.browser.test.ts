import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../../../../tests/support/accessible.ts";
import { openBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { createSetupLink } from "../../zugang/index.ts";
import { createKonto, createStandort, createTraeger } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const KREIS = "05382";
const M = "/verwaltung/mitarbeitende";
const LONG_MS = 120_000;
const SHOTS = process.env["KIM_BILDER"];
let room: Room;
let browser: Browser;
let admin: Actor;
let fresh: Actor;
let places: Record<string, string>;

beforeAll(async () => {
  admin = (await testKonto({ kreis: KREIS, rollen: ["administration"] })).actor;
  fresh = (await testKonto({ kreis: "05154", rollen: ["administration"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name, abh) values ('05382', '05382060', 'Siegburg', 'Kreis')");
  const system = systemActor(KREIS);
  const name = "Wohlfahrtsverband zur Probe im Musterkreis e. V.";
  const ids = await writeAs(system, async (tx) => {
    const traegerId = await createTraeger(tx, system, { name, art: "wohlfahrt" });
    const standortId = await createStandort(tx, system, { traegerId, ags: "05382060", name: "Beratungshaus am Markt" });
    const email = "jo.muster.langnamenstein@wohlfahrt.beispiel.example";
    const rollen = [
      { rolle: "cm_lokal", von: "2025-01-01", bis: null },
      { rolle: "cm_mukis", von: "2025-01-01", bis: "2025-12-31" },
    ];
    const jo = { traegerId, standortId, name: "Jo Muster-Langnamenstein", email, rollen };
    return { traegerId, standortId, ...(await createKonto(tx, system, jo)) };
  });
  const rolle = await readAs(system, (tx) =>
    tx
      .selectFrom("kim.rolle")
      .select("id")
      .where("konto_id", "=", ids.kontoId)
      .where("bis", "is", null)
      .executeTakeFirstOrThrow(),
  );
  const jo = `${M}/${ids.kontoId}`;
  places = {
    uebersicht: "/verwaltung",
    kommunen: "/verwaltung/kommunen?getan=gespeichert",
    "kommune-neu": "/verwaltung/kommunen/neu",
    kommune: "/verwaltung/kommunen/05382060",
    traeger: "/verwaltung/traeger",
    "traeger-neu": "/verwaltung/traeger/neu",
    "traeger-eines": `/verwaltung/traeger/${ids.traegerId}`,
    standorte: "/verwaltung/standorte",
    "standort-neu": "/verwaltung/standorte/neu",
    standort: `/verwaltung/standorte/${ids.standortId}`,
    mitarbeitende: M,
    "mitarbeitende-leer": `${M}?status=deaktiviert`,
    "konto-neu": `${M}/neu`,
    konto: jo,
    "konto-bearbeiten": `${jo}/bearbeiten`,
    "rolle-vergeben": `${jo}/rollen/neu`,
    "rolle-beenden": `${jo}/rollen/${rolle.id}/beenden`,
    deaktivieren: `${jo}/deaktivieren`,
    "neuer-link": `${jo}/neuer-link`,
  };
  room = await openRoom(routes);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await room.stop();
});

async function pageFor(actor: Actor, width: number, javaScriptEnabled = true): Promise<Page> {
  // High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks.
  const viewport = { width, height: width < 960 ? 1600 : 800 };
  const context = await browser.newContext({ viewport, locale: "de-DE", bypassCSP: true, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(room.entryOf(actor));
  return page;
}

/** No violation, nothing wider than the window; a picture where somebody wants to look. */
async function check(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) {
    await page.screenshot({ path: `${SHOTS}/verwaltung-${name}-${page.viewportSize()?.width}.png`, fullPage: true });
  }
  expect(await violations(page), name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, name).toBeLessThanOrEqual(0);
}

const go = (page: Page, path: string) => page.goto(room.url + path);
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

describe.each([1280, 320])("bei %i Pixeln", (width) => {
  test("every page without a violation", { timeout: LONG_MS }, async () => {
    const page = await pageFor(admin, width);
    for (const [name, path] of Object.entries(places)) {
      await go(page, path);
      await check(page, name);
    }
    await page.context().close();
    const empty = await pageFor(fresh, width);
    for (const path of ["/verwaltung", "/verwaltung/kommunen", "/verwaltung/standorte"]) {
      await go(empty, path);
      await check(empty, `leer${path.replaceAll("/", "-")}`);
    }
    await empty.context().close();
  });

  test("every state without a violation: mistakes, both versions, the link", { timeout: LONG_MS }, async () => {
    const page = await pageFor(admin, width);
    await go(page, await createSetupLink(""));
    await check(page, "einrichten");
    await press(page, "Einrichten");
    await page.locator("#fehler").waitFor();
    await check(page, "einrichten-fehler");
    await go(page, places["konto-neu"] ?? "");
    await press(page, "Anlegen und Einladungslink zeigen");
    await page.locator("#fehler").waitFor();
    await check(page, "konto-fehler");
    await go(page, places["kommune"] ?? "");
    await db.admin("update kim.kommune set version = version + 1, jugendamt = 'Stadt' where ags = '05382060'");
    await page.getByLabel("Zuständige Einbürgerungsbehörde").fill(`Stadt ${width}`);
    await press(page, "Speichern");
    await page.locator("#konflikt").waitFor();
    await check(page, "konflikt");
    await go(page, places["neuer-link"] ?? "");
    await press(page, "Neuen Link zeigen");
    await page.locator("#link").waitFor();
    await check(page, "link");
    await page.context().close();
  });
});

test.each([true, false])(
  "keyboard only, JavaScript %s: from nothing to the link of a new colleague",
  async (script) => {
    const page = await pageFor(admin, 1280, script);
    await go(page, places["konto-neu"] ?? "");
    await page.locator("#name").focus();
    await page.keyboard.type("Karl Probe");
    await page.keyboard.press("Tab");
    await page.keyboard.type(`karl.${script}@beispiel.example`);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Wohl");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Beratung");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Case");
    await page.getByRole("button", { name: "Anlegen und Einladungslink zeigen" }).press("Enter");
    await page.locator("#link").waitFor();
    expect(await page.locator("#link").inputValue()).toContain("/einladung/05382.");
    expect(await page.locator("#link").evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByRole("link", { name: "Zum Zugang" }).press("Enter");
    await page.getByRole("heading", { name: "Karl Probe" }).waitFor();
    await page.context().close();
  },
);
