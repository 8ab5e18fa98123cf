import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { devtools } from "./devtools.ts";
import { unsightly } from "./sight.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Its value would be sent back.
const LOAD = { expression: `${AXE};0` };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What stands around every page of one person alike. */
const FRAME = [".top", ".nav", ".foot"];

/** What to look at: by itself everything. */
export type Look = { readonly frame?: boolean };

/** Rules about how elements are laid out and coloured; the others read the elements alone, and which of them are shown. */
const OF_SIGHT = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/** Elements that no other rule found fault with: where the same are shown in another width they say the same. */
const sound = new Set<string>();

async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await (await devtools(page)).send("Runtime.evaluate", LOAD);
}

/** What of a page breaks a rule of WCAG 2.2 AA (axe), with the first element of each; empty when all is well. */
export async function violations(page: Page, look: Look = {}): Promise<string[]> {
  return [...(await unsound(page, look)), ...(await unsightly(page, sightOf(look, false), () => loadAxe(page)))];
}

/** The same of colours alone, which are others in the dark. */
export async function colourViolations(page: Page, look: Look = {}): Promise<string[]> {
  return [...(await unsightly(page, sightOf(look, true), () => loadAxe(page)))];
}

const sightOf = ({ frame = true }: Look, colours: boolean) => ({ around: frame ? "" : FRAME.join(", "), colours });

async function unsound(page: Page, { frame = true }: Look): Promise<string[]> {
  const elements = createHash("sha256")
    .update(`${frame} ${await page.evaluate(shown, frame ? "" : FRAME.join(", "))}`)
    .digest("base64");
  if (sound.has(elements)) return [];
  await loadAxe(page);
  const context = { exclude: frame ? [] : FRAME.map((part) => [part]) };
  const rules = Object.fromEntries(OF_SIGHT.map((rule) => [rule, { enabled: false }]));
  const found = await page.evaluate(
    async ([where, options]) => {
      const { violations: broken } = await Reflect.get(globalThis, "axe").run(where, options);
      return broken.map((v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`);
    },
    // Style sheets it would read only for a rule that is not among ours.
    [context, { runOnly: RULES, rules, reporter: "no-passes", preload: { assets: ["media"] } }] as const,
  );
  if (found.length === 0) sound.add(elements);
  return found;
}

/** Runs in the page. Its elements, and which of them are shown, but for what stands around. */
function shown(around: string): string {
  const all = [...document.querySelectorAll("*")].filter((one) => around === "" || one.closest(around) === null);
  const seen = all.map((element) => (element.checkVisibility({ visibilityProperty: true }) ? 1 : 0)).join("");
  return `${seen}${document.documentElement.outerHTML}`;
}

/** How many groups of chips are wider than what they stand in: long words side by side run out of their card. */
export const spilledChips = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll(".chips")].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  );

/** Pixels by which a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
