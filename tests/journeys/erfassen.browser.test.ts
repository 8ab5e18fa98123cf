import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { writeAs } from "../../src/platform/db.ts";
import { WAYS, press, says, shown, typeBeratung, window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";

const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
/** A new one for each test, so that nobody's presets are another's. */
let stelle: Beratungsstelle;

beforeEach(async () => {
  stelle = await beratungsstelle();
});

async function open(path: string, js = true): Promise<Page> {
  const page = await (await window(browser(), server().url, stelle.konto.actor, { js })).newPage();
  await page.goto(path);
  return page;
}
const own = () =>
  db.admin("select * from kim.beratung where konto_id = $1 order by dauer_min", [stelle.konto.actor.kontoId]);
const saved = (page: Page) => says(page, "Gespeichert.");

const person = (vorname: string, nachname: string) =>
  writeAs(stelle.konto.actor, (tx) =>
    createPerson(tx, stelle.konto.actor, PersonEingabe.parse({ person_vorname: vorname, person_nachname: nachname })),
  );

describe("a typical Beratung with the keyboard alone", () => {
  test("without JavaScript too: Tab, Space and Enter reach everything, and Enter saves", async () => {
    const page = await open("/beratungen/neu", false);
    // Focus comes to the first theme when the page has settled.
    await page.locator("[name=themen]:focus").waitFor({ state: "attached" });
    await page.keyboard.press("Space");
    for (let i = 0; i < 12; i += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("u");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("45");
    await page.keyboard.press("Enter");
    await page.getByText("Wählen Sie, wie der Kontakt zustande kam.").first().waitFor();
    expect(await shown(page)).toMatchObject({ themen: ["sprache"], sprache: "uk", dauer: "45" });
    await page.getByRole("link", { name: "Wählen Sie, wie der Kontakt zustande kam." }).press("Enter");
    await page.focus("[name=kontaktweg]");
    await page.keyboard.type("o");
    await page.focus("[name=dauer]");
    await page.keyboard.press("Enter");
    await saved(page);
    expect(await own()).toMatchObject([{ dauer_min: 45, sprache: "uk", kontaktweg: "offene_sprechstunde" }]);
  });
});

test("on a phone all topics stand on the first screen, one's own name above, and the bar to save is slim", async () => {
  await erfasse(stelle);
  const page = await open("/beratungen/neu");
  await page.setViewportSize({ width: 375, height: 812 });
  await page.reload();
  await page.evaluate(() => scrollTo(0, 0));
  const box = async (selector: string) => (await page.locator(selector).last().boundingBox()) ?? { y: 0, height: 0 };
  const [topic, bar] = [await box(".chips label"), await box("form[id=beratung] > .actions")];
  expect(bar.height).toBeLessThanOrEqual(64);
  expect(topic.y + topic.height).toBeLessThanOrEqual(bar.y);
  expect(await page.locator(".who a").isVisible()).toBe(true);
});

test.each([1600, 1280, 1024, 768, 375])("at %i pixels no topic is parted within a word", async (width) => {
  const page = await open("/beratungen/neu");
  await page.setViewportSize({ width, height: 900 });
  const parted = await page
    .locator(".chips span")
    .evaluateAll((words) =>
      words.filter((one) => one.getBoundingClientRect().height > 26).map((one) => one.textContent),
    );
  expect(parted).toEqual([]);
});

describe.each(WAYS)("%s", (_, js) => {
  test("nothing that was typed is lost to a mistake", async () => {
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page, { dauer: "viel", notiz: "Zeile eins\nZeile zwei" });
    await press(page, "Speichern und nächste");
    await page.getByText("Geben Sie eine ganze Zahl von 1 bis 600 an.").first().waitFor();
    expect(await shown(page)).toEqual({
      themen: ["sprache", "aufenthalt"],
      sprache: "uk",
      dauer: "viel",
      notiz: "Zeile eins\nZeile zwei",
    });
    await page.fill("[name=dauer]", "30");
    await press(page, "Speichern");
    await saved(page);
    expect(await page.textContent("main")).toContain("Zeile zwei");
  });

  test("a note that is too long is not cut: the page counts, the server refuses, and all of it is still there", async () => {
    const page = await open("/beratungen/neu", js);
    const note = "Brief ".repeat(834);
    await typeBeratung(page, { notiz: note });
    const counter = page.locator("#notiz-zeichen");
    if (js) expect(await counter.textContent()).toBe("1.004 Zeichen zu viel. So lässt es sich nicht speichern.");
    await press(page, "Speichern");
    await page.getByText("Das sind 5.003 Zeichen, 4.000 passen hinein. Kürzen Sie um 1.003 Zeichen.").first().waitFor();
    expect((await shown(page)).notiz).toBe(note);
    await page.fill("[name=notiz]", "x".repeat(3990));
    if (js) expect(await counter.textContent()).toBe("Noch 10 Zeichen.");
    await press(page, "Speichern");
    await saved(page);
  });

  test("like the last one fills all codes, and keeps what is only of this one", async () => {
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page, { themen: ["wohnen"], sprache: "ar", dauer: "55" });
    await press(page, "Speichern und nächste");
    await saved(page);
    expect(await shown(page)).toMatchObject({ themen: [], sprache: "", dauer: "" });
    await page.fill("[name=notiz]", "bleibt stehen");
    await press(page, "Wie die letzte");
    await page.locator("[name=themen][value=wohnen]:checked").waitFor();
    expect(await shown(page)).toEqual({ themen: ["wohnen"], sprache: "ar", dauer: "55", notiz: "bleibt stehen" });
    await press(page, "Speichern und nächste");
    await page.getByText("2 Beratungen · 110 Minuten").waitFor();
  });

  test("a note that seems to tell who came is shown back, and saved once it is confirmed", async () => {
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page, { notiz: "Kind geb. 12.03.2019, Rückruf 0171 2345678" });
    await press(page, "Speichern und nächste");
    await page.getByText("„geb. 12.03.2019“ sieht aus wie ein Geburtsdatum.").waitFor();
    await page.getByText("„0171 2345678“ sieht aus wie eine Telefonnummer.").waitFor();
    expect(await own()).toHaveLength(0);
    await page.check("[name=unbedenklich]");
    await press(page, "Speichern und nächste");
    await saved(page);
    expect(await own()).toHaveLength(1);
  });

  test("a child that interprets is noted quietly", async () => {
    const page = await open("/beratungen/neu", js);
    const hint = page.getByText("Ein Kind sollte nicht für seine Eltern dolmetschen müssen.");
    expect(await hint.isVisible()).toBe(false);
    await page.selectOption("[name=verstaendigung]", "kind_dolmetscht");
    expect(await hint.isVisible()).toBe(true);
  });

  test("fields of other stages are out of sight and out of the record", async () => {
    const page = await open("/beratungen/neu", js);
    expect(await page.isVisible("main [name=suche]")).toBe(false);
    expect(await page.isVisible("[name=herkunftsgruppe]")).toBe(true);
    await page.check("[name=stufe][value='2']");
    expect(await page.isVisible("main [name=suche]")).toBe(true);
    expect(await page.isVisible("[name=herkunftsgruppe]")).toBe(false);
  });

  test("with a person found and a new one", async () => {
    await person("Mira", "Beispiel");
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page, { notiz: "Mira kam mit ihrem Bruder" });
    await page.check("[name=stufe][value='2']");
    await page.fill("main [name=suche]", "beispil");
    await press(page, "Suchen");
    await page.locator("#personen [data-treffer]", { hasText: "1 gefunden" }).waitFor();
    expect(await shown(page)).toMatchObject({ dauer: "30", notiz: "Mira kam mit ihrem Bruder" });
    await page.getByRole("checkbox", { name: /Mira Beispiel/ }).check();
    await page.getByText("Neue Person anlegen").click();
    await page.fill("[name=neu1_vorname]", "Jo");
    await press(page, "Weitere Person");
    await page.locator("[name=neu2_vorname]").waitFor();
    expect(await page.inputValue("[name=neu1_vorname]")).toBe("Jo");
    expect(await page.getByRole("checkbox", { name: /Mira Beispiel/ }).isChecked()).toBe(true);
    await press(page, "Speichern");
    await saved(page);
    const [row] = await own();
    expect(row).toMatchObject({ stufe: "2", personenzahl: 2 });
    await page.getByRole("main").getByRole("link", { name: "Mira Beispiel" }).waitFor();
    await page.getByText("Mira kam mit ihrem Bruder").waitFor();
  });

  test("a new person who is there already is asked about, and chosen instead", async () => {
    const known = await person("Mira", "Beispiel");
    const page = await open("/beratungen/neu", js);
    await typeBeratung(page);
    await page.check("[name=stufe][value='2']");
    await page.getByText("Neue Person anlegen").click();
    await page.fill("[name=neu1_vorname]", "Mirra");
    await page.fill("[name=neu1_nachname]", "Beispiel");
    await press(page, "Speichern und nächste");
    await page.getByText("Gibt es diese Person schon?").first().waitFor();
    await page.getByRole("checkbox", { name: /Mira Beispiel/ }).check();
    await press(page, "Speichern und nächste");
    await saved(page);
    const links = await db.admin("select person_id from kim.beratung_person where konto_id = $1", [
      stelle.konto.actor.kontoId,
    ]);
    expect(links).toEqual([{ person_id: known }]);
  });

  test("Enter in the search searches", async () => {
    await person("Karl", "Probe");
    const page = await open("/beratungen/neu", js);
    await page.check("[name=stufe][value='2']");
    await page.fill("main [name=suche]", "Karl");
    await page.press("main [name=suche]", "Enter");
    await page.locator("#personen [data-treffer]", { hasText: "1 gefunden" }).waitFor();
    expect(await page.locator("#fehler").count()).toBe(0);
  });

  test("found from any page: a person's page leads to a consultation with her", async () => {
    const known = await person("Karl", "Probe");
    const page = await open("/beratungen", js);
    await page.getByRole("searchbox", { name: "Person suchen" }).fill("karl prob");
    await page.keyboard.press("Enter");
    await page.getByRole("main").getByRole("link", { name: "Karl Probe" }).click();
    expect(page.url()).not.toContain("karl");
    await page.getByRole("main").getByRole("link", { name: "Beratung erfassen", exact: true }).click();
    await page.locator("[name=stufe][value='2']:checked").waitFor({ state: "attached" });
    await typeBeratung(page);
    await press(page, "Speichern und nächste");
    await saved(page);
    const links = await db.admin("select person_id from kim.beratung_person where konto_id = $1", [
      stelle.konto.actor.kontoId,
    ]);
    expect(links).toEqual([{ person_id: known }]);
  });
});
