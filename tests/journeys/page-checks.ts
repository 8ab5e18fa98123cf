import type { Page } from "playwright-core";
import { colourViolations, overflow, spilledChips, violations } from "../support/accessible.ts";
import { pressOften } from "../support/devtools.ts";

/** What is wrong with a page, a sentence each; empty when all is well. */
export type Problems = string[];

export const WIDE = { width: 1280, height: 800 };
/** High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks. */
export const PHONE = { width: 320, height: 10_000 };

/**
 * Language, one heading of the first level, a title that ends with the product's name, and that nothing which people typed
 * stays in the browser.
 */
export const frameProblems = (page: Page): Promise<Problems> =>
  page.evaluate(() => {
    const found: string[] = [];
    const { lang } = document.documentElement;
    if (lang !== "de") found.push(`Sprache „${lang}“`);
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) found.push(`${headings} Überschriften erster Ordnung`);
    if (!/\S – KIM$/.test(document.title)) found.push(`Titel „${document.title}“`);
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of ids.filter((one, i) => ids.indexOf(one) !== i)) found.push(`id „${id}“ doppelt`);
    // What somebody typed stays out of the browser's memory, and out of the services that it asks for help.
    const own = /^(username|email|name|one-time-code|current-password|new-password)$/;
    for (const field of document.querySelectorAll("input, textarea")) {
      if (field instanceof HTMLInputElement && /hidden|checkbox|radio|file/.test(field.type)) continue;
      const [filled, name] = [field.getAttribute("autocomplete") ?? "", field.getAttribute("name")];
      const area = field instanceof HTMLTextAreaElement;
      if (!area && filled !== "off" && !own.test(filled)) found.push(`Feld ${name}: autocomplete „${filled}“`);
      if (area && !field.hasAttribute("spellcheck")) found.push(`Feld ${name}: ohne spellcheck`);
      if (field.hasAttribute("maxlength")) found.push(`Feld ${name}: schneidet ab`);
      if (area && field.closest("form")?.method === "post" && !field.hasAttribute("data-max"))
        found.push(`Feld ${name}: kennt keine Grenze`);
    }
    for (const entered of document.querySelectorAll("bdi")) {
      const text = entered.textContent.trim();
      if (entered.closest("[translate=no]") === null) found.push(`übersetzbar: „${text}“`);
    }
    for (const link of document.querySelectorAll("main a[href^='/personen/'], main h1")) {
      const client = link.querySelector("bdi")?.textContent.trim() ?? "";
      if (client !== "" && document.title.includes(client)) found.push(`Name im Titel „${document.title}“`);
    }
    return found;
  });

/** axe, and nothing wider than the window outside of what scrolls by itself. Without `frame`: not around the page. */
export async function looks(page: Page, look: { readonly frame: boolean } = { frame: true }): Promise<Problems> {
  const found = await violations(page, look);
  const wider = await overflow(page);
  if (wider > 0) found.push(`${wider} Pixel breiter als das Fenster`);
  if ((await spilledChips(page)) > 0) found.push("Auswahl läuft aus ihrer Karte");
  return found;
}

/** Contrast in the dark, which alone differs there. */
export async function looksInTheDark(
  page: Page,
  look: { readonly frame: boolean } = { frame: true },
): Promise<Problems> {
  await page.emulateMedia({ colorScheme: "dark" });
  const found = await colourViolations(page, look);
  await page.emulateMedia({ colorScheme: "light" });
  return found.map((problem) => `dunkel: ${problem}`);
}

/**
 * Walks through the page with Tab alone: every control is reached, and one sees where one is. Of radio buttons with one name
 * and of chips one is enough, as arrows go on from there. Without `frame` the way begins behind the navigation and ends
 * before the foot.
 */
export async function walk(page: Page, { frame }: { readonly frame: boolean } = { frame: true }): Promise<Problems> {
  // Not a stop of its own: the way to it is the link that comes first.
  if (!frame) await page.locator("main").focus();
  const stops = await page.evaluate(watchFocus, frame ? "body" : "main, .side");
  await pressOften(page, "Tab", stops);
  return page.evaluate(() => Reflect.get(globalThis, "walked")());
}

/** Runs in the page. Notes every stop within these parts from now on; returns how many presses of Tab go once through them. */
function watchFocus(parts: string): number {
  const nameOf = (element: Element) => element.outerHTML.slice(0, 120);
  const groupOf = (element: Element): unknown => {
    const chips = element.closest("[data-chips]");
    if (chips !== null) return chips;
    return element instanceof HTMLInputElement && element.type === "radio" ? `radio ${element.name}` : element;
  };
  const isStop = (element: Element) =>
    element instanceof HTMLElement &&
    element.tabIndex >= 0 &&
    !element.matches(":disabled, [inert] *, input[type=hidden]") &&
    element.checkVisibility({ visibilityProperty: true });
  const wanted = new Map<unknown, Element>();
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
  const within = [...document.querySelectorAll(parts)];
  for (const element of within.flatMap((part) => [...part.querySelectorAll(controls)]).filter(isStop)) {
    if (!wanted.has(groupOf(element))) wanted.set(groupOf(element), element);
  }
  const hasOutline = (element: Element | null, pseudo?: string) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, pseudo);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
  };
  const reached = new Set<unknown>();
  const htmlReached = new Set<string>();
  const unseen = new Set<string>();
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    reached.add(groupOf(target));
    htmlReached.add(target.outerHTML);
    const seen = hasOutline(target) || hasOutline(target, "::after") || hasOutline(target.closest("label"));
    if (!seen) unseen.add(nameOf(target));
  });
  // A page that waits for something renews itself meanwhile: then the same control in the new part counts.
  const missed = ([group, element]: readonly [unknown, Element]) =>
    !reached.has(group) && (element.isConnected || !htmlReached.has(element.outerHTML));
  Object.assign(globalThis, {
    walked: () => [
      ...[...wanted].filter(missed).map(([, e]) => `Tab erreicht nicht: ${nameOf(e)}`),
      ...[...unseen].map((name) => `Fokus unsichtbar: ${name}`),
    ],
  });
  return wanted.size + 4;
}
