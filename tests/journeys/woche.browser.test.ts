import ICAL from "ical.js";
import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom, tagText } from "../../src/platform/span.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { einwilligungenIn } from "../support/einwilligungen.ts";
import { testKonto } from "../support/konten.ts";
import { pdfText } from "../support/pdf-text.ts";
import { useProduct } from "../support/product.ts";
import { organisation } from "../support/verweise.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** What happens beside a consultation in a week: a referral and its answer, appointments, a consent. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
const LONG_MS = 120_000;
let stelle: Beratungsstelle;
let person: string;

beforeEach(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jolanda", person_nachname: "Musterfrau" });
  person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
});

/** Runs in every page. A chord is one action: what is held down with another key does not count. */
function count(): void {
  addEventListener(
    "keydown",
    ({ key }) => {
      if (/^(Shift|Control|Alt|Meta)$/.test(key)) return;
      sessionStorage.setItem("tasten", String(Number(sessionStorage.getItem("tasten")) + 1));
    },
    true,
  );
}

/** The link of that name in the page itself, not the one of the navigation. */
async function inPage({ page }: Mensch, name: string): Promise<void> {
  await page.locator("main").getByRole("link", { name, exact: true }).press("Enter");
}

/** A file as the browser gets it. */
async function fileAt(context: BrowserContext, path: string): Promise<Response> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return fetch(server().url + path, { headers: { cookie } });
}

async function moveTo(mensch: Mensch, day: string): Promise<void> {
  await mensch.press("Verlegen oder ändern");
  await mensch.arrivesAt("Termin verlegen oder ändern");
  await mensch.type("Tag", tagText(day));
  await mensch.press("Speichern");
  await mensch.reads("Gespeichert.");
}

describe.each(MENSCHEN)("%s", (_, js, menschAn) => {
  async function sitsDown(): Promise<{ readonly mensch: Mensch; readonly context: BrowserContext; mouse: string[] }> {
    const context = await window(browser(), server().url, stelle.konto.actor, { js });
    const mouse: string[] = [];
    if (js) {
      await forbidMouse(context, mouse);
      await context.addInitScript(count);
    }
    return { mensch: menschAn(await context.newPage()), context, mouse };
  }

  test(
    "a referral from the page of a person, its slip in her language, its result from the list",
    async () => {
      const koordination = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
      await organisation(koordination, `Sprachschule Wortreich ${js ? "eins" : "zwei"}`);
      const { mensch, context, mouse } = await sitsDown();
      await mensch.open(`/personen/${person}`);
      if (js) await mensch.page.keyboard.press("v");
      else {
        await inPage(mensch, "Verweise");
        await mensch.press("Verweis eintragen");
      }
      await mensch.arrivesAt("Verweis eintragen");
      await mensch.choose("Wohin?", "Sprachschule Wortreich");
      await mensch.press("Verweis eintragen");
      await mensch.reads("Der Verweis ist eingetragen.");
      const href = await mensch.page.getByRole("link", { name: "Українська" }).getAttribute("href");
      const slip = await fileAt(context, href ?? "");
      expect(slip.headers.get("content-disposition")).toContain("zettel-uk.pdf");
      const { text } = pdfText(Buffer.from(await slip.arrayBuffer()));
      expect(text).toContain("Sprachschule Wortreich");
      expect(text).not.toContain("Musterfrau");
      await mensch.press("Verweise");
      await mensch.arrivesAt("Meine Verweise");
      const name = await mensch.page.locator("select[name^=ergebnis_]").getAttribute("aria-label");
      await mensch.choose(name ?? "", "Angekommen");
      await mensch.press("Gewählte Ergebnisse eintragen");
      await mensch.reads("1 Ergebnis eingetragen.");
      await mensch.reads("Kein Verweis ist offen.");
      expect(mouse).toEqual([]);
      if (!js) return;
      const keys = Number(await mensch.page.evaluate(() => sessionStorage.getItem("tasten")));
      // Without the keys that open pages by an address. Most are Tab over the navigation, which screen readers and „zum Inhalt“ skip.
      expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    },
    LONG_MS,
  );

  test(
    "a week: hours as a series, an appointment moved and kept, and both in a calendar program without a name",
    async () => {
      const { mensch, context, mouse } = await sitsDown();
      await mensch.open("/sprechstunden/neu");
      await mensch.choose("Wochentag", "Dienstag");
      await mensch.type("Von", "9");
      await mensch.type("Bis", "12");
      await mensch.choose("Standort", "Siegburg, Rathaus");
      await mensch.press("Eintragen");
      await mensch.reads("Die Sprechstunde ist eingetragen.");
      await mensch.open(`/termine/neu?person=${person}`);
      await mensch.type("Uhrzeit", "10:30");
      await mensch.choose("Standort", "Siegburg, Rathaus");
      await mensch.press("Eintragen");
      await mensch.reads("Der Termin ist eingetragen.");
      const moved = daysFrom(today(), 1);
      await moveTo(mensch, moved);
      await mensch.reads(/verlegt/);
      const termin = mensch.page.url().replace(/\?.*$/, "");
      expect(await eventsOf(mensch, context)).toEqual([
        ["Sprechstunde", "Siegburg, Rathaus", true],
        ["Termin", "Siegburg, Rathaus", false],
      ]);
      await mensch.open(termin);
      // Nobody was there yet tomorrow: it is moved back before it is kept.
      await moveTo(mensch, today());
      await mensch.press("War da: Beratung erfassen");
      await mensch.arrivesAt("Beratung erfassen");
      expect(await prefilled(mensch.page)).toEqual({
        am: tagText(today()),
        dauer: "45",
        ort: `standort:${stelle.standortId}`,
      });
      await mensch.reads("Jolanda Musterfrau");
      expect(mouse).toEqual([]);
    },
    LONG_MS,
  );
});

/** 79 when this was written; every entry of the navigation is one more on each page that is passed. */
const MOST_KEYS = 95;

const prefilled = async (page: Page) => ({
  am: await page.inputValue("[name=am]"),
  dauer: await page.inputValue("[name=dauer]"),
  ort: await page.inputValue("[name=ort]"),
});

/** Makes the secret address, and reads it as a calendar program: what each entry is called, where it is, whether it recurs. */
async function eventsOf(mensch: Mensch, context: BrowserContext) {
  await mensch.open("/kalender");
  await mensch.press("Adresse erzeugen");
  const address = await mensch.page.getByLabel("Ihre geheime Adresse").inputValue();
  const text = await (await fileAt(context, new URL(address).pathname)).text();
  expect(text).not.toMatch(/Jolanda|Musterfrau/);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one))
    .map((event) => [event.summary, event.location, event.isRecurring()]);
}

test(
  "a consent signed on the screen stands on its page; without a stroke it is refused",
  async () => {
    const { actor } = stelle.konto;
    const { einwilligungErklaert: id = "" } = await einwilligungenIn(actor, actor, person);
    const page = await (await window(browser(), server().url, actor)).newPage();
    await page.goto(`/einwilligungen/${id}/erteilen`);
    await page.getByRole("radio", { name: "auf dem Bildschirm" }).check();
    await page.getByRole("button", { name: "Ist erteilt" }).click();
    await page.locator("main .error").first().waitFor();
    await page.locator("[data-bereit]").waitFor();
    await page.locator("canvas").scrollIntoViewIfNeeded();
    const box = await page.locator("canvas").boundingBox();
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width / 10, y + height / 2);
    await page.mouse.down();
    for (const n of [2, 3, 4, 5, 6])
      await page.mouse.move(x + (n * width) / 10, y + height / (n % 2 === 0 ? 4 : 1.5), { steps: 4 });
    await page.mouse.up();
    await page.getByRole("button", { name: "Ist erteilt" }).click();
    const signed = page.getByRole("img", { name: "Unterschrift, auf dem Bildschirm gegeben" });
    await signed.waitFor();
    expect((await signed.boundingBox())?.width).toBeGreaterThan(100);
    const [row] = await db.admin(
      "select form, encode(unterschrift, 'escape') as striche from kim.einwilligung where id = $1",
      [id],
    );
    expect(row?.["form"]).toBe("bildschirm");
    expect(String(row?.["striche"])).not.toMatch(/\d+,\d+ \d+,\d+/);
  },
  LONG_MS,
);
