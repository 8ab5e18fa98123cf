import { beforeAll, expect, test } from "vitest";
import { window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { einwilligungenIn } from "../support/einwilligungen.ts";
import { type Buehne, buehne } from "../support/kopien-buehne.ts";
import { useProduct } from "../support/product.ts";
import { organisation, verweis } from "../support/verweise.ts";
import { MENSCHEN, forbidMouse } from "./mensch.ts";

/** A consent from the sheet to its end, by the words on the screen. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser();
const LONG_MS = 120_000;
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

test.each(MENSCHEN)(
  "%s: explained in Arabic and printed, given; what goes out on it is told by letter after the withdrawal, and no more goes out",
  { timeout: LONG_MS },
  async (_, js, at) => {
    const person = await b.person();
    const name = js ? "Kita Waldrand" : "Kita Waldblick";
    await einwilligungenIn(b.cm, b.leitung, await b.person());
    const context = await window(browser(), server().url, b.cm, { js });
    const mouse: string[] = [];
    if (js) await forbidMouse(context, mouse);
    const cm = at(await context.newPage());
    /** A file that the page leads to: what it is, and its first bytes. */
    const file = async (href: string | null) => {
      const answer = await cm.page.request.get(new URL(href ?? "", cm.page.url()).href);
      return [answer.status(), (await answer.body()).subarray(0, 5).toString()];
    };

    await cm.open(`/personen/${person}/einwilligungen/neu?zweck=weitergabe`);
    await cm.choose("An wen gehen die Angaben?", "Kita oder Schule");
    await cm.type("Wie heißt die Stelle?", name);
    await cm.tick("Name und wie man Sie erreicht");
    await cm.press("Vorbereiten");
    await cm.reads("Die Einwilligung ist vorbereitet.");
    const einwilligung = new URL(cm.page.url()).pathname;
    const sheet = cm.page.locator("main a[lang=ar]");
    expect(await file(await sheet.getAttribute("href"))).toEqual([200, "%PDF-"]);
    await cm.press("Ist erklärt");
    await cm.arrivesAt("Ist erklärt");
    await cm.choose("In welcher Sprache?", "العربية");
    await cm.press("Ist erklärt");
    await cm.reads("Eingetragen: Die Einwilligung ist erklärt.");
    await cm.press("Ist erteilt");
    await cm.arrivesAt("Ist erteilt");
    await cm.press("Ist erteilt");
    await cm.reads("Ab jetzt darf das Genannte weitergegeben werden.");

    const kita = `organisation:${await organisation(b.cm, name, { art: "kita_schule" })}`;
    const mitNamen = { kontakt: "cm", kategorien: ["kontakt"] };
    await verweis(b.cm, person, kita, mitNamen);
    await cm.open(einwilligung);
    await cm.reads("bei einem Verweis");
    await cm.press("Widerruf eintragen");
    await cm.arrivesAt("Widerruf eintragen");
    await cm.press("Widerruf eintragen");
    await cm.reads("Ab jetzt geht auf diese Einwilligung nichts mehr hinaus.");
    await cm.reads("noch nicht");
    const letter = cm.page.getByRole("link", { name: "Brief als PDF", exact: true });
    expect(await file(await letter.getAttribute("href"))).toEqual([200, "%PDF-"]);
    await cm.press("Ist mitgeteilt");
    await cm.reads("Der Empfänger weiß vom Widerruf.");
    await expect(verweis(b.cm, person, kita, mitNamen)).rejects.toThrow(/gilt heute nicht/);
    expect(mouse).toEqual([]);
    await context.close();
  },
);
