import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { overflow, violations } from "../../../tests/support/accessible.ts";
import { openBrowser } from "../../../tests/support/browser.ts";
import { testDatabase } from "../../../tests/support/db.ts";
import { testKonto } from "../../../tests/support/konten.ts";
import { type Room, openRoom } from "../../../tests/support/room.ts";
import { staende } from "../../../tests/support/uebernahme-staende.ts";
import type { Actor } from "../../platform/actor.ts";
import { routes } from "./index.ts";

const db = testDatabase();
const LONG_MS = 180_000;
const SHOTS = process.env["KIM_BILDER"];
const WIDTHS = process.env["KIM_BILDER"] === undefined ? [1280, 320] : [1280, 375];
let room: Room;
let browser: Browser;
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
    "uebernommen-ergebnis": `/uebernahmen/${ids["uebernommen"]}/ergebnis`,
    "uebernommen-tabellen": `/uebernahmen/${ids["uebernommen"]}/tabellen`,
    "zurueckgenommen-ergebnis": `/uebernahmen/${ids["zurueckgenommen"]}/ergebnis`,
    "uebernimmt-ergebnis": `/uebernahmen/${ids["uebernimmt"]}/ergebnis`,
    verwerfen: `/uebernahmen/${ids["schwierig"]}/verwerfen`,
    zuruecknehmen: `/uebernahmen/${ids["uebernommen"]}/zuruecknehmen`,
    "wort-aendern": `/uebernahmen/${ids["schwierig"]}/woerter?wort=wort-4`,
  };
  room = await openRoom(routes);
  browser = await openBrowser();
}, LONG_MS);
afterAll(async () => {
  await browser.close();
  await room.stop();
});

async function pageFor(width: number): Promise<Page> {
  // High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks.
  const viewport = { width, height: width < 960 ? 4000 : 800 };
  const context = await browser.newContext({ viewport, locale: "de-DE", bypassCSP: true });
  const page = await context.newPage();
  await page.goto(room.entryOf(actor));
  return page;
}

test.each(WIDTHS)(
  "every page in every state at %i pixels without a violation, nothing wider",
  { timeout: LONG_MS },
  async (width) => {
    const page = await pageFor(width);
    for (const [name, path] of Object.entries(places)) {
      const answer = await page.goto(room.url + path);
      expect(answer?.status(), name).toBe(200);
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/ue-${name}-${width}.png`, fullPage: true });
      expect.soft(await violations(page), name).toEqual([]);
      expect.soft(await overflow(page), name).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  },
);
