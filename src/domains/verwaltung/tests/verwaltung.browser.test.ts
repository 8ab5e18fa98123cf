import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../../tests/support/room.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { createKonto, createStandort, createTraeger } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const KREIS = "05382";
const M = "/verwaltung/mitarbeitende";
let room: Room;
let browser: Browser;
let admin: Actor;

beforeAll(async () => {
  admin = (await testKonto({ kreis: KREIS, rollen: ["administration"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name, abh) values ('05382', '05382060', 'Siegburg', 'Kreis')");
  const system = systemActor(KREIS);
  const name = "Wohlfahrtsverband zur Probe im Musterkreis e. V.";
  await writeAs(system, async (tx) => {
    const traegerId = await createTraeger(tx, system, { name, art: "wohlfahrt" });
    const standortId = await createStandort(tx, system, { traegerId, ags: "05382060", name: "Beratungshaus am Markt" });
    const email = "jo.muster.langnamenstein@wohlfahrt.beispiel.example";
    const rollen = [
      { rolle: "cm_lokal", von: "2025-01-01", bis: null },
      { rolle: "cm_mukis", von: "2025-01-01", bis: "2025-12-31" },
    ];
    const jo = { traegerId, standortId, name: "Jo Muster-Langnamenstein", email, rollen };
    await createKonto(tx, system, jo);
  });
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

const go = (page: Page, path: string) => page.goto(room.url + path);

test.each([true, false])(
  "keyboard only, JavaScript %s: from nothing to the link of a new colleague",
  async (script) => {
    const page = await pageFor(admin, 1280, script);
    await go(page, `${M}/neu`);
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
