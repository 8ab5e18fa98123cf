import { beforeAll, expect, test } from "vitest";
import { useBrowser, windowOf } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useOwnRoom } from "../../../../tests/support/own-room.ts";
import { writeAs } from "../../../platform/db.ts";
import { NeueLuecke, reportLuecke } from "../index.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const { room, stelle } = useOwnRoom(routes);
const browser = useBrowser();
const SATZ = "Für Mütter mit kleinen Kindern fehlt ein Sprachkurs mit Betreuung.";

beforeAll(async () => {
  const { actor } = stelle().konto;
  const gap = NeueLuecke.parse({ handlungsfeld: "sprache", satz: SATZ, kommunen: [stelle().ags[0]] });
  await writeAs(actor, (tx) => reportLuecke(tx, actor, gap));
});

test("while somebody types it tells which gaps are known; hands stay, and what was typed goes along", async () => {
  const page = await windowOf(browser(), room().entryOf(stelle().konto.actor), 1280);
  await page.goto(`${room().url}/luecken/neu`);
  await page.focus("#satz");
  await page.keyboard.type("Sprachkurse ohne Betreuung schließen Eltern aus.");
  // A list asks as well as a text: chosen last it tells that both are of one field.
  await page.selectOption("#handlungsfeld", "sprache");
  await page.locator("#aehnliche").getByRole("link", { name: SATZ, exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest("#aehnliche"))).toBeNull();
  await page
    .locator("#aehnliche")
    .getByRole("link", { name: /^Auch bei uns/ })
    .click();
  await page.getByRole("heading", { name: "Auch bei uns" }).waitFor();
  expect(await page.inputValue("#beispiel")).toContain("Sprachkurse ohne Betreuung");
  await page.context().close();
}, 30_000);
