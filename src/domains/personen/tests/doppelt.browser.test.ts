import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { useBrowser, windowOf } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { writeAs } from "../../../platform/db.ts";
import { nameDublette } from "../commands/decide-dublette.ts";
import { createPerson, PersonEingabe } from "../index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const room = useRoom(routes);
const browser = useBrowser("tidy");
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
}, 60_000);

async function pair(): Promise<void> {
  const { actor } = stelle.konto;
  const made = (vorname: string, nachname: string) =>
    writeAs(actor, (tx) =>
      createPerson(tx, actor, PersonEingabe.parse({ person_vorname: vorname, person_nachname: nachname })),
    );
  const [one, other] = [await made("Oksana", "Musterenko"), await made("Оксана", "Мустеренко")];
  await erfasse(stelle, { stufe: "2", person: one, notiz: "eins" });
  await erfasse(stelle, { stufe: "2", person: other, notiz: "zwei" });
  await writeAs(actor, (tx) => nameDublette(tx, actor, one, other));
}

/** Goes on with the tab key alone until something of that name has the focus, and enters it. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await page.waitForLoadState("networkidle");
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const text = await page.locator(":focus").evaluate((element) => element.textContent ?? "");
    if (name.test(text.trim())) {
      await page.keyboard.press("Enter");
      return;
    }
  }
  throw new Error(`Nothing called ${String(name)} can be reached with the keyboard.`);
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("%s", (_title, javaScriptEnabled) => {
  test("two entries are merged and taken apart again with the keyboard alone", async () => {
    await pair();
    const page = await windowOf(browser(), room().entryOf(stelle.konto.actor), 1280, javaScriptEnabled);
    await page.goto(`${room().url}/personen/dubletten`);
    await tabTo(page, /^(Oksana|Оксана)/);
    await page.getByRole("heading", { name: "Dieselbe Person?" }).waitFor();
    await tabTo(page, /^Zusammenführen$/);
    await page.waitForURL(/getan=zusammengefuehrt/);
    expect(
      await page
        .getByRole("table", { name: /Beratungen mit dieser Person/ })
        .getByRole("row")
        .count(),
    ).toBe(3);

    await page.goto(`${room().url}/personen/dubletten`);
    await tabTo(page, /^zusammengeführt$/);
    await page.waitForURL(/stand=verbunden/);
    await tabTo(page, /^(Oksana|Оксана)/);
    await page.getByRole("heading", { name: "Zusammenführung aufheben" }).waitFor();
    await tabTo(page, /^Aufheben$/);
    await page.waitForURL(/getan=getrennt/);
    await page.goto(`${room().url}/personen/dubletten`);
    await tabTo(page, /^(Oksana|Оксана)/);
    await page.getByRole("heading", { name: "Dieselbe Person?" }).waitFor();
    await tabTo(page, /^Nicht dieselbe Person$/);
    await page.waitForURL(/getan=verschieden/);
  }, 60_000);
});
