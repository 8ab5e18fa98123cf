import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { useBrowser, windowOf } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { useRoom } from "../../../../tests/support/room.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { routes as termine } from "../../termine/pages/index.ts";
import { addSprachmittler } from "../commands/set-sprachmittler.ts";
import { SprachmittlerEingabe } from "../model/pool.ts";
import { routes } from "../pages/index.ts";

testDatabase();
const room = useRoom([...termine, ...routes]);
const browser = useBrowser();
let stelle: Beratungsstelle;
let fuehrt: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { kreis, traegerId } = stelle;
  fuehrt = (await testKonto({ kreis, traegerId, rollen: ["verwaltungsassistenz"], name: "Kim Platzmann" })).actor;
  const sina = { name: "Sina Sprachmuster", sprachen: ["ar"], geschlecht: "weiblich", art: "honorar", satz: "24" };
  const typed = SprachmittlerEingabe.parse({ ...sina, verpflichtet_am: "2026-01-05" });
  await writeAs(fuehrt, (tx) => addSprachmittler(tx, fuehrt, typed));
});

test.each([true, false])(
  "from an appointment over asking, finding and minutes to the settled month; sentences to show (JavaScript %s)",
  async (script) => {
    const sits = (actor: Actor) => windowOf(browser(), room().entryOf(actor), 375, script);
    const [cm, pool] = [await sits(stelle.konto.actor), await sits(fuehrt)];
    const reads = (page: typeof cm, text: string) => page.locator("main").getByText(text).first().waitFor();
    await cm.goto(`${room().url}/termine/neu`);
    await cm.locator("#tag").fill("heute");
    await cm.locator("#beginn").fill(script ? "9:00" : "11:00");
    await cm.locator("#sprache").selectOption("ar");
    await cm.locator("#verstaendigung").selectOption("sprachmittlung");
    await cm.getByRole("button", { name: "Eintragen" }).click();
    await reads(cm, "Arabisch, Sprachmittlung vor Ort");
    await cm.getByRole("link", { name: "Sprachmittlung buchen" }).click();
    expect(await cm.locator("#sprache").inputValue()).toBe("ar");
    await cm.getByRole("button", { name: "Buchen" }).click();
    await reads(cm, "Die Anfrage ist eingetragen");
    const einsatz = new URL(cm.url()).pathname;

    await pool.goto(`${room().url}${einsatz}`);
    expect(await pool.locator("main").innerText()).not.toContain("Termin");
    await pool.getByRole("link", { name: "Jemanden buchen" }).click();
    await pool.locator("#sprachmittler").selectOption({ label: "Sina Sprachmuster" });
    await pool.getByRole("button", { name: "Jemanden buchen" }).click();
    await reads(pool, "Der Schritt ist eingetragen");

    await cm.goto(`${room().url}${einsatz}/schritt?nach=geleistet`);
    await cm.locator("#minuten").fill("50");
    await cm.getByRole("button", { name: "Geleistet" }).click();
    await reads(cm, "50 Minuten");
    await cm.getByRole("link", { name: "zu Ihrem Termin" }).click();
    await reads(cm, "geleistet");

    await pool.goto(`${room().url}/sprachmittlungen/abrechnung?monat=${today().slice(0, 7)}`);
    await pool.getByRole("button", { name: "1 Einsatz abrechnen" }).click();
    await reads(pool, "1 Einsatz abgerechnet.");
    expect(await pool.locator("main").innerText()).toContain(script ? "20,00" : "40,00");

    await cm.goto(`${room().url}/satzbuch?sprache=fa`);
    await cm.getByRole("link", { name: "Wo wohnen Sie?" }).click();
    const said = cm.locator("h1");
    expect([await said.innerText(), await said.evaluate((h) => getComputedStyle(h).direction)]).toEqual([
      "کجا زندگی می‌کنید؟",
      "rtl",
    ]);
    for (const page of [cm, pool]) await page.context().close();
  },
);
