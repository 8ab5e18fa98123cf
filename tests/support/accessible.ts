import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { devtools } from "./devtools.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Its value would be sent back.
const LOAD = { expression: `${AXE};0` };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What stands around every page of one person alike. */
const FRAME = [".top", ".nav", ".foot"];

/** What to look at: by itself everything, by all rules. */
export type Look = { readonly rules?: readonly string[]; readonly frame?: boolean };

/** What of a page breaks a rule of WCAG 2.2 AA (axe), with the first element of each; empty when all is well. */
export async function violations(page: Page, { rules, frame = true }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await (await devtools(page)).send("Runtime.evaluate", LOAD);
  const runOnly = rules === undefined ? RULES : { type: "rule", values: rules };
  const context = { exclude: frame ? [] : FRAME.map((part) => [part]) };
  return page.evaluate(
    async ([where, options]) => {
      const { violations: found } = await Reflect.get(globalThis, "axe").run(where, options);
      return found.map((v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`);
    },
    // Style sheets it would read only for a rule that is not among ours.
    [context, { runOnly, reporter: "no-passes", preload: { assets: ["media"] } }] as const,
  );
}

/** Pixels by which a page is wider than its window. */
/** How many groups of chips are wider than what they stand in: long words side by side run out of their card. */
export const spilledChips = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll(".chips")].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  );

export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
