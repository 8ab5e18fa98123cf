import { type Browser, chromium } from "playwright-core";

/** The machine's Chromium, without window. As root it cannot use its sandbox. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["KIM_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
