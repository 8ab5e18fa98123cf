import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser, windowOf } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { createPerson, PersonEingabe } from "../index.ts";
import { routes } from "../pages/index.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const db = testDatabase();
const room = useRoom(routes);
const browser = useBrowser();
let mira: Actor;
let olena: string;

const PEOPLE = [
  { person_vorname: "Karl", person_nachname: "Probe", person_geburtsdatum: "1971-01-01", person_kommune: "05382060" },
  { person_vorname: "فاطمة", person_nachname: "البيضا", person_altersgruppe: "27-44", person_sprachen: ["ar"] },
  { person_vorname: "J. M." },
  {
    person_vorname: "Олена",
    person_nachname: "Мустерченко",
    person_geburtsdatum: "1990-05-17",
    person_staatsangehoerigkeit: "166",
    person_sprachen: ["uk", "ru"],
    person_kommune: "05382060",
  },
];

beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ('05382', '05382060', 'Musterstadt')");
  for (const person of PEOPLE) {
    olena = await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse(person)));
  }
});

const pageFor = (width: number, javaScript?: boolean) => windowOf(browser(), room().entryOf(mira), width, javaScript);

const SHOTS = process.env["KIM_BILDER"];

/** No violation, nothing wider than the window; a picture where somebody wants to look. */
async function check(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await Reflect.get(globalThis, "axe").run({ runOnly: rules });
    return violations.map((v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`);
  }, RULES);
  if (SHOTS !== undefined) {
    await page.screenshot({ path: `${SHOTS}/personen-${name}-${page.viewportSize()?.width}.png`, fullPage: true });
  }
  expect(found, name).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, name).toBeLessThanOrEqual(0);
}

async function askTwice(page: Page): Promise<void> {
  await page.goto(`${room().url}/personen/neu`);
  await page.fill("#person_vorname", "Olena");
  await page.fill("#person_nachname", "Mustertschenko");
  await page.selectOption("#person_sprachen", "uk");
  await page.keyboard.press("Enter");
  await page.locator("section:focus").getByRole("heading", { name: "Ist es diese Person?" }).waitFor();
}

/** Ten pages, each with axe, on a machine that may be busy. */
const PATIENCE = 120_000;

describe.each([1280, 375, 320])("at %i pixels", (width) => {
  test(
    "every page and state without a violation and without sideways scrolling",
    async () => {
      const page = await pageFor(width);
      for (const [name, path] of [
        ["liste", "/personen"],
        ["neu", "/personen/neu"],
        ["akte", `/personen/${olena}`],
        ["angelegt", `/personen/${olena}?getan=angelegt`],
        ["bearbeiten", `/personen/${olena}/bearbeiten`],
      ] as const) {
        await page.goto(room().url + path);
        await check(page, name);
      }
      for (const [name, text, seen] of [
        ["suche", "Olena Musterchenko", "andere Schrift"],
        ["suche-leer", "Xaver", "Niemand in den Akten"],
      ] as const) {
        await page.goto(`${room().url}/personen`);
        await page.fill("#suche", text);
        await page.keyboard.press("Enter");
        await page.getByText(seen).first().waitFor();
        await check(page, name);
      }
      await page.goto(`${room().url}/personen/neu`);
      await page.locator("#person_vorname").press("Enter");
      await page.locator("#fehler").waitFor();
      await check(page, "fehler");
      await askTwice(page);
      await check(page, "rueckfrage");
      await page.goto(`${room().url}/personen/${olena}/bearbeiten`);
      await db.admin("update kim.person set version = version + 1 where id = $1", [olena]);
      await page.fill("#person_nachname", "Anders");
      await page.keyboard.press("Enter");
      await page.locator("#konflikt").waitFor();
      await check(page, "konflikt");
      await page.context().close();
    },
    PATIENCE,
  );
});

test(
  "while somebody types it tells who is there already, by name in another script, by birth date and by number; hands stay where they are",
  async () => {
    const kontakt = { person_kontakt: "0151 0000077", person_vorname: "Nino" };
    await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse(kontakt)));
    const page = await pageFor(1280);
    const told = (name: string) => page.locator("#aehnliche").getByRole("link", { name }).waitFor();
    const type = async (field: string, text: string) => {
      await page.focus(`#${field}`);
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    };
    await page.goto(`${room().url}/personen/neu`);
    await type("person_vorname", "Olena");
    await type("person_nachname", "Mustertschenko");
    await told("Олена Мустерченко");
    await page.locator("#person_geburtsdatum:focus").waitFor();
    for (const field of ["person_vorname", "person_nachname"]) {
      await page.fill(`#${field}`, "");
      await page.keyboard.press("Tab");
    }
    await page.locator("#aehnliche:empty").waitFor({ state: "attached" });
    await type("person_vorname", "Nino");
    await type("person_kontakt", "+49 151 0000077");
    await told("Nino");
    await page.goto(`${room().url}/personen/neu`);
    await type("person_vorname", "Karl");
    await type("person_geburtsdatum", "1.1.71");
    await told("Karl Probe");
    await page.context().close();
  },
  PATIENCE,
);

describe.each([true, false])("JavaScript %s", (javaScript) => {
  test("the question about similar persons takes the focus, keeps everything and can be answered with the keyboard", async () => {
    const page = await pageFor(1280, javaScript);
    await askTwice(page);
    await expect(page.locator("#person_vorname").inputValue()).resolves.toBe("Olena");
    await expect(page.locator("#person_sprachen").inputValue()).resolves.toBe("uk");
    await page.locator("section:focus").getByText("Ist es diese Person?").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/personen/${olena}`);
    await page.goBack();
    await page.locator("#person_vorname").waitFor();
    await expect(page.locator("#person_vorname").inputValue()).resolves.toBe("Olena");
    await page.context().close();
  });

  test("searching with Enter swaps the list; the address does not tell whom", async () => {
    const page = await pageFor(1280, javaScript);
    await page.goto(`${room().url}/personen`);
    await page.fill("#suche", "olena");
    await page.keyboard.press("Enter");
    await page.getByText("andere Schrift").waitFor();
    expect(page.url()).toBe(`${room().url}/personen`);
    await page.context().close();
  });
});
