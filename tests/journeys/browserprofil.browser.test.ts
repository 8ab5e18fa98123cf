import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginSession } from "../../src/domains/zugang/commands/sessions.ts";
import { systemActor } from "../../src/platform/actor.ts";
import { now } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";
import { press, says, typeBeratung } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";
import { serveApp } from "../support/server.ts";

testDatabase();
const server = useProduct();
const NAMES = ["Zeynepgül", "Probenschmidt", "Tarekhan"];
const NOTE = "Mietvertragsentwurf";
let stelle: Beratungsstelle;
let profile: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  profile = await mkdtemp(join(tmpdir(), "kim-profil-"));
});
afterAll(() => rm(profile, { recursive: true, force: true }));

async function enter(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["KIM_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    baseURL: server().url,
    locale: "de-DE",
  });
  context.setDefaultTimeout(20_000);
  const { actor } = stelle.konto;
  const value = await writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
  await context.addCookies([{ name: COOKIE, value, domain: "127.0.0.1", path: "/", secure: true, httpOnly: true }]);
  return context;
}

/** A page of somebody else's that lets the browser remember: what the test reads is what browsers keep. */
async function typeElsewhere(page: Page): Promise<void> {
  const form = "<title>Kontrolltitel</title><form action=/weiter><input name=kontrolle><button>Weiter</button></form>";
  const app = { fetch: () => new Response(form, { headers: { "Content-Type": "text/html" } }) };
  const elsewhere = await serveApp(app);
  await page.goto(elsewhere.url);
  await page.locator("input").pressSequentially("Kontrollwort");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/weiter**");
  await elsewhere.stop();
}

/** Everything somebody does with a person in a day. */
async function work(page: Page): Promise<void> {
  await page.goto("/personen/neu");
  await page.locator("[name=person_vorname]").pressSequentially("Zeynepgül");
  await page.locator("[name=person_nachname]").pressSequentially("Probenschmidt");
  await page.fill("[name=person_geburtsdatum]", "12.03.1985");
  await press(page, "Person anlegen");
  await page.getByRole("heading", { level: 1, name: "Zeynepgül Probenschmidt" }).waitFor();

  await page.getByRole("searchbox", { name: "Person suchen" }).pressSequentially("Zeynepgül");
  await page.keyboard.press("Enter");
  await page.getByText("1 Person zu").first().waitFor();
  await page.locator("main [name=suche]").fill("Probenschmidt");
  await page.keyboard.press("Enter");
  await page.getByRole("row").getByRole("link").click();
  await page.getByRole("link", { name: "Bearbeiten", exact: true }).click();
  await page.fill("[name=person_vorname]", "Zeynepgül-Mira");
  await press(page, "Änderung speichern");
  await page.getByRole("heading", { level: 1, name: "Zeynepgül-Mira Probenschmidt" }).waitFor();

  await page.getByRole("link", { name: "Beratung erfassen", exact: true }).last().click();
  await page.getByRole("heading", { name: "Beratung erfassen" }).waitFor();
  await typeBeratung(page, { notiz: NOTE });
  await page.locator("main [name=suche]").fill("Tarekhan");
  await press(page, "Suchen");
  await page.locator("#personen [data-treffer]").waitFor();
  await page.locator("[name=neu1_vorname]").pressSequentially("Tarekhan");
  await press(page, "Speichern");
  await says(page, "Gespeichert.");
  await page.getByRole("link", { name: "Korrigieren" }).click();
  await page.fill("[name=dauer]", "45");
  await page.fill("[name=grund]", "vertippt");
  await press(page, "Korrektur speichern");
  await says(page, "Die Korrektur ist gespeichert.");
  await page.goto("/personen");
  await press(page, "Sperren");
  await page.getByRole("heading", { level: 1, name: "Gesperrt" }).waitFor();
}

const textOf = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : String(value));

/** Every text in every database of the profile, each with where it stands. */
function remembered(): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || readFileSync(path).subarray(0, 15).toString() !== "SQLite format 3") continue;
    const open = new DatabaseSync(path, { readOnly: true });
    const tables = open.prepare("select name from sqlite_master where type = 'table'").all();
    for (const { name } of tables) {
      const rows = open.prepare(`select * from "${String(name)}"`);
      rows.setReadBigInts(true);
      found.push(...rows.all().map((row) => [entry.name, name, ...Object.values(row).map(textOf)].join(" ")));
    }
    open.close();
  }
  return found;
}

test("after a day with clients the browser remembers none of them: not what was typed, not a title, not an address", async () => {
  const context = await enter();
  const page = await context.newPage();
  await typeElsewhere(page);
  await work(page);
  await context.close();
  const texts = remembered();
  const about = (word: string) => texts.filter((text) => text.toLowerCase().includes(word.toLowerCase()));
  // What browsers remember is there to be read: what was typed elsewhere, and which pages there were.
  expect(about("Kontrollwort").some((text) => text.startsWith("Web Data autofill "))).toBe(true);
  expect(about("Kontrolltitel").some((text) => text.startsWith("History urls "))).toBe(true);
  expect(about("Beratung erfassen – KIM").length).toBeGreaterThan(0);
  for (const word of [...NAMES, NOTE, "12.03.1985"]) expect(about(word), word).toEqual([]);
}, 120_000);
