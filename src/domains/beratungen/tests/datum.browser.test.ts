import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { overflow, violations } from "../../../../tests/support/accessible.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { useBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const browser = useBrowser();
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
});
beforeEach(() => db.admin("truncate kim.beratung, kim.entwurf cascade"));

const saved = async () => (await db.admin("select am::text from kim.beratung")).map((row) => row["am"]);
const thisYear = new Date().getFullYear();

/** A page of somebody who counsels, with a browser that speaks whatever language. */
async function pageFor(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser().newContext({ viewport: { width: 1280, height: 1000 }, locale: "de-DE", ...options });
  const page = await context.newPage();
  await page.goto(room().entryOf(stelle.konto.actor));
  return page;
}

/** The capture page with everything but the date. */
async function capture(options?: BrowserContextOptions): Promise<Page> {
  const page = await pageFor(options);
  await page.goto(new URL("/beratungen/neu", page.url()).href);
  // On a phone day, place and way are behind the line that says them, once they are known from the last time.
  if (!(await page.locator("#am").isVisible())) await page.locator(".fold > summary").click();
  await page.locator("#kontaktweg").selectOption("termin");
  await page.locator("[name=themen]").first().check();
  await page.locator("#dauer").fill("30");
  return page;
}

const save = (page: Page) => page.getByRole("button", { name: /^Speichern und nächste/ }).click();

const SENTENCE = "Den 31.02. gibt es nicht. Prüfen Sie Tag und Monat.";

describe.each([true, false])("typed, with script: %s", (javaScriptEnabled) => {
  test("1.1. is saved as the last one", async () => {
    const page = await capture({ javaScriptEnabled });
    await page.locator("#am").fill("1.1.");
    await save(page);
    await page.locator("[data-meldung]").waitFor();
    expect(await saved()).toEqual([`${thisYear}-01-01`]);
    await page.context().close();
  });

  test("31.02. is refused at its field, with what was typed", async () => {
    const page = await capture({ javaScriptEnabled });
    await page.locator("#am").fill("31.02.");
    await save(page);
    await page.locator("#am-fehler", { hasText: SENTENCE }).waitFor();
    expect(await page.locator("#am").inputValue()).toBe("31.02.");
    expect(await page.locator("#fehler:focus").count()).toBe(1);
    expect(await page.locator("#dauer").inputValue()).toBe("30");
    expect(await saved()).toEqual([]);
    await page.context().close();
  });
});

describe("in any browser", () => {
  test("an English one shows the same day and the same calendar", async () => {
    const [german, english] = [await capture(), await capture({ locale: "en-US", timezoneId: "America/New_York" })];
    for (const page of [german, english]) {
      await page.locator("#am").fill("12.03.2026");
      await page.getByRole("button", { name: "Kalender: Datum" }).click();
      await page.getByRole("heading", { name: "März 2026" }).waitFor();
    }
    const text = (page: Page) => page.getByRole("dialog").innerText();
    expect(await text(english)).toBe(await text(german));
    expect(await text(german)).toMatch(/^«\s+‹\s+März 2026\s+›\s+»\s+Mo\s+Di\s+Mi\s+Do\s+Fr\s+Sa\s+So\s+1\s+2\s+3/);
    for (const page of [german, english]) await page.context().close();
  });

  test("without script there is no button that does nothing", async () => {
    const page = await capture({ javaScriptEnabled: false });
    expect(await page.getByRole("button", { name: "Kalender: Datum" }).count()).toBe(0);
    await page.context().close();
  });
});

describe("the calendar", () => {
  const cell = (page: Page, name: string) => page.getByRole("gridcell", { name });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

  async function opened(options?: BrowserContextOptions): Promise<Page> {
    const page = await capture(options);
    await page.locator("#am").fill("12.03.2026");
    await page.locator("#am").press("Tab");
    await page.keyboard.press("Enter");
    await cell(page, "Donnerstag, 12. März 2026").waitFor();
    return page;
  }

  test("by keyboard: every key leads where the pattern says, Enter takes the day", async () => {
    const page = await opened();
    expect(await focused(page)).toBe("Donnerstag, 12. März 2026");
    const steps: readonly (readonly [string, string])[] = [
      ["ArrowRight", "Freitag, 13. März 2026"],
      ["ArrowDown", "Freitag, 20. März 2026"],
      ["Home", "Montag, 16. März 2026"],
      ["ArrowLeft", "Sonntag, 15. März 2026"],
      ["ArrowUp", "Sonntag, 8. März 2026"],
      ["End", "Sonntag, 8. März 2026"],
      ["PageUp", "Sonntag, 8. Februar 2026"],
      ["PageDown", "Sonntag, 8. März 2026"],
      ["Shift+PageUp", "Samstag, 8. März 2025"],
      ["Shift+PageDown", "Sonntag, 8. März 2026"],
      ["ArrowRight", "Montag, 9. März 2026"],
    ];
    for (const [key, day] of steps) {
      await page.keyboard.press(key);
      expect(await focused(page), key).toBe(day);
    }
    expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineWidth)).toBe(
      "3px",
    );
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.locator("#am").inputValue()).toBe("09.03.2026");
    expect(await page.locator("[data-kalender]:focus").count()).toBe(1);
    await page.context().close();
  });

  test("Escape closes it, changes nothing and goes back; letters press nothing below", async () => {
    const page = await opened();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("?");
    await page.keyboard.press("n");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.locator("#am").inputValue()).toBe("12.03.2026");
    expect(await page.locator("[data-kalender]:focus").count()).toBe(1);
    await page.context().close();
  });

  test("the last day of a long month leads to the last of a short one", async () => {
    const page = await opened();
    await cell(page, "Dienstag, 31. März 2026").focus();
    await page.keyboard.press("Escape");
    await page.locator("#am").fill("31.3.2026");
    await page.getByRole("button", { name: "Kalender: Datum" }).click();
    await cell(page, "Dienstag, 31. März 2026").waitFor();
    await page.keyboard.press("PageUp");
    expect(await focused(page)).toBe("Samstag, 28. Februar 2026");
    await page.context().close();
  });

  test("on a phone it fits, by touch, and axe finds nothing; a draft follows it", async () => {
    const page = await opened({ viewport: { width: 320, height: 700 }, hasTouch: true, bypassCSP: true });
    const box = await page.getByRole("dialog").boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 320 && box.height <= 700).toBe(true);
    const target = await cell(page, "Freitag, 20. März 2026").boundingBox();
    expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(40);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await cell(page, "Freitag, 20. März 2026").tap();
    expect(await page.locator("#am").inputValue()).toBe("20.03.2026");
    await page.locator("[data-entwurf-stand]", { hasText: "Entwurf gesichert" }).waitFor();
    await page.context().close();
  });
});

describe("a filter", () => {
  test("that cannot be is told on the whole page; put right it filters again", async () => {
    await erfasse(stelle, { am: "2026-03-12" });
    const page = await pageFor();
    await page.goto(new URL("/beratungen", page.url()).href);
    await page.locator("tbody tr").waitFor();
    await page.locator("#von").fill("12.4.26");
    await page.locator("#bis").fill("31.3.26");
    await page.locator("#bis").press("Enter");
    await page.locator("#bis-fehler", { hasText: "„bis“ liegt vor „von“." }).waitFor();
    expect(await page.locator("#von").inputValue()).toBe("12.4.26");
    expect(await page.locator("tbody tr").count()).toBe(0);
    await page.locator("#von").fill("1.3.26");
    await page.locator("#von").press("Enter");
    await page.locator("tbody tr").waitFor();
    expect(await page.locator("#bis-fehler").count()).toBe(0);
    expect(new URL(page.url()).search).toContain("von=2026-03-01&bis=2026-03-31");
    await page.context().close();
  });
});
