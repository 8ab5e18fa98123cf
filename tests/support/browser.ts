import { type Browser, type Page, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";

/** The machine's Chromium, without window. As root it cannot use its sandbox. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["KIM_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });

/** The browser of a test file, from its first test to its last; `tidy` closes its windows after each. Call it at the top. */
export function useBrowser(windows: "tidy" | "kept" = "kept"): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  if (windows === "tidy") afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  return () => browser;
}

/** A window of that width, entered at an address. */
export async function windowOf(
  browser: Browser,
  entry: string,
  width: number,
  javaScriptEnabled = true,
): Promise<Page> {
  // High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks.
  const viewport = { width, height: width < 960 ? 1600 : 800 };
  const context = await browser.newContext({ viewport, locale: "de-DE", bypassCSP: true, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(entry);
  return page;
}
