import { beforeAll, describe, expect, test } from "vitest";
import { useBrowser, windowOf } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import { besetzung, stelle } from "../../../../tests/support/stellen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { writeAs } from "../../../platform/db.ts";
import { noteVakanz } from "../index.ts";
import { routes } from "../pages/index.ts";

const db = testDatabase();
const room = useRoom(routes);
const browser = useBrowser();
const KREIS = "05382";
const SHOTS = process.env["KIM_BILDER"];
const ORTE = ["Siegburg", "Lohmar", "Neunkirchen-Seelscheid", "Ruppichteroth", "Sankt Augustin", "Wachtberg"];
let actor: Actor;

beforeAll(async () => {
  const traegerId = await testTraeger(KREIS, "Rhein-Sieg-Kreis");
  actor = (await testKonto({ kreis: KREIS, traegerId, rollen: ["kim_koordination"], name: "Jo Muster" })).actor;
  await testKonto({ kreis: KREIS, traegerId, rollen: ["cm_lokal"], name: "Mira Beispiel" });
  const verband = await testTraeger(KREIS, "Wohlfahrtsverband zur Probe im Musterkreis e. V.");
  const ags = ORTE.map((_, i) => `${KREIS}00${i}`);
  for (const [i, ort] of ORTE.entries())
    await db.admin("insert into kim.kommune (kreis, ags, name) values ($1, $2, $3)", [KREIS, ags[i], ort]);
  const post = async (traeger: string, more: Readonly<Record<string, unknown>>, wer?: string, bis = "") => {
    const id = await stelle(actor, traeger, more);
    const name = wer ?? "";
    const row = wer === undefined ? "" : await besetzung(actor, id, { name, bis, anteil: more["vzae"] ?? "1" });
    return { id, row };
  };
  await post(traegerId, { art: "koordination", vzae: "1" }, "Pia Probelauf");
  await post(traegerId, { art: "verwaltungsassistenz", vzae: "0,5", bezeichnung: "Nummer 4711" }, "Kim Platzmann");
  await post(verband, { art: "cm_lokal", kommunen: ags }, "Toni Vorlage-Langnamenstein");
  await post(traegerId, { art: "cm_mukis" }, "Zoe Modellfall");
  const abh = await post(traegerId, { art: "abh_fachkraft" }, "Willi Weggang", "2023-08-31");
  await writeAs(actor, (tx) => noteVakanz(tx, actor, { id: abh.id }, { von: "2023-09-01", grund: "weggang" }));
  await writeAs(actor, (tx) => noteVakanz(tx, actor, { id: abh.id }, { von: "2024-01-15", grund: "ausschreibung" }));
  await besetzung(actor, await stelle(actor, traegerId, { art: "ebh_fachkraft", vzae: "2" }), {
    name: "Emil Formular",
  });
  await stelle(actor, verband, { art: "cm_lokal", kommunen: [ags[0]], von: "2024-01-01" });
});

const pageFor = (width: number, javaScript?: boolean) => windowOf(browser(), room().entryOf(actor), width, javaScript);

test("printed, the plan is the plan: no navigation, no filter, the text of the paper open", async () => {
  const page = await pageFor(1000);
  await page.goto(`${room().url}/stellen?am=2024-02-01`);
  await page.emulateMedia({ media: "print" });
  // Backgrounds are not printed, and an icon is one: it would leave a hole before its word.
  const icons = await page.locator("main .kern-icon").evaluateAll((all) => all.map((one) => one.checkVisibility()));
  expect(icons.length).toBeGreaterThan(0);
  expect(icons).not.toContain(true);
  for (const gone of [".nav", ".filter", ".top"]) expect(await page.locator(gone).isVisible(), gone).toBe(false);
  const text = await page.locator("main").innerText();
  expect(text).toContain("Stellenplan am 01.02.2024");
  expect(text).toContain("die Stelle der ABH (1 VZÄ) war seit dem 01.09.2023 wieder vakant");
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/stellen-druck.png`, fullPage: true });
  await page.context().close();
});

describe("keyboard only", () => {
  test.each([true, false])("from approval to filling, JavaScript %s", async (script) => {
    const page = await pageFor(1280, script);
    await page.goto(`${room().url}/stellen/neu`);
    await page.locator("#traegerId").focus();
    await page.keyboard.type("Rhein");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Fachkraft der E");
    await page.keyboard.press("Tab");
    await page.keyboard.type(script ? "Nummer 1" : "Nummer 2");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0,5");
    await page.locator("#von").fill("2023-01-01");
    await page.getByRole("button", { name: "Anlegen" }).press("Enter");
    await page.locator("main").getByText("Die Stelle ist angelegt.").waitFor();
    await page.getByRole("link", { name: "Besetzen" }).press("Enter");
    await page.locator("#konto").focus();
    await page.keyboard.type("Mira");
    expect(await page.locator("#anteil").inputValue()).toBe("0,5");
    await page.getByRole("button", { name: "Besetzen" }).press("Enter");
    await page.locator("main").getByText("Die Besetzung ist eingetragen.").waitFor();
    expect(await page.locator("main").innerText()).toContain("Mira Beispiel");
    await page.context().close();
  });
});
