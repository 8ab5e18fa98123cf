import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const ROOT = new URL("../../src/ui/public/", import.meta.url);

/** The selectors of every sheet that `app.css` or `extra.css` brings. */
function selectorsOf(name: string): string[] {
  const sheet = readFileSync(new URL(name, ROOT), "utf8");
  const sheets = [...sheet.matchAll(/@import "(.+?)"/g)].map(([, path = ""]) =>
    readFileSync(new URL(path, ROOT), "utf8"),
  );
  const plain = sheets.join("\n").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return [...plain.matchAll(/([^{}@;]+)\{/g)].flatMap(([, list = ""]) => list.split(",")).map((one) => one.trim());
}

const CLASS = /\.([a-z][a-z0-9-]*)/;
const firstOf = (selector: string): string | undefined => CLASS.exec(selector)?.[1];

/** Classes that stand first in a selector of `extra.css` and in none of `app.css`: without the sheet they look like nothing. */
const always = new Set(selectorsOf("app.css").map((selector) => firstOf(selector.split(/[\s>+~]+/).at(-1) ?? "")));
const ONLY_EXTRA = [...new Set(selectorsOf("extra.css").map(firstOf))].filter(
  (name): name is string => name !== undefined && !always.has(name),
);

/** A page that uses what only `extra.css` brings says so: `extra` or `wide` at `Page`. */
export const withoutSheet = (page: Page): Promise<string[]> =>
  page.evaluate((names) => {
    const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')].map(
      (link) => link.getAttribute("href") ?? "",
    );
    if (sheets.some((href) => href.includes("extra"))) return [];
    return names
      .filter((name) => document.querySelector(`.${name}`) !== null)
      .map((name) => `„${name}“ ohne seine Formate: „extra“ an Page fehlt`);
  }, ONLY_EXTRA);
