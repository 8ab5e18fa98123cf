import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { startDatabase, stopDatabase } from "../../src/platform/db.ts";
import { demoRoutes, routes } from "../../src/routes.ts";
import type { Wer } from "./probe.ts";
import { bestandDatabase } from "./bestand.ts";
import { rundgang } from "./every-page.ts";
import { PHONE, WIDE, frameProblems, looks, looksInTheDark, walk } from "./page-checks.ts";
import { BEKANNT } from "./proben.ts";

const db = bestandDatabase();
const tour = rundgang(db);
const settings = () => ({ url: db.urlOf("kim_web"), applicationName: "kim-test", poolSize: 4 });

test("the tour knows every page there is, and no other", () => {
  const all = [...routes, ...demoRoutes].filter(({ method }) => method === "GET").map(({ path }) => path);
  expect(BEKANNT.toSorted()).toEqual(all.toSorted());
});

/** Everything that can be wrong with a page that is shown already, in both sizes. */
async function problemsOf(page: Page): Promise<string[]> {
  const found = [...(await frameProblems(page)), ...(await looks(page)), ...(await looksInTheDark(page))];
  found.push(...(await walk(page)));
  await page.setViewportSize(PHONE);
  return [...found, ...(await looks(page)).map((problem) => `320: ${problem}`)];
}

async function lookAt(wer: Wer, path: string): Promise<{ status: number; heading: string; found: string[] }> {
  const { page, problems } = await tour.pageOf(wer);
  const answer = await page.goto(tour.bestand().server.url + path);
  const heading = await page.locator("h1").innerText();
  // What stands in the console about an answer of 500 is that it was 500.
  const found = [...(await problemsOf(page)), ...problems].filter((p) => !p.includes("a status of 500"));
  return { status: answer?.status() ?? 0, heading, found };
}

describe("pages about errors", () => {
  const { cleanUp, later } = cleaning();
  afterEach(cleanUp);

  test.each([
    ["beraterin", "/verwaltung", 403, "Dafür fehlt Ihnen die Berechtigung"],
    ["dezernat", "/beratungen/neu", 403, "Dafür fehlt Ihnen die Berechtigung"],
    ["beraterin", "/gibt/es/nicht", 404, "Diese Seite gibt es nicht"],
    ["niemand", "/gibt/es/nicht", 404, "Diese Seite gibt es nicht"],
    ["beraterin", "/personen/00000000-0000-4000-8000-000000000000", 404, "Diese Seite gibt es nicht"],
  ] as const)("%s, %s: %i", async (wer, path, status, heading) => {
    expect(await lookAt(wer, path)).toEqual({ status, heading, found: [] });
  });

  test("an error of the program: 500", async () => {
    await db.admin("alter table kim.person rename to person_weg");
    later(() => db.admin("alter table kim.person_weg rename to person"));
    expect(await lookAt("beraterin", "/personen")).toEqual({
      status: 500,
      heading: "Das hat nicht geklappt",
      found: [],
    });
  });

  test("the database is gone: 503", async () => {
    await stopDatabase();
    startDatabase({ ...settings(), url: "postgres://kim_web:x@127.0.0.1:1/kim" });
    later(async () => {
      await stopDatabase();
      startDatabase(settings());
    });
    const heading = "KIM ist gerade nicht erreichbar";
    expect(await lookAt("beraterin", "/personen")).toEqual({ status: 503, heading, found: [] });
  });
});

/** What has to be put right after a test, whether it passed or not. */
function cleaning() {
  const open: (() => Promise<unknown>)[] = [];
  return {
    later: (work: () => Promise<unknown>) => void open.push(work),
    cleanUp: async () => {
      for (const work of open.splice(0)) await work();
    },
  };
}

describe("pages that answer a form", () => {
  test.each([
    ["Karl", "1 Person zu „Karl“"],
    ["Xaver", "0 Personen zu „Xaver“"],
  ])("searching for persons: %s", async (text, count) => {
    const { page, problems } = await tour.pageOf("beraterin");
    await page.goto(`${tour.bestand().server.url}/personen`);
    await page.getByLabel("Name, Geburtsdatum oder Telefon").fill(text);
    await page.getByLabel("Name, Geburtsdatum oder Telefon").press("Enter");
    await page.locator("main").getByText(count).waitFor();
    expect([...(await problemsOf(page)), ...problems]).toEqual([]);
  });

  test("the link of an invitation", async () => {
    const { page, problems } = await tour.pageOf("administration");
    await page.goto(`${tour.bestand().server.url}/verwaltung/mitarbeitende/${tour.bestand().ids["konto"]}/neuer-link`);
    await page.getByRole("button", { name: "Neuen Link zeigen" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Einladungslink" }).waitFor();
    expect(await page.getByLabel("Link", { exact: true }).inputValue()).toMatch(/\/einladung\/05382\.[\w-]{43}$/);
    expect([...(await problemsOf(page)), ...problems]).toEqual([]);
  });

  test("the recovery codes", async () => {
    const b = tour.bestand();
    const { page, problems } = await tour.pageOf("beraterin");
    await page.goto(`${b.server.url}/konto/codes`);
    await page.getByLabel("Ihr Passwort").fill(b.passwort);
    await page.getByLabel("Ihr Passwort").press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ihre Wiederherstellungscodes" }).waitFor();
    expect(await page.locator("ol.codes li").count()).toBe(10);
    expect([...(await problemsOf(page)), ...problems]).toEqual([]);
  });
});

test("the tour sees what is wrong", async () => {
  const { page, problems } = await tour.pageOf("dezernat");
  await page.goto(`${tour.bestand().server.url}/konto/passwort`);
  const violated = page.waitForEvent("console", (message) => message.text().includes("img-src"));
  await page.evaluate(() => {
    const main = document.querySelector("main");
    main?.insertAdjacentHTML("beforeend", '<h1>zwei</h1><div class="breit">breit</div><input><a href="/">da</a>');
    main?.querySelector<HTMLElement>(".breit")?.style.setProperty("width", "3000px");
    main?.querySelector<HTMLElement>("a[href='/']")?.style.setProperty("outline", "none");
    main?.append(Object.assign(new Image(), { src: "http://fremd.example/bild.png", alt: "" }));
    document.querySelector(".brand")?.addEventListener("keydown", (event) => event.preventDefault());
  });
  await violated;
  const found = [...(await frameProblems(page)), ...(await looks(page)), ...(await walk(page)), ...problems].join("\n");
  expect(found).toContain("2 Überschriften erster Ordnung");
  expect(found).toMatch(/^label: <input>$/m);
  expect(found).toContain("Pixel breiter als das Fenster");
  expect(found).toContain("Fokus unsichtbar: <a href");
  expect(found).toContain("Tab erreicht nicht: ");
  expect(found).toContain("lädt http://fremd.example/bild.png");
  expect(found).toContain("Content Security Policy");
});

test("what was seen in one width, in the light and on other pages hides nothing that is wrong here", async () => {
  const { page } = await tour.pageOf("dezernat");
  await page.goto(`${tour.bestand().server.url}/konto/passwort`);
  const all = async () => {
    await page.setViewportSize(WIDE);
    const wide = [...(await looks(page)), ...(await looksInTheDark(page))];
    await page.setViewportSize(PHONE);
    return [...wide, ...(await looks(page)).map((problem) => `320: ${problem}`)].map((found) => found.slice(0, 60));
  };
  expect(await all()).toEqual([]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      @media (prefers-color-scheme: light) { .pale { color: rgb(200, 200, 200); } }
      @media (prefers-color-scheme: dark) { .night { color: rgb(60, 60, 60); } }
      .slim { display: none; }
      @media (max-width: 40rem) { .slim { display: block; } .small { display: block; width: 9px; height: 9px; padding: 0; } }
      .small { min-width: 0; min-height: 0; border: 0; }
      .bare { text-decoration: none; color: rgb(0, 0, 0); }`);
    document.adoptedStyleSheets.push(sheet);
    document.querySelector("main")?.insertAdjacentHTML(
      "beforeend",
      `<p class="pale">pale</p><p class="night">night</p><p class="slim"><input></p>
       <button class="small" aria-label="a"></button><button class="small" aria-label="b"></button>
       <p>Somebody wrote more words than the <a class="bare" href="/x">link</a> has, all in one colour.</p>`,
    );
  });
  const found = (await all()).join("\n");
  expect(found).toMatch(/^color-contrast: <p class="pale">/m);
  expect(found).toMatch(/^dunkel: color-contrast: <p class="night">/m);
  expect(found).not.toMatch(/^label: /m);
  expect(found).toMatch(/^320: label: <input>/m);
  expect(found).toMatch(/^320: target-size: <button class="small"/m);
  expect(found).toMatch(/^link-in-text-block: <a class="bare"/m);
});
