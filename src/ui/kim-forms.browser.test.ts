import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "../../tests/support/browser.ts";
import { SmallApp } from "../../tests/support/small-app.tsx";

/** The machine may be busy. */
const SOON = { timeout: 10_000 };

let browser: Browser;
let app: SmallApp;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = new SmallApp();
  await app.start();
  context = await browser.newContext({ locale: "de-DE" });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await app.stop();
});

/** Collects what the live region says, from now on. */
async function listen(): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = target instanceof Element ? target.closest("[data-ansage]") : null;
        if (region?.textContent) heard.push(region.textContent);
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, "heard"));
}

const focused = () => page.evaluate(() => document.activeElement?.id);

describe("Entwurf", () => {
  test("wird gesichert, wenn die Hände ruhen, und einmal angesagt", async () => {
    await page.goto(`${app.url}/neu`);
    const heard = await listen();
    await page.fill("#minuten", "3");
    await page.fill("#minuten", "30");
    await page
      .getByText(/^Entwurf gesichert, \d\d:\d\d$/)
      .first()
      .waitFor();
    expect(app.posts("/entwurf/d1")).toHaveLength(1);
    expect(app.posts("/entwurf/d1")[0]).toMatchObject({ minuten: ["30"], _entwurf: ["d1"], stufe: ["Sprache"] });
    await page.fill("#notiz", "mehr");
    await expect.poll(() => app.posts("/entwurf/d1").length, SOON).toBe(2);
    await page.waitForTimeout(300);
    expect(await heard()).toEqual([expect.stringContaining("Entwurf gesichert")]);
  });

  test("steht in der Adresse: Neuladen bringt das Getippte wieder", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "bleibt");
    await page.waitForURL("**/neu?entwurf=d1");
    await page.reload();
    expect(await page.inputValue("#notiz")).toBe("bleibt");
  });

  test("geht noch hinaus, wenn die Seite verlassen wird", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "eilig");
    await page.goto(`${app.url}/liste`);
    await expect.poll(() => app.posts("/entwurf/d1")[0]?.["notiz"], SOON).toEqual(["eilig"]);
  });

  test("wird wiederholt, solange der Server fehlt, und das Getippte bleibt", async () => {
    await page.goto(`${app.url}/neu`);
    await app.stop();
    await page.fill("#notiz", "nicht verloren");
    await page.getByText("Ihre Eingaben bleiben hier stehen").first().waitFor();
    expect(await page.inputValue("#notiz")).toBe("nicht verloren");
    await app.start();
    await page.getByText("Entwurf gesichert").first().waitFor({ timeout: 15_000 });
    expect(app.drafts.get("d1")?.["notiz"]).toEqual(["nicht verloren"]);
  });

  test("folgt keinem Formular nach, das gespeichert ist", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
    await page.waitForTimeout(1600);
    expect(app.posts("/entwurf/d1")).toHaveLength(0);
  });

  test("ist er unterwegs, wartet das Senden auf ihn: er kommt nie danach an", async () => {
    await page.goto(`${app.url}/neu`);
    await page.route("**/entwurf/d1", async (route) => {
      await page.waitForTimeout(600);
      await route.continue();
    });
    await page.fill("#minuten", "30");
    await page.waitForRequest("**/entwurf/d1");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
    expect(app.arrived.map((a) => a.path)).toEqual(["/entwurf/d1", "/eintraege"]);
    expect(app.drafts.size).toBe(0);
  });

  test("geht dem Abmelden voraus", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "noch schnell");
    await page.getByRole("button", { name: "Abmelden" }).click();
    await page.waitForURL("**/sperre");
    expect(app.arrived.map((a) => a.path)).toEqual(["/entwurf/d1", "/abmelden"]);
  });
});

test("in einem anderen Tab gesperrt: der Entwurf wartet, bis dort wieder angemeldet ist", async () => {
  await page.goto(`${app.url}/neu`);
  app.behaviour.locked = true;
  await page.fill("#notiz", "geht nicht verloren");
  await page.getByRole("link", { name: "Anmelden (neuer Tab)" }).waitFor();
  expect(app.drafts.size).toBe(0);
  app.behaviour.locked = false;
  const other = await context.newPage();
  await other.goto(`${app.url}/liste`);
  await expect.poll(() => app.drafts.get("d1")?.["notiz"], SOON).toEqual(["geht nicht verloren"]);
  await page.getByRole("link", { name: "Anmelden (neuer Tab)" }).waitFor({ state: "detached" });
});

describe("Senden", () => {
  test("zeigt das Ziel, sagt die Meldung einmal an, und zurück führt zurück", async () => {
    await page.goto(`${app.url}/neu`);
    const heard = await listen();
    app.behaviour.flash = { kind: "success", text: "Gespeichert." };
    await page.fill("#minuten", "30");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.waitForURL("**/liste");
    await page.getByText("Gespeichert.").first().waitFor();
    expect(await page.title()).toBe("Liste – KIM");
    await page.waitForTimeout(300);
    expect(await heard()).toEqual(["Erledigt: Gespeichert."]);
    await page.goBack();
    await page.getByRole("heading", { name: "Erfassen" }).waitFor();
    expect(page.url()).toBe(`${app.url}/neu`);
  });

  test("eine Ablehnung behält alles, der Fokus steht auf der Übersicht, der Verweis führt ins Feld", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "<b>Notiz</b>");
    await page.check("#thema-2");
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Bitte prüfen Sie eine Angabe").waitFor();
    expect(await focused()).toBe("fehler");
    expect(await page.title()).toBe("Fehler: Erfassen – KIM");
    expect(page.url()).toBe(`${app.url}/neu`);
    expect(await page.inputValue("#notiz")).toBe("<b>Notiz</b>");
    expect(await page.isChecked("#thema-2")).toBe(true);
    await page.getByRole("link", { name: "Geben Sie die Minuten an." }).click();
    expect(await focused()).toBe("minuten");
    await page.keyboard.type("30");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
    expect(app.effects).toBe(1);
  });

  test("zweimal gedrückt ist einmal gesendet", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>("main form");
      form?.requestSubmit();
      form?.requestSubmit();
    });
    await page.waitForURL("**/liste");
    expect(app.posts("/eintraege")).toHaveLength(1);
  });

  test("ein Neustart des Servers kostet nichts: derselbe Schlüssel, eine Wirkung", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await app.stop();
    await page.getByRole("button", { name: "Speichern" }).click();
    await page.getByText("Server nicht erreichbar").first().waitFor();
    expect(await page.inputValue("#minuten")).toBe("30");
    app.behaviour.failures.push(503);
    await app.start();
    await page.waitForURL("**/liste", { timeout: 15_000 });
    const keys = app.posts("/eintraege").map((values) => values["_schluessel"]?.[0]);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(app.effects).toBe(1);
  });

  test("ein Fehler des Servers nimmt das Getippte nicht mit", async () => {
    app.behaviour.failures.push(500);
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.keyboard.press("Enter");
    await page.getByText("Der Server hat einen Fehler gemacht. Ihre Eingaben stehen noch hier.").first().waitFor();
    expect(await page.inputValue("#minuten")).toBe("30");
    expect(await focused()).toBe("minuten");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
  });

  test("eine gesperrte Sitzung lässt ein Formular ohne Entwurf stehen", async () => {
    await page.goto(`${app.url}/kurz`);
    await page.fill("#minuten", "30");
    app.behaviour.locked = true;
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: "Anmelden (neuer Tab)" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`${app.url}/sperre`);
    app.behaviour.locked = false;
    expect(await page.inputValue("#minuten")).toBe("30");
    await page.focus("#minuten");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
  });
});
