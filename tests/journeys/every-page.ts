import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";
import { type Bestand, type BestandDatabase, bestand } from "./bestand.ts";
import { withoutSheet } from "./extra-sheet.ts";
import { FORMS, askingForms, outdateForms, rejectForms, versionedForms } from "./form-checks.ts";
import { PHONE, type Problems, WIDE, frameProblems, looks, looksInTheDark, walk } from "./page-checks.ts";
import type { Besuch, Wer } from "./probe.ts";
import { addressOf } from "./proben.ts";

/** A browser and a `Bestand` for one test file. */
export type Rundgang = {
  readonly bestand: () => Bestand;
  /** Looks at one address as one person: everything that is wrong with it. */
  readonly visit: (besuch: Besuch) => Promise<Problems>;
  /** The one page of that person, as wide as a desk, and what is wrong with what it loads from now on. */
  readonly pageOf: (wer: Wer) => Promise<{ readonly page: Page; readonly problems: Problems }>;
};

/** Call it at the top of a file. */
export function rundgang(db: BestandDatabase): Rundgang {
  let b: Bestand;
  let browser: Browser;
  // A page is a process of the browser: one for each person is much faster than one for each visit.
  const pages = new Map<Wer, { readonly page: Page; readonly problems: Problems }>();
  // What stands around the pages of one person is looked at once.
  const framed = new Set<Wer>();
  beforeAll(async () => {
    b = await bestand(db);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await b.server.stop();
  });

  async function signedIn(wer: Wer): Promise<Page> {
    const context = await browser.newContext({ locale: "de-DE", reducedMotion: "reduce" });
    const cookie = { name: COOKIE, value: b.cookieOf(wer), domain: "127.0.0.1", path: "/", secure: true };
    if (cookie.value !== "") await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
    return context.newPage();
  }

  const pageOf: Rundgang["pageOf"] = async (wer) => {
    let known = pages.get(wer);
    if (known === undefined) {
      const page = await signedIn(wer);
      known = { page, problems: watch(page, b.server.url) };
      pages.set(wer, known);
    }
    known.problems.length = 0;
    await known.page.setViewportSize(WIDE);
    return known;
  };

  const visit = async (besuch: Besuch): Promise<Problems> => {
    const address = b.server.url + addressOf(besuch.path, b.ids);
    const { page, problems } = await pageOf(besuch.wer);
    const show = async () => {
      const answer = await page.goto(address);
      expect(answer?.status(), `${besuch.wer} ${besuch.path}`).toBe(besuch.status ?? 200);
    };
    await show();
    // Looking and walking leave the page as it came: the first form needs no other.
    let touched = false;
    const untouched = async () => {
      if (touched) await show();
      touched = true;
    };
    const look = { frame: !framed.has(besuch.wer) };
    framed.add(besuch.wer);
    const found = [
      ...(await frameProblems(page)),
      ...(await withoutSheet(page)),
      ...(await looks(page, look)),
      ...(await looksInTheDark(page, look)),
    ];
    await page.setViewportSize(PHONE);
    found.push(...(await looks(page, look)).map((problem) => `320: ${problem}`));
    await page.setViewportSize(WIDE);
    found.push(...(await walk(page, look)));
    if (besuch.forms !== false) {
      const [versioned, asking] = [await page.evaluate(versionedForms, FORMS), await page.evaluate(askingForms, FORMS)];
      // A rejected form leaves a draft, which some pages show next time: what is valid goes first.
      found.push(...(await outdateForms(page, versioned, untouched)), ...(await rejectForms(page, asking, untouched)));
    }
    return [...found, ...problems];
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
export function visitAll(tour: Rundgang, visits: readonly Besuch[]): void {
  test.each(visits.map((besuch) => [besuch.wer, besuch.path, besuch] as const))(
    "%s: %s",
    async (_wer, _path, besuch) => {
      // As one text: the whole of it stands in the first line of what fails, in every reporter.
      expect((await tour.visit(besuch)).join("\n")).toBe("");
    },
    60_000,
  );
}
