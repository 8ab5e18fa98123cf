import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import type { SmallApp } from "../../tests/support/small-app.tsx";
import { SOON, useSmallWindow } from "../../tests/support/small-window.ts";

const now = useSmallWindow((small) => {
  small.behaviour.lockAfter = 900;
  small.behaviour.warn = 120;
});
let app: SmallApp;
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  ({ app, context, page } = now());
  await context.clock.install();
  await page.goto(`${app.url}/neu`);
});

const warning = (tab: Page) => tab.getByRole("region", { name: "Hinweis" });

test("warns two minutes ahead, and one press keeps the session open", async () => {
  await page.clock.runFor(770_000);
  expect(await warning(page).isVisible()).toBe(false);
  await page.clock.runFor(15_000);
  expect(await warning(page).textContent()).toMatch(/Um \d\d:\d\d Uhr wird die Sitzung gesperrt/);
  await page.getByRole("button", { name: "Angemeldet bleiben" }).focus();
  await page.keyboard.press("Enter");
  await warning(page).waitFor({ state: "detached" });
  expect(app.posts("/verlaengern").length).toBeGreaterThan(0);
  await page.clock.runFor(770_000);
  expect(await warning(page).isVisible()).toBe(false);
});

test("work without sending counts too, the server hears of it now and then", async () => {
  await page.clock.runFor(60_000);
  await page.keyboard.press("Shift");
  expect(app.posts("/verlaengern")).toHaveLength(0);
  await page.clock.runFor(240_000);
  await page.keyboard.press("Shift");
  await expect.poll(() => app.posts("/verlaengern").length, SOON).toBe(1);
});

test("one tab keeps the other open", async () => {
  await page.clock.runFor(785_000);
  await warning(page).waitFor();
  const other = await context.newPage();
  await other.goto(`${app.url}/liste`);
  await warning(page).waitFor({ state: "detached" });
});

test("in the end the draft is safe, and the lock knows where to go afterwards", async () => {
  await page.fill("#notiz", "mitten im Satz");
  await page.evaluate(() => document.body.setAttribute("data-sperre-in", "0"));
  await page.clock.runFor(1100);
  await page.waitForURL("**/sperre?weiter=*");
  expect(app.drafts.get("d1")?.["notiz"]).toEqual(["mitten im Satz"]);
  const next = new URL(page.url()).searchParams.get("weiter");
  expect(next).toBe("/neu?entwurf=d1");
  expect(app.arrived.map((a) => a.path)).toEqual(["/entwurf/d1", "/sperren"]);
  expect(await page.content()).not.toContain("mitten im Satz");
  await page.fill("[name=passwort]", "geheim genug");
  await page.getByRole("button", { name: "Entsperren" }).click();
  await page.waitForURL("**/neu?entwurf=d1");
  expect(await page.inputValue("#notiz")).toBe("mitten im Satz");
});

test("when the server is away in the end, everything stays covered until the server has it", async () => {
  await app.stop();
  await page.fill("#notiz", "nicht verloren");
  await page.evaluate(() => document.body.setAttribute("data-sperre-in", "0"));
  await page.clock.runFor(1100);
  await warning(page).getByText("Gesperrt.").waitFor();
  expect(await page.locator("#notiz").isVisible()).toBe(false);
  await app.start();
  await page.clock.runFor(6000);
  await page.waitForURL("**/sperre?weiter=*");
  expect(app.drafts.get("d1")?.["notiz"]).toEqual(["nicht verloren"]);
});
