import type { Browser, BrowserContext, Page } from "playwright-core";
import { beginSession } from "../../src/domains/zugang/commands/sessions.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { now } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";

/** Both ways to work: every journey of capturing is walked with and without JavaScript. */
export const WAYS = [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const;

type Look = { readonly js?: boolean; readonly width?: number; readonly dark?: boolean };

/** A browser window of somebody who is signed in; the session is as after password and second factor. */
export async function window(browser: Browser, url: string, actor: Actor, look: Look = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: look.js ?? true,
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark === true ? "dark" : "light",
    locale: "de-DE",
  });
  context.setDefaultTimeout(10_000);
  const value = await writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
  await context.addCookies([{ name: COOKIE, value, domain: "127.0.0.1", path: "/", secure: true, httpOnly: true }]);
  return context;
}

/** Presses a button by its words. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** Waits for the message of the last request at the top of the page. */
export const says = (page: Page, text: string, timeout = 10_000): Promise<void> =>
  page.locator("main [data-meldung]", { hasText: text }).waitFor({ timeout });

/** Fills a typical anonymous consultation by hand; fields not named stay as they are. */
export async function typeBeratung(
  page: Page,
  typed: {
    readonly themen?: readonly string[];
    readonly dauer?: string;
    readonly notiz?: string;
    readonly sprache?: string;
  } = {},
): Promise<void> {
  await page.selectOption("[name=kontaktweg]", "termin");
  for (const thema of typed.themen ?? ["sprache", "aufenthalt"]) await page.check(`[name=themen][value=${thema}]`);
  await page.selectOption("[name=sprache]", typed.sprache ?? "uk");
  await page.fill("[name=dauer]", typed.dauer ?? "30");
  if (typed.notiz !== undefined) await page.fill("[name=notiz]", typed.notiz);
}

/** What stands in the capture form now, for comparing with what was typed. */
export async function shown(page: Page) {
  const themen = await page
    .locator("[name=themen]:checked")
    .evaluateAll((all) => all.map((e) => e.getAttribute("value")));
  return {
    themen,
    sprache: await page.inputValue("[name=sprache]"),
    dauer: await page.inputValue("[name=dauer]"),
    notiz: await page.inputValue("[name=notiz]"),
  };
}

/** Waits until the browser has kept what was typed, and says so. */
export const draftKept = (page: Page): Promise<void> =>
  page.locator("[data-entwurf-stand]", { hasText: "Entwurf gesichert" }).waitFor();
