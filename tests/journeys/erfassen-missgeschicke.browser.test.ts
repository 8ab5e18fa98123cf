import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WAYS, draftKept, press, says, shown, typeBeratung, window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { openBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { WebProcess } from "../support/web-process.ts";

const db = testDatabase();
let web: WebProcess;
let browser: Browser;
let stelle: Beratungsstelle;
const TYPED = { themen: ["wohnen", "familie"], sprache: "ar", dauer: "40", notiz: "Brief vom Vermieter erklärt" };

beforeAll(async () => {
  web = await WebProcess.open(db.urlOf("kim_web"));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await web.close();
});
beforeEach(async () => {
  stelle = await beratungsstelle();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

async function open(path: string, js = true, on = browser): Promise<Page> {
  const page = await (await window(on, web.url, stelle.konto.actor, { js })).newPage();
  await page.goto(path);
  return page;
}
const id = () => stelle.konto.actor.kontoId;
const durations = async () =>
  (await db.admin("select dauer_min from kim.beratung where konto_id = $1 order by 1", [id()])).map(
    (r) => r["dauer_min"],
  );
const drafts = async () =>
  (await db.admin("select 1 from kim.entwurf where konto_id = $1 and verworfen is null", [id()])).length;
const saved = (page: Page) => says(page, "Gespeichert.");

describe.each(WAYS)("the session is locked, %s", (_, js) => {
  test("while typing: after the password everything is there again and is saved once", async () => {
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page, TYPED);
    await db.admin("update kim.sitzung set zuletzt = zuletzt - interval '16 minutes' where konto_id = $1", [id()]);
    await press(page, "Speichern und nächste");
    // The form stays for whoever types; without scripts the page of the lock takes it along.
    if (js) await press(page, "Hier anmelden");
    await page.getByRole("heading", { name: "Gesperrt" }).waitFor();
    expect([await durations(), await drafts()]).toEqual([[], 0]);

    await page.fill("[name=passwort]", stelle.konto.passwort);
    await press(page, "Entsperren");
    if (!js) await page.getByText("Noch nicht gespeichert: So weit waren Sie").waitFor();
    await page.getByRole("heading", { name: "Beratung erfassen" }).waitFor();
    expect(await shown(page)).toEqual(TYPED);
    await press(page, "Speichern und nächste");
    await saved(page);
    expect(await durations()).toEqual([40]);
    expect(await drafts()).toBe(0);
  });
});

test("the browser crashes: the next sign-in offers what was typed", async () => {
  const server = await chromium.launchServer({
    executablePath: process.env["KIM_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await open("/beratungen/neu", true, await chromium.connect(server.wsEndpoint()));
  await typeBeratung(page, TYPED);
  await draftKept(page);
  server.process().kill("SIGKILL");

  const again = await open("/beratungen/neu");
  expect(await shown(again)).toMatchObject({ dauer: "" });
  await again.getByRole("link", { name: "Weiterschreiben" }).click();
  await again.getByText("Noch nicht gespeichert: So weit waren Sie").waitFor();
  expect(await shown(again)).toEqual(TYPED);
  await press(again, "Speichern und nächste");
  await saved(again);
  expect([await durations(), await drafts()]).toEqual([[40], 0]);
});

test("without JavaScript what the server has seen is kept, can be thrown away, and taken back", async () => {
  const page = await open("/beratungen/neu", false);
  await typeBeratung(page, { ...TYPED, dauer: "viel" });
  await press(page, "Speichern");
  await page.locator("#fehler").waitFor();
  const again = await open("/beratungen/neu", false);
  await again.getByRole("link", { name: "Weiterschreiben" }).click();
  expect(await shown(again)).toEqual({ ...TYPED, dauer: "viel" });
  await again.goto("/beratungen/neu");
  await press(again, "Verwerfen");
  await again.getByText("Der Entwurf ist verworfen.").waitFor();
  expect([await again.getByRole("link", { name: "Weiterschreiben" }).count(), await drafts()]).toEqual([0, 0]);
  await press(again, "Rückgängig");
  await again.getByText("Noch nicht gespeichert: So weit waren Sie").waitFor();
  expect(await shown(again)).toEqual({ ...TYPED, dauer: "viel" });
});

describe("going back", () => {
  test("left in the middle of a word by a link: what was typed waits on the page", async () => {
    const page = await open("/beratungen/neu");
    await typeBeratung(page, TYPED);
    await page.getByRole("link", { name: "Beratungen", exact: true }).click();
    await page.getByRole("heading", { name: "Meine Beratungen" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Beratung erfassen" }).waitFor();
    const more = page.getByRole("link", { name: "Weiterschreiben" });
    if ((await shown(page)).dauer === "") await more.click();
    await page.locator("[name=themen][value=wohnen]:checked").waitFor();
    expect(await shown(page)).toEqual(TYPED);
  });

  test.each(WAYS)("after saving, %s: leads to what was saved, to be corrected, and doubles nothing", async (_, js) => {
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page, TYPED);
    if (js) await draftKept(page);
    await press(page, "Speichern und nächste");
    await saved(page);
    await page.goBack();
    await says(page, "Dieses Formular haben Sie schon gespeichert.");
    expect([await durations(), await drafts()]).toEqual([[40], 0]);
    await page.getByRole("link", { name: "Korrigieren" }).click();
    await page.fill("[name=dauer]", "45");
    await page.fill("[name=grund]", "Dauer verwechselt");
    await press(page, "Korrektur speichern");
    await says(page, "Die Korrektur ist gespeichert.");
    expect([await durations(), await drafts()]).toEqual([[45], 0]);
  });

  test("out of a half-typed form without JavaScript: the browser fills it again, and it is still the same one", async () => {
    const page = await open("/beratungen/neu", false);
    const address = page.url();
    await typeBeratung(page, TYPED);
    await page.getByRole("link", { name: "Beratungen", exact: true }).click();
    await page.goBack();
    expect(page.url()).toBe(address);
    expect((await shown(page)).notiz).toBe(TYPED.notiz);
  });
});

describe("two tabs", () => {
  test("each keeps its own draft; both are saved", async () => {
    const first = await open("/beratungen/neu");
    const second = await first.context().newPage();
    await second.goto("/beratungen/neu");
    await typeBeratung(first, TYPED);
    await typeBeratung(second, { ...TYPED, dauer: "15", notiz: "anderes" });
    await Promise.all([draftKept(first), draftKept(second)]);
    await first.reload();
    await second.reload();
    expect([await shown(first), await shown(second)]).toEqual([TYPED, { ...TYPED, dauer: "15", notiz: "anderes" }]);
    for (const page of [first, second]) {
      await press(page, "Speichern und nächste");
      await saved(page);
    }
    expect([await durations(), await drafts()]).toEqual([[15, 40], 0]);
  });

  test.each(WAYS)("with the same draft, %s: saved once; changed, both ways are open", async (_, js) => {
    const first = await open("/beratungen/neu");
    await typeBeratung(first, TYPED);
    await draftKept(first);
    const address = first.url();
    const second = await open(address, js);
    const third = await open(address, js);
    for (const page of [first, second]) {
      await press(page, "Speichern und nächste");
      await saved(page);
    }
    expect(await durations()).toEqual([40]);

    await third.fill("[name=dauer]", "70");
    await press(third, "Speichern und nächste");
    await third.getByRole("link", { name: "Die gespeicherte Beratung korrigieren" }).waitFor();
    expect(await shown(third)).toEqual({ ...TYPED, dauer: "70" });
    expect(await durations()).toEqual([40]);
    await press(third, "Speichern und nächste");
    await saved(third);
    expect(await durations()).toEqual([40, 70]);
  });
});

describe("the server is killed and starts anew", () => {
  test("while typing and at sending: the page waits, sends again, and it is one consultation", async () => {
    const page = await open("/beratungen/neu");
    await typeBeratung(page, TYPED);
    await web.kill();
    await press(page, "Speichern und nächste");
    await page.getByRole("region", { name: "Hinweis" }).getByText("Server nicht erreichbar").waitFor();
    expect(await shown(page)).toEqual(TYPED);
    await web.start();
    await says(page, "Gespeichert.", 30_000);
    expect([await durations(), await drafts()]).toEqual([[40], 0]);
  });

  test("without JavaScript: loading the page again sends the same form", async () => {
    const page = await open("/beratungen/neu", false);
    await typeBeratung(page, TYPED);
    await web.kill();
    await press(page, "Speichern und nächste").catch(() => undefined);
    await web.start();
    await page.reload();
    await saved(page);
    expect(await durations()).toEqual([40]);
  });
});
