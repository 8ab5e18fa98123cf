import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import type { TestDatabase } from "../support/db.ts";
import { type Bestand, type Wer, bestand } from "./bestand.ts";
import { outdateForms, rejectForms } from "./form-checks.ts";
import { type Problems, frameProblems, looks, looksInTheDark, walk } from "./page-checks.ts";
import { type Besuch, type Wege, addressOf } from "./wege.ts";

const WIDE = { width: 1280, height: 800 };
/** High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks. */
const PHONE = { width: 320, height: 4000 };

/** A browser and a `Bestand` for one test file. */
export type Rundgang = {
  readonly bestand: () => Bestand;
  /** Looks at one address as one person: everything that is wrong with it. */
  readonly visit: (besuch: Besuch) => Promise<Problems>;
  /** A page of that person, and what is wrong with what it loads. */
  readonly pageOf: (wer: Wer, size?: typeof WIDE) => Promise<{ readonly page: Page; readonly problems: Problems }>;
};

/** Call it at the top of a file. */
export function rundgang(db: TestDatabase): Rundgang {
  let b: Bestand;
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();
  beforeAll(async () => {
    b = await bestand(db);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await b.server.stop();
  });

  async function contextOf(wer: Wer, viewport: typeof WIDE): Promise<BrowserContext> {
    const name = `${wer} ${viewport.width}`;
    const known = contexts.get(name);
    if (known !== undefined) return known;
    const context = await browser.newContext({ viewport, locale: "de-DE", reducedMotion: "reduce" });
    const cookie = { name: "__Host-kim", value: b.cookieOf(wer), domain: "127.0.0.1", path: "/", secure: true };
    if (cookie.value !== "") await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
    contexts.set(name, context);
    return context;
  }

  const pageOf: Rundgang["pageOf"] = async (wer, size = WIDE) => {
    const page = await (await contextOf(wer, size)).newPage();
    return { page, problems: watch(page, b.server.url) };
  };

  const visit = async (besuch: Besuch): Promise<Problems> => {
    const address = b.server.url + addressOf(besuch.path, b.ids);
    const wide = await pageOf(besuch.wer);
    const phone = await pageOf(besuch.wer, PHONE);
    const show = async (page: Page) => {
      const answer = await page.goto(address);
      expect(answer?.status(), `${besuch.wer} ${besuch.path}`).toBe(besuch.status ?? 200);
    };
    await show(wide.page);
    const found = [...(await frameProblems(wide.page)), ...(await looks(wide.page))];
    found.push(...(await looksInTheDark(wide.page)), ...(await walk(wide.page)));
    await show(phone.page);
    found.push(...(await looks(phone.page)).map((problem) => `320: ${problem}`));
    if (besuch.forms !== false) {
      // A rejected form leaves a draft, which some pages show next time: what is valid goes first.
      await show(wide.page);
      found.push(...(await outdateForms(wide.page, () => show(wide.page))));
      await show(wide.page);
      found.push(...(await rejectForms(wide.page, () => show(wide.page))));
    }
    await wide.page.close();
    await phone.page.close();
    return [...found, ...wide.problems, ...phone.problems];
  };
  return { bestand: () => b, visit, pageOf };
}

/** Collects what a page loads from elsewhere, what its Content Security Policy refuses, and every error of its scripts. */
function watch(page: Page, origin: string): Problems {
  const problems: Problems = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) problems.push(`lädt ${url}`);
  });
  page.on("pageerror", (error) => problems.push(`Skriptfehler: ${error.message}`));
  page.on("console", (message) => {
    // The browser notes every answer that is no success, the page itself included.
    if (message.type() === "error" && !/the server responded with a status of (4\d\d|503)/.test(message.text()))
      problems.push(`Konsole: ${message.text()}`);
  });
  return problems;
}

/** One test for each state of each page. */
export function visitAll(tour: Rundgang, wege: Wege): void {
  const visits = Object.values(wege).flat();
  test.each(visits.map((besuch) => [besuch.wer, besuch.path, besuch] as const))(
    "%s: %s",
    async (_wer, _path, besuch) => {
      expect(await tour.visit(besuch)).toEqual([]);
    },
    60_000,
  );
}
