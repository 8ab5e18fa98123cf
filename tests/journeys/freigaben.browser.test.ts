import { describe, expect, test } from "vitest";
import type { BrowserContext, Locator } from "playwright-core";
import { today } from "../../src/platform/clock.ts";
import { daysFrom, tagText } from "../../src/platform/span.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { eingewilligt } from "../support/freigaben.ts";
import { NAME, buehne } from "../support/kopien-buehne.ts";
import { useProduct } from "../support/product.ts";
import { organisation, verweis } from "../support/verweise.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** What leaves a file and what comes back, by the words on the screen. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser();
const LONG_MS = 300_000;
/** Each in a Kreis of its own: what waits is that of this journey. */
const KREISE = ["05382", "05315"];

/** The counsellor lets the name of a person out; afterwards she is on the page that says so. */
async function letsOut(cm: Mensch, bedarf?: string): Promise<void> {
  await cm.press(bedarf === undefined ? "Anfragen" : "Vorbereiten");
  await cm.reads("Hinausgegangen ist noch nichts");
  await cm.press("Auswählen und freigeben");
  await cm.reads(`Name: ${NAME}`);
  await cm.tick(`Name: ${NAME}`);
  if (bedarf !== undefined) await cm.type("Worum es geht, ohne Namen", bedarf);
  await cm.press("Freigeben");
}

const prepares = async (cm: Mensch, person: string, art: string) => {
  await cm.open(`/personen/${person}/freigaben/neu?art=${art}`);
  await cm.type("Worum geht es?", "Wie es mit der Wohnung weitergeht");
};

/** The first link of a kind. */
const follows = async (one: Mensch, links: Locator) =>
  one.press(((await links.first().textContent()) ?? "").replaceAll(/\s+/g, " ").trim());

/** The first that is offered. */
const opens = (one: Mensch) => follows(one, one.page.locator("main table a"));

describe.each(MENSCHEN.map((one, i) => [...one, KREISE[i] ?? ""] as const))("%s", (_, js, at, kreis) => {
  test(
    "a copy for the authority is answered and taken back; another Träger says no, then yes; a place without an account answers a referral by link",
    async () => {
      const b = await buehne(db, kreis);
      const mouse: string[] = [];
      const watched = async (context: BrowserContext) => {
        if (js) await forbidMouse(context, mouse);
        return at(await context.newPage());
      };
      const sits = async (actor: Actor) => watched(await window(browser(), server().url, actor, { js }));
      const cm = await sits(b.cm);
      const person = await b.person();
      const darf = (zweck: "behoerde" | "uebergabe" | "weitergabe", art: string, empfaenger = "") =>
        eingewilligt(b.cm, b.leitung, person, { zweck, art, empfaenger, kategorien: ["kontakt"] });
      await darf("behoerde", "auslaenderbehoerde");
      await darf("uebergabe", "traeger", "Beratung Nebenan");
      await darf("weitergabe", "kita_schule", "Kita Wiese");

      await prepares(cm, person, "abh");
      await cm.choose("Bei wem ist die Behörde?", "Kreis Musterland");

      await letsOut(cm);
      await cm.reads("Freigegeben. Was die andere Stelle antwortet");
      const freigabe = new URL(cm.page.url()).pathname;
      const abh = await sits(b.abh);
      await abh.open("/kopien");
      await opens(abh);
      await abh.reads(NAME);
      await abh.press("Ergebnis eintragen");
      await abh.arrivesAt("Ergebnis eintragen");
      await abh.type("Welche Unterlagen fehlen?", "Meldebescheinigung");
      await abh.type("Bis wann?", tagText(daysFrom(today(), 12)));
      await abh.press("Ergebnis eintragen");
      await abh.reads("Das Ergebnis steht jetzt in der Akte");
      const kopie = abh.page.url();
      await cm.open(freigabe);
      await cm.reads("Unterlagen: Meldebescheinigung");
      await cm.press("Zurückziehen");
      await cm.arrivesAt("Kopie zurückziehen");
      await cm.press("Zurückziehen");
      await cm.reads("Ab jetzt kann niemand die Kopie mehr öffnen.");
      expect((await abh.page.goto(kopie))?.status()).toBe(404);
      await abh.open("/kopien");
      await abh.reads("nicht mehr verfügbar");

      const offers = async () => {
        await prepares(cm, person, "traeger");
        await cm.choose("Wer soll übernehmen?", "Beratung Nebenan");
        await letsOut(cm, "Sucht einen Sprachkurs");
        await cm.reads("Freigegeben. Was die andere Stelle antwortet");
        return new URL(cm.page.url()).pathname;
      };
      const erstes = await offers();
      const andere = await sits(b.andere);
      await andere.open("/uebergabe-angebote");
      await opens(andere);
      await andere.reads("Sucht einen Sprachkurs");
      expect(await andere.page.content()).not.toContain("Kanarienvogel");
      await andere.press("Ablehnen");
      await andere.arrivesAt("Angebot ablehnen");
      await andere.type("Warum?", "Bis Ostern kein Platz");
      await andere.press("Ablehnen");
      await andere.reads("Der andere Träger sieht Ihren Grund.");
      await cm.open(erstes);
      await cm.reads("Bis Ostern kein Platz");
      await offers();
      await andere.open("/uebergabe-angebote");
      await opens(andere);
      await andere.arrivesAt("Angebot einer Übergabe");
      await andere.press("Annehmen");
      await andere.arrivesAt("Angebot annehmen");
      await andere.press("Annehmen");
      await andere.reads("Die Person und ihr Fall sind jetzt in Ihrer Akte.");
      await andere.press("Zu Ihrer Akte");
      await andere.arrivesAt(NAME);

      const wiese = await organisation(b.cm, "Kita Wiese", { art: "kita_schule" });
      const verwiesen = await verweis(b.cm, person, `organisation:${wiese}`, { bedarf: "Ein Platz ab Januar" });
      await cm.open(`/verweise/${verwiesen}`);
      await cm.press("Als Link senden");
      await cm.reads("nennt");
      await cm.tick(`Name: ${NAME}`);
      await cm.press("Als Link senden");
      await cm.arrivesAt("Link und Code");
      const said = await cm.page.locator("main dd").allInnerTexts();
      const kita = await watched(await browser().newContext({ javaScriptEnabled: js }));
      await kita.open(said[0] ?? "");
      await kita.type("Code", said[1] ?? "");
      await kita.press("Öffnen");
      await kita.reads(NAME);
      await kita.choose("Was ist möglich?", "Wir setzen auf die Warteliste");
      await kita.press("Antworten");
      await kita.reads("Sie können sie ändern, solange der Link gilt.");
      await cm.press("Zum Verweis");
      await cm.reads("Antwort da");
      await follows(cm, cm.page.getByRole("link", { name: /^Link vom/ }));
      await cm.reads("Antwort in den Verweis übernehmen");
      await cm.press("Antwort in den Verweis übernehmen");
      await cm.reads("Die Antwort steht jetzt im Verweis.");
      await cm.open(`/verweise/${verwiesen}`);
      await cm.reads("auf der Warteliste");
      expect(mouse).toEqual([]);
    },
    LONG_MS,
  );
});
