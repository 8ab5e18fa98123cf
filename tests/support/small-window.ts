import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach } from "vitest";
import { useBrowser } from "./browser.ts";
import { SmallApp } from "./small-app.tsx";

/** The small application and a window to it: new ones for each test. */
export type SmallWindow = {
  readonly browser: Browser;
  readonly app: SmallApp;
  readonly context: BrowserContext;
  readonly page: Page;
};

/** How long to wait for something: the machine may be busy. */
export const SOON = { timeout: 10_000 };

/** Call it at the top of a test file; `prepare` sets the application up before it starts. */
export function useSmallWindow(prepare: (app: SmallApp) => void = () => undefined): () => SmallWindow {
  const browser = useBrowser();
  let now: SmallWindow;
  beforeEach(async () => {
    const app = new SmallApp();
    prepare(app);
    await app.start();
    const context = await browser().newContext({ locale: "de-DE" });
    now = { browser: browser(), app, context, page: await context.newPage() };
  });
  afterEach(async () => {
    await now.context.close();
    await now.app.stop();
  });
  return () => now;
}
