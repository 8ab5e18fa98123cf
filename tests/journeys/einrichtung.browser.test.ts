import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { totpCode } from "../../src/domains/zugang/model/totp.ts";
import { freePort } from "../../src/platform/postgres/free-port.ts";
import { type Running, cleanUp, dataFolder, launch, until } from "../betrieb/support.ts";
import { openBrowser } from "../support/browser.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** The whole way of an installation, against the real process: from the printed link to a consultation withdrawn. */
const EMAIL = "mira.beispiel@example.de";
const KOLLEGE = "karl.probe@example.de";
const PASSWORT = "Sieben Enten lernen Rechnen";
const NOTIZ = "Fragt nach einer Bescheinigung";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(MENSCHEN)("%s", (_, javaScriptEnabled, at) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  let folder: string;
  let kim: Running;

  beforeEach(async () => {
    folder = dataFolder();
    kim = await launch(["start"], { KIM_DATEN: folder, KIM_PORT: String(await freePort()) }, [], 120_000);
  }, 150_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    kim.process.kill("SIGTERM");
    expect(await kim.exit).toBe(0);
    cleanUp(folder);
  });

  /** Somebody at another computer. */
  async function somebody(): Promise<Mensch> {
    const context = await browser.newContext({ javaScriptEnabled, locale: "de-DE" });
    contexts.push(context);
    if (javaScriptEnabled) await forbidMouse(context, mouse);
    return at(await context.newPage());
  }

  test("from the first link to the withdrawn Beratung", async () => {
    const link = await until("link", () => kim.said().match(/^http:\S+\/einrichten\/\S+$/m)?.[0]);
    const mira = await somebody();
    await setUp(mira, link);
    await firstSignIn(mira, "Mira Beispiel");
    await createTraeger(mira);
    await createStandort(mira);
    const invitation = await inviteKarl(mira);
    await mira.press("Abmelden");
    await mira.reads("Sie sind abgemeldet");
    await mira.open(link);
    await mira.arrivesAt("Dieser Link gilt nicht mehr");

    const karl = await somebody();
    await karl.open(invitation);
    const secret = await firstSignIn(karl, "Karl Probe");
    await signInAgain(karl, secret);
    await record(karl);
    await correct(karl);
    await withdraw(karl);
    const again = await somebody();
    await again.open(invitation);
    await again.arrivesAt("Link nicht mehr gültig");

    expect(mouse).toEqual([]);
    for (const secretWord of [EMAIL, KOLLEGE, PASSWORT, NOTIZ, "Beispiel", "Probe", secret]) {
      expect(kim.said()).not.toContain(secretWord);
    }
  }, 240_000);
});

async function setUp(mira: Mensch, link: string): Promise<void> {
  await mira.open(link);
  await mira.arrivesAt("KIM einrichten");
  await mira.choose("KIM-Kommune", "Rhein-Sieg-Kreis");
  await mira.type("Ihr Träger", "Rhein-Sieg-Kreis");
  await mira.type("Ihr Vor- und Nachname", "Mira Beispiel");
  await mira.type("Ihre E-Mail-Adresse", EMAIL);
  await mira.press("Einrichten");
}

/** Password, second factor by the secret on the screen, recovery codes, start page. Returns the secret. */
async function firstSignIn(who: Mensch, name: string): Promise<string> {
  await who.arrivesAt("Willkommen bei KIM");
  await who.type("Neues Passwort", PASSWORT);
  await who.type("Neues Passwort wiederholen", PASSWORT);
  await who.press("Passwort setzen");
  await who.arrivesAt("Zweiten Faktor einrichten");
  const secret = (await who.reads(/^[A-Z2-7 ]{39}$/)).replaceAll(" ", "");
  await who.type("Sechsstelliger Code aus der App", totpCode(secret, new Date()));
  await who.press("Bestätigen");
  await who.arrivesAt("Ihre Wiederherstellungscodes");
  expect(await who.page.locator("ol.codes li").count()).toBe(10);
  await who.press("Ich habe die Codes notiert");
  await who.arrivesAt(`Guten Tag, ${name}`);
  return secret;
}

async function createTraeger(mira: Mensch): Promise<void> {
  await mira.press("Träger");
  await mira.arrivesAt("Träger");
  await mira.press("Träger anlegen");
  await mira.arrivesAt("Träger anlegen");
  await mira.type("Name", "Musterverband Rhein-Sieg");
  await mira.choose("Was für ein Träger ist das?", "Wohlfahrtsverband");
  await mira.press("Anlegen");
  await mira.reads("Musterverband Rhein-Sieg");
}

async function createStandort(mira: Mensch): Promise<void> {
  await mira.press("Standorte");
  await mira.arrivesAt("Standorte");
  await mira.press("Standort anlegen");
  await mira.arrivesAt("Standort anlegen");
  await mira.choose("Träger", "Musterverband");
  await mira.choose("Kommune", "Siegburg");
  await mira.type("Name", "Rathaus");
  await mira.press("Anlegen");
  await mira.reads("Rathaus");
}

/** Returns the link as it stands on the screen. */
async function inviteKarl(mira: Mensch): Promise<string> {
  await mira.press("Mitarbeitende");
  await mira.arrivesAt("Mitarbeitende");
  await mira.press("Mitarbeiter:in anlegen");
  await mira.arrivesAt("Mitarbeiter:in anlegen");
  await mira.choose("Träger", "Musterverband");
  await mira.press("Weiter");
  await mira.type("Vor- und Nachname", "Karl Probe");
  await mira.type("E-Mail-Adresse", KOLLEGE);
  await mira.choose("Standort", "Rathaus");
  await mira.choose("Rolle", "Case Management –");
  await mira.press("Anlegen und Einladungslink zeigen");
  await mira.arrivesAt("Einladungslink");
  return mira.page.getByLabel("Link", { exact: true }).inputValue();
}

/** A code is good once: the second sign-in takes the next one, which counts while the clocks differ by half a minute. */
async function signInAgain(karl: Mensch, secret: string): Promise<void> {
  await karl.press("Abmelden");
  await karl.arrivesAt("Anmelden");
  await karl.type("E-Mail-Adresse", KOLLEGE);
  await karl.type("Passwort", PASSWORT);
  await karl.press("Weiter");
  await karl.arrivesAt("Zweiter Faktor");
  await karl.type("Sechsstelliger Code aus der App", totpCode(secret, new Date(Date.now() + 30_000)));
  await karl.press("Anmelden");
  await karl.arrivesAt("Guten Tag, Karl Probe");
}

async function record(karl: Mensch): Promise<void> {
  await karl.press("Beratung erfassen");
  await karl.arrivesAt("Beratung erfassen");
  await karl.choose("Kontaktweg", "persönlich mit Termin");
  await karl.tick("Wohnen");
  await karl.tick("Arbeit");
  await karl.choose("Sprache", "Ukrainisch");
  await karl.type("Dauer in Minuten", "30");
  await karl.type("Notiz", NOTIZ);
  await karl.press("Speichern und nächste");
  await karl.reads("Gespeichert.");
}

async function correct(karl: Mensch): Promise<void> {
  await karl.press("Ansehen oder korrigieren");
  await karl.reads("30 Minuten");
  await karl.press("Korrigieren");
  await karl.arrivesAt("Beratung korrigieren");
  await karl.type("Dauer in Minuten", "45");
  await karl.type("oder mit eigenen Worten", "Uhr falsch gelesen");
  await karl.press("Korrektur speichern");
  await karl.reads("Uhr falsch gelesen");
  await karl.reads("45 Minuten");
}

async function withdraw(karl: Mensch): Promise<void> {
  await karl.press("Zurückziehen");
  await karl.arrivesAt("Beratung zurückziehen");
  await karl.type("oder mit eigenen Worten", "Doppelt erfasst");
  await karl.press("Beratung zurückziehen");
  await karl.reads("Zurückgezogen: zählt nicht mit.");
  await karl.reads("Doppelt erfasst");
  await karl.press("Beratungen");
  await karl.arrivesAt("Meine Beratungen");
  await karl.reads("Sie haben noch keine Beratung erfasst.");
}
