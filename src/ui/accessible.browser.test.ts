import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../tests/support/browser.ts";
import { SmallApp } from "../../tests/support/small-app.tsx";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const app = new SmallApp();
let browser: Browser;

beforeAll(async () => {
  await app.start();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Names of the violated rules with the first element of each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const axe = Reflect.get(globalThis, "axe");
    const { violations: found } = await axe.run({ runOnly: rules });
    return found.map((v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`);
  }, RULES);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Labels and buttons whose words stick out. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("label, .kern-btn, .nav a")]
      .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
      .map((e) => e.outerHTML.slice(0, 120)),
  );

describe.each([
  [1280, "light"],
  [1280, "dark"],
  [320, "light"],
] as const)("at %i pixels, %s", (width, colorScheme) => {
  test("every page and state without a violation and without sideways scrolling", async () => {
    // High enough that the bar at the bottom covers no field while axe looks.
    const viewport = { width, height: width < 960 ? 1600 : 800 };
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const check = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await cutOff(page)).toEqual([]);
    };
    for (const path of ["/neu", "/liste", "/sperre"]) {
      await page.goto(app.url + path);
      await check();
    }
    await page.goto(`${app.url}/neu`);
    await page.keyboard.press("?");
    await check();
    await page.keyboard.press("Escape");
    await page.locator("#minuten").press("Enter");
    await page.locator("#fehler").waitFor();
    await check();
    if (width < 960) {
      await page.getByText("Menü").click();
      await check();
    }
    await context.close();
  });
});

test("on a phone targets are 44 pixels high, and the bar at the bottom covers no focused field", async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 667 } });
  await page.goto(`${app.url}/neu`);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, .in, .chips label, .seg label, .nav summary")]
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
      .map((e) => e.outerHTML.slice(0, 80)),
  );
  expect(small).toEqual([]);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const field = document.activeElement;
      if (!field?.matches(".in, .chips input, .seg input")) return "";
      const box = field.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.bottom - 2);
      return top?.closest(".actions") ? field.outerHTML.slice(0, 80) : "";
    });
    expect(hidden).toBe("");
  }
  await page.close();
});

test("on a phone words in a table wrap, what leads on begins where its column does, and the foot where the page does", async () => {
  const page = await browser.newPage({ viewport: { width: 375, height: 667 } });
  await page.goto(`${app.url}/liste`);
  const { sideways, begin, foot, below } = await page.evaluate(() => {
    const leftOf = (element: Element | null): number => {
      const range = document.createRange();
      if (element !== null) range.selectNodeContents(element);
      return Math.round(range.getBoundingClientRect().left);
    };
    const table = document.querySelector(".scroll");
    const columns = [...document.querySelectorAll("thead th:last-child, tbody td:last-child .kern-label")].map(leftOf);
    const end = table?.nextElementSibling?.getBoundingClientRect().top ?? 0;
    return {
      sideways: (table?.scrollWidth ?? 0) - (table?.clientWidth ?? 0),
      begin: columns.map((left) => left - (columns[0] ?? 0)),
      foot: [...document.querySelectorAll(".foot > *")].map(leftOf).toSorted((a, b) => a - b)[0],
      below: end - (table?.getBoundingClientRect().bottom ?? 0),
    };
  });
  expect(sideways).toBeLessThanOrEqual(0);
  expect(begin).toEqual([0, 0, 0]);
  expect(foot).toBe(16);
  expect(below).toBeGreaterThanOrEqual(8);
  await page.close();
});
