import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { useBrowser, windowOf } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { type Actor, systemActor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { createKonto, createStandort, createTraeger } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const browser = useBrowser();
const KREIS = "05382";
const M = "/verwaltung/mitarbeitende";
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
});

const pageFor = (actor: Actor, width: number, javaScript?: boolean) =>
  windowOf(browser(), room().entryOf(actor), width, javaScript);

const go = (page: Page, path: string) => page.goto(room().url + path);

test.each([true, false])(
  "keyboard only, JavaScript %s: from nothing to the link of a new colleague",
  async (script) => {
    const page = await pageFor(admin, 1280, script);
    await go(page, `${M}/neu`);
    await page.locator("#traeger").focus();
    await page.keyboard.type("Wohl");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#name").focus();
    await page.keyboard.type("Karl Probe");
    await page.keyboard.press("Tab");
    await page.keyboard.type(`karl.${script}@beispiel.example`);
    await page.keyboard.press("Tab");
    await page.keyboard.type("Beratung");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Case");
    await page.getByRole("button", { name: "Anlegen und Einladungslink zeigen" }).press("Enter");
    await page.locator("#link").waitFor();
    expect(await page.locator("#link").inputValue()).toContain("/einladung/05382.");
    expect(await page.locator("#link").evaluate((field) => field === document.activeElement)).toBe(true);
    const copy = page.getByRole("button", { name: "Link kopieren" });
    expect(await copy.isVisible()).toBe(script);
    if (script) {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await copy.press("Enter");
      await page.getByText("Kopiert", { exact: true }).first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("/einladung/05382.");
    }
    await page.getByRole("link", { name: "Zum Zugang" }).press("Enter");
    await page.getByRole("heading", { name: "Karl Probe" }).waitFor();
    await page.context().close();
  },
);
