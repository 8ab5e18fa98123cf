import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { SmallApp } from "../../tests/support/small-app.tsx";
import { SOON, useSmallWindow } from "../../tests/support/small-window.ts";

const now = useSmallWindow();
let app: SmallApp;
let page: Page;

beforeEach(() => {
  ({ app, page } = now());
});

const focused = () => page.evaluate(() => document.activeElement?.id);
const checked = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("[data-chips] :checked")].map((box) => box.value),
  );

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("themes by one key", () => {
  test("digits and letters choose only while the focus is in the group", async () => {
    await page.goto(`${app.url}/neu`);
    expect(await focused()).toBe("thema");
    await press("1", "3", "b", "1");
    expect(await checked()).toEqual(["Arbeit", "Behörden"]);
    await page.focus("#notiz");
    await page.keyboard.type("2b1");
    expect(await checked()).toEqual(["Arbeit", "Behörden"]);
    expect(await page.inputValue("#notiz")).toBe("2b1");
  });

  test("one stop for Tab, arrows go by row and column", async () => {
    await page.goto(`${app.url}/neu`);
    await press("ArrowRight", "ArrowRight");
    expect(await focused()).toBe("thema-3");
    await press("ArrowLeft", "ArrowDown");
    // Three stand side by side.
    expect(await focused()).toBe("thema-5");
    await press("ArrowDown", "Home", "Space", "End");
    expect(await focused()).toBe("thema-6");
    expect(await checked()).toEqual(["Sprache"]);
    await press("Tab");
    expect(await focused()).toBe("weg");
    await press("Shift+Tab");
    expect(await focused()).toBe("thema-6");
  });

  test("switched off: no key and no hint of one; arrows stay", async () => {
    app.behaviour.keysOff = true;
    await page.goto(`${app.url}/neu`);
    await press("1", "?");
    expect(await checked()).toEqual([]);
    expect(await page.locator("#tasten").isVisible()).toBe(false);
    expect(await page.locator(".chips kbd").first().isVisible()).toBe(false);
    await press("ArrowRight", "Space");
    expect(await checked()).toEqual(["Wohnen"]);
  });
});

describe("Enter", () => {
  test.each(["#minuten", "#weg", "#thema", "#stufe"])("sends from %s with the first button", async (field) => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.focus(field);
    await press("Enter");
    await page.waitForURL("**/liste");
    expect(app.posts("/eintraege")[0]).not.toHaveProperty("_aktion");
  });

  test("is a new line in a text area", async () => {
    await page.goto(`${app.url}/neu`);
    await page.focus("#notiz");
    await page.keyboard.type("a");
    await press("Enter");
    await page.keyboard.type("b");
    expect(await page.inputValue("#notiz")).toBe("a\nb");
    expect(app.posts("/eintraege")).toHaveLength(0);
  });

  test("with Ctrl it sends from a text area too", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#minuten", "30");
    await page.focus("#notiz");
    await page.keyboard.type("a");
    await press("ControlOrMeta+Enter");
    await page.waitForURL("**/liste");
    expect(app.posts("/eintraege")).toMatchObject([{ notiz: ["a"], minuten: ["30"] }]);
  });

  test("presses the button that the field names", async () => {
    await page.goto(`${app.url}/neu`);
    await page.fill("#notiz", "bleibt");
    await page.fill("#person", "Muster");
    await press("Enter");
    await page.getByText("2 Personen gefunden").first().waitFor();
    expect(app.posts("/eintraege")[0]).toMatchObject({ _aktion: ["suchen"], person: ["Muster"] });
    expect(await page.inputValue("#notiz")).toBe("bleibt");
    expect(await focused()).toBe("person");
    expect(page.url()).toBe(`${app.url}/neu`);
    await expect.poll(() => page.locator("[data-ansage]").textContent(), SOON).toBe("2 Personen gefunden");
  });
});

describe("list of shortcuts", () => {
  test("opens with ? outside text fields, Esc brings the focus back", async () => {
    await page.goto(`${app.url}/neu`);
    const help = page.getByRole("dialog", { name: "Tastenkürzel" });
    await page.focus("#notiz");
    await press("?");
    expect(await help.isVisible()).toBe(false);
    await page.focus("#thema-2");
    await press("?");
    expect(await help.isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Schließen");
    await press("Escape");
    expect(await help.isVisible()).toBe(false);
    expect(await focused()).toBe("thema-2");
  });

  test("opens without JavaScript too", async () => {
    const plain = await now().browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${app.url}/neu`);
    await plain.getByRole("button", { name: "Tastenkürzel" }).click();
    expect(await plain.getByRole("dialog", { name: "Tastenkürzel" }).isVisible()).toBe(true);
    await plain.close();
  });
});

describe("part of the page", () => {
  test("a filter swaps the list, stands in the address and announces the number", async () => {
    await page.goto(`${app.url}/liste`);
    await page.fill("#wort", "Wohnen");
    await press("Enter");
    await page.waitForURL("**/liste?wort=Wohnen");
    await page.getByText("1 Eintrag mit Wohnen").first().waitFor();
    expect(await focused()).toBe("wort");
    await expect.poll(() => page.locator("[data-ansage]").textContent(), SOON).toBe("1 Eintrag mit Wohnen");
    await page.reload();
    expect(await page.inputValue("#wort")).toBe("Wohnen");
  });
});

test("a password can be shown and hidden again", async () => {
  await page.goto(`${app.url}/sperre`);
  await page.fill("#passwort", "geheim genug");
  await page.getByRole("button", { name: "Anzeigen" }).click();
  expect(await page.getAttribute("#passwort", "type")).toBe("text");
  await page.getByRole("button", { name: "Verbergen" }).click();
  expect(await page.getAttribute("#passwort", "type")).toBe("password");
});

describe("without JavaScript", () => {
  test("saving, and a refusal with everything typed and the focus on the summary", async () => {
    const plain = await now().browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${app.url}/neu`);
    await plain.check("#thema-2");
    await plain.getByRole("button", { name: "Speichern" }).click();
    await plain.getByText("Bitte prüfen Sie eine Angabe").waitFor();
    expect(await plain.locator("#fehler:focus").count()).toBe(1);
    expect(await plain.isChecked("#thema-2")).toBe(true);
    await plain.fill("#minuten", "30");
    await plain.getByRole("button", { name: "Speichern" }).click();
    await plain.waitForURL("**/liste");
    expect(app.effects).toBe(1);
    await plain.close();
  });
});
