import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { SmallApp } from "../../tests/support/small-app.tsx";
import { SOON, useSmallWindow } from "../../tests/support/small-window.ts";

const now = useSmallWindow();
let app: SmallApp;
let context: BrowserContext;
let page: Page;

beforeEach(() => {
  ({ app, context, page } = now());
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

describe("a draft", () => {
  test("is kept when the hands rest, and announced once", async () => {
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

  test("stands in the address: reloading brings back what was typed", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "bleibt");
    await page.waitForURL("**/neu?entwurf=d1");
    await page.reload();
    expect(await page.inputValue("#notiz")).toBe("bleibt");
  });

  test("still goes out when the page is left", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "eilig");
    await page.goto(`${app.url}/liste`);
    await expect.poll(() => app.posts("/entwurf/d1")[0]?.["notiz"], SOON).toEqual(["eilig"]);
  });

  test("is sent again as long as the server is away, and what was typed stays", async () => {
    await page.goto(`${app.url}/neu`);
    await app.stop();
    await page.fill("#notiz", "nicht verloren");
    await page.getByText("Ihre Eingaben bleiben hier stehen").first().waitFor();
    expect(await page.inputValue("#notiz")).toBe("nicht verloren");
    await app.start();
    await page.getByText("Entwurf gesichert").first().waitFor({ timeout: 15_000 });
    expect(app.drafts.get("d1")?.["notiz"]).toEqual(["nicht verloren"]);
  });

  test("does not follow a form that is saved", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
    await page.waitForTimeout(1600);
    expect(app.posts("/entwurf/d1")).toHaveLength(0);
  });

  test("while it is on its way the sending waits for it: it never arrives afterwards", async () => {
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

  test("goes ahead of signing out", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "noch schnell");
    await page.getByRole("button", { name: "Abmelden" }).click();
    await page.waitForURL("**/sperre");
    expect(app.arrived.map((a) => a.path)).toEqual(["/entwurf/d1", "/abmelden"]);
  });
});

test("locked in another tab: the draft waits until somebody is signed in there again", async () => {
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

describe("sending", () => {
  test("shows the target, announces the message once, and back leads back", async () => {
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

  test("a refusal keeps everything, the focus is on the summary, its link leads into the field", async () => {
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

  test("pressed twice is sent once", async () => {
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

  test("a restart of the server costs nothing: the same key, one effect", async () => {
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

  test("an error of the server does not take away what was typed", async () => {
    app.behaviour.failures.push(500);
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.keyboard.press("Enter");
    await page
      .getByText("Der Server hat einen Fehler gemacht. Ihre Eingaben stehen noch hier. Kennung: 4711")
      .first()
      .waitFor();
    expect(await page.inputValue("#minuten")).toBe("30");
    expect(await focused()).toBe("minuten");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
  });

  test("a locked session leaves a form without a draft standing", async () => {
    await page.goto(`${app.url}/kurz`);
    await page.fill("#minuten", "30");
    app.behaviour.locked = true;
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: "Anmelden (neuer Tab)" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("/sperre?weiter=%2Fkurz");
    app.behaviour.locked = false;
    expect(await page.inputValue("#minuten")).toBe("30");
    await page.focus("#minuten");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/liste");
  });

  test("a button that stands alone keeps the focus while its item moves, and says what was done; at the end its neighbour has it", async () => {
    app.behaviour.flash = { kind: "success", text: "Gespeichert." };
    await page.goto(`${app.url}/reihe`);
    const button = () => page.evaluate(() => document.activeElement?.textContent);
    await page.getByRole("button", { name: "hoch: drei" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2 }).nth(1).getByText("drei").waitFor();
    await expect.poll(button).toBe("hoch: drei");
    await expect.poll(() => page.locator("[data-ansage]").textContent()).toContain("Gespeichert.");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2 }).nth(0).getByText("drei").waitFor();
    await expect.poll(button).toBe("runter: drei");
  });
});
