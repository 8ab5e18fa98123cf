import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { overflow, violations } from "../../../../tests/support/accessible.ts";
import { useBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { staende } from "../../../../tests/support/uebernahme-staende.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const browser = useBrowser();
const LONG_MS = 180_000;
/** A folder to take pictures into; with `docs/bilder` those of the handbook, from their pages as they are now. */
const SHOTS = process.env["KIM_BILDER"];
const HANDBUCH: ReadonlyMap<string, string> = new Map([
  ["schwierig-tabellen", "listen-tabellen"],
  ["schwierig-woerter", "listen-woerter"],
  ["schwierig-pruefen", "listen-pruefen"],
  ["rest-ergebnis", "listen-ergebnis"],
  ["so-liest-kim", "listen-vorlage"],
]);

async function picture(page: Page, name: string, width: number | undefined): Promise<void> {
  if (SHOTS === undefined) return;
  const handbuch = SHOTS === "docs/bilder";
  const file = handbuch ? HANDBUCH.get(name) : `ue-${name}-${width}`;
  if (file === undefined || (handbuch && width !== 1280)) return;
  await page.screenshot({ path: `${SHOTS}/${file}.png`, fullPage: true });
}
const WIDTHS = process.env["KIM_BILDER"] === undefined ? [1280, 320] : [1280, 375];
let actor: Actor;
let places: Record<string, string>;

beforeAll(async () => {
  actor = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"], name: "Mira Beispiel" })).actor;
  const ids = await staende(db, actor);
  const steps = ["", "/tabellen", "/woerter", "/pruefen", "/ergebnis"];
  const of = (name: string, id: string | undefined) =>
    steps.map((step) => [`${name}${step.replace("/", "-")}`, `/uebernahmen/${id ?? ""}${step}`]);
  places = {
    liste: "/uebernahmen",
    woerter: "/uebernahmen/woerter",
    ...Object.fromEntries([...of("schwierig", ids["schwierig"]), ...of("monate", ids["monate"])]),
    ...Object.fromEntries(Object.entries(ids).flatMap(([name, id]) => [[name, `/uebernahmen/${id}`]])),
    "rest-ergebnis": `/uebernahmen/${ids["rest"]}/ergebnis`,
    "nachgeholt-pruefen": `/uebernahmen/${ids["nachgeholt"]}/pruefen`,
    "so-liest-kim": "/uebernahmen/so-liest-kim",
    "entschiedene-woerter": "/uebernahmen/woerter/entschieden",
    "uebernommen-ergebnis": `/uebernahmen/${ids["uebernommen"]}/ergebnis`,
    "uebernommen-tabellen": `/uebernahmen/${ids["uebernommen"]}/tabellen`,
    "zurueckgenommen-ergebnis": `/uebernahmen/${ids["zurueckgenommen"]}/ergebnis`,
    "uebernimmt-ergebnis": `/uebernahmen/${ids["uebernimmt"]}/ergebnis`,
    verwerfen: `/uebernahmen/${ids["schwierig"]}/verwerfen`,
    zuruecknehmen: `/uebernahmen/${ids["uebernommen"]}/zuruecknehmen`,
    "wort-aendern": `/uebernahmen/${ids["schwierig"]}/woerter?wort=wort-4`,
  };
}, LONG_MS);

async function pageFor(width: number): Promise<Page> {
  // High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks.
  const viewport = { width, height: width < 960 ? 4000 : 800 };
  const context = await browser().newContext({ viewport, locale: "de-DE", bypassCSP: true });
  const page = await context.newPage();
  await page.goto(room().entryOf(actor));
  return page;
}

async function check(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width;
  await picture(page, name, width);
  expect.soft(await violations(page), name).toEqual([]);
  expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
}

/** What the whole tour of the pages does not see: forms that were not accepted. */
const REJECTED: readonly (readonly [name: string, path: string, act: (page: Page) => Promise<void>])[] = [
  ["ohne-datei", "", async (page) => page.getByRole("button", { name: "Hochladen und lesen" }).click()],
  [
    "falsches-jahr",
    "tabellen",
    async (page) => {
      await page.locator("summary", { hasText: "Was in keiner Spalte steht" }).click();
      await page.getByLabel("Jahr, wo es fehlt").fill("23");
      await page.getByRole("button", { name: "Speichern und weiter" }).click();
    },
  ],
  [
    "nichts-entschieden",
    "pruefen",
    async (page) => page.getByRole("button", { name: "Speichern und neu prüfen" }).click(),
  ],
  [
    "kein-wort",
    "/uebernahmen/woerter",
    async (page) => page.getByRole("button", { name: "Zuordnungen speichern" }).click(),
  ],
];

const OUTDATED: readonly (readonly [name: string, path: string, button: string])[] = [
  ["tabellen-veraltet", "tabellen", "Speichern und weiter"],
  ["woerter-veraltet", "woerter", "Speichern und weiter"],
  ["uebernehmen-veraltet", "pruefen", "Übernehmen"],
];

const addressOf = (path: string) =>
  path === "" ? "/uebernahmen" : path.startsWith("/") ? path : `${places["schwierig"]}/${path}`;

test.each(WIDTHS)(
  "what was not accepted, at %i pixels: said, focused, nothing wider",
  { timeout: LONG_MS },
  async (width) => {
    const page = await pageFor(width);
    for (const [name, path, act] of REJECTED) {
      await page.goto(room().url + addressOf(path));
      await act(page);
      await page.locator("#fehler:focus").waitFor();
      await check(page, name);
    }
    for (const [name, path, button] of OUTDATED) {
      await page.goto(room().url + addressOf(path));
      const form = page.locator("form", { has: page.getByRole("button", { name: button, exact: true }) });
      await form.locator("[name=_version]").evaluate((field) => field.setAttribute("value", "0"));
      if (path === "tabellen") await form.locator("select").nth(3).selectOption("ohne");
      await form.getByRole("button", { name: button, exact: true }).click();
      await page.locator("#konflikt:focus").waitFor();
      await check(page, name);
    }
    await page.context().close();
  },
);

test.runIf(SHOTS !== undefined).each(WIDTHS)("pictures at %i pixels", { timeout: LONG_MS }, async (width) => {
  const page = await pageFor(width);
  await page.setViewportSize({ width, height: 800 });
  for (const [name, path] of Object.entries(places)) {
    await page.goto(room().url + path);
    await picture(page, name, width);
  }
  await page.context().close();
});
