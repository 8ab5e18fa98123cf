import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { overflow, violations } from "../../../../tests/support/accessible.ts";
import { useBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import { inventBeratungen } from "../../../../tests/support/viele-beratungen.ts";
import { counted } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const browser = useBrowser();
const KREIS = "05382";
const LONG_MS = 120_000;
const SHOTS = process.env["KIM_BILDER"];
let actor: Actor;
let verband: string;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2023-11-23T09:00:00Z") });
  const traegerId = await testTraeger(KREIS, "Rhein-Sieg-Kreis");
  verband = await testTraeger(KREIS, "Musterverband");
  actor = (await testKonto({ kreis: KREIS, traegerId, rollen: ["kim_koordination"], name: "Jo Muster" })).actor;
  const admin = (await testKonto({ kreis: KREIS, traegerId, rollen: ["administration"] })).actor;
  const cm = await testKonto({ kreis: KREIS, traegerId: verband, rollen: ["cm_lokal"], name: "Mira Beispiel" });
  await besetzung(admin, await stelle(admin, traegerId, { art: "cm_mukis", vzae: "2" }), { name: "Zoe Modellfall" });
  await inventBeratungen(db.admin, {
    kreis: KREIS,
    count: 3e3,
    von: "2021-07-01",
    bis: "2023-11-22",
    personen: 120,
    traeger: [
      {
        traegerId,
        kontoId: actor.kontoId,
      },
      cm.actor,
    ],
  });
  await counted(db);
}, LONG_MS);
afterAll(() => void vi.useRealTimers());

const states = () => ({
  halbjahr: "/auswertung?von=2023-01&bis=2023-06",
  laufend: "/auswertung?von=2023-07&bis=2023-12",
  fragen: "/auswertung/fragen?von=2023-01&bis=2023-06",
  traeger: `/auswertung?von=2022-11&bis=2023-03&traeger=${verband}`,
  jahr: "/auswertung?von=2022-01&bis=2022-12",
  leer: "/auswertung?von=2019-01&bis=2019-06",
  falsch: "/auswertung?von=2023-06&bis=2023-01",
});

async function pageFor(
  width: number,
  javaScriptEnabled = true,
  colorScheme: "light" | "dark" = "light",
): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await browser().newContext({
    viewport,
    locale: "de-DE",
    bypassCSP: true,
    javaScriptEnabled,
    colorScheme,
  });
  const page = await context.newPage();
  await page.goto(room().entryOf(actor));
  return page;
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await page.screenshot({ path: `${SHOTS}/auswertung-${name}-${page.viewportSize()?.width}.png`, fullPage: true });
}

test.each([1280, 375, 320])(
  "every state at %i pixels without a violation, nothing wider",
  { timeout: LONG_MS },
  async (width) => {
    const page = await pageFor(width);
    for (const [name, path] of Object.entries(states())) {
      await page.goto(room().url + path);
      await shot(page, name);
      expect(await violations(page), name).toEqual([]);
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  },
);

test("in the dark and without JavaScript", { timeout: LONG_MS }, async () => {
  const dark = await pageFor(1280, true, "dark");
  await dark.goto(room().url + states().halbjahr);
  await shot(dark, "dunkel");
  expect(await violations(dark)).toEqual([]);
  await dark.context().close();

  const plain = await pageFor(1280, false);
  await plain.goto(`${room().url}/auswertung`);
  expect(await plain.locator("h1").innerText()).toBe("1. Halbjahr 2023");
  await plain.getByRole("link", { name: "2022", exact: true }).click();
  expect(await plain.locator("h1").innerText()).toBe("2022");
  await plain.getByText("Anderer Zeitraum oder Träger").click();
  await plain.locator("#von").selectOption("2022-11");
  await plain.locator("#bis").selectOption("2023-03");
  await plain.locator("#traeger").selectOption({ label: "Musterverband" });
  await plain.getByRole("button", { name: "Anzeigen" }).click();
  expect(await plain.locator("h1").innerText()).toBe("November 2022 bis März 2023");
  expect(await plain.locator("main").innerText()).toContain(
    "Musterverband, verglichen mit: November 2021 bis März 2022",
  );
  await plain.context().close();
});

test(
  "printed: dark on white, four pages at most, the tables open beside the pictures",
  { timeout: LONG_MS },
  async () => {
    const page = await pageFor(1000, true, "dark");
    await page.goto(room().url + states().halbjahr);
    await page.emulateMedia({ media: "print" });
    for (const gone of [".nav", ".filter", ".choices"])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    expect(await page.locator("#themen table").isVisible()).toBe(true);
    // Ink is nearly black, whatever the screen has, and paper has no colour of its own.
    expect(Math.max(...(await inkOf(page, "#themen td")))).toBeLessThan(80);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
    // Heads stand again at the top of every page and column.
    expect(await page.locator("#themen thead").evaluate((e) => getComputedStyle(e).display)).toBe("table-header-group");
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(4);
    await shot(page, "druck");
    await page.context().close();
  },
);

/** Red, green and blue of the text of an element, in whatever notation its colour is. */
const inkOf = (page: Page, selector: string): Promise<number[]> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const context = document.createElement("canvas").getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.fillStyle = getComputedStyle(element).color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    });
