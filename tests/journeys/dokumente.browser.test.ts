import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { kleinesPdf } from "../../src/demo/dateien.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { daysFrom, tagText } from "../../src/platform/span.ts";
import { violations } from "../support/accessible.ts";
import { window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { eingewilligt } from "../support/freigaben.ts";
import { type Buehne, buehne } from "../support/kopien-buehne.ts";
import { pdfText } from "../support/pdf-text.ts";
import { useProduct } from "../support/product.ts";
import { wordDateiMit } from "../support/word-vorlage.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** What a person brings on paper, what she is written, and what of it leaves the house. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
const LONG_MS = 120_000;
let b: Buehne;
beforeAll(async () => {
  b = await buehne(db);
});

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ORT = "Aufgenommen in Geheimort";
/** What a telephone makes: turned, and it says where. */
const foto = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: "#369" } })
    .withExif({ IFD0: { ImageDescription: ORT, Model: "Telefon" }, IFD3: { GPSLatitude: "50/1 47/1 0/1" } })
    .jpeg()
    .toBuffer();

type Datei = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** What the page leads to, as the browser gets it. */
async function fileAt(page: Page, path: string) {
  const answer = await page.request.get(new URL(path, page.url()).href);
  const bytes = await answer.body();
  return { status: answer.status(), headers: answer.headers(), bytes };
}

const hereAt = (page: Page): string => new URL(page.url()).pathname;

describe.each(MENSCHEN)("%s", (_, js, menschAn) => {
  const mouse: string[] = [];

  async function sitsDown(actor: Actor): Promise<{ readonly mensch: Mensch; readonly context: BrowserContext }> {
    const context = await window(browser(), server().url, actor, { js });
    if (js) await forbidMouse(context, mouse);
    return { mensch: menschAn(await context.newPage()), context };
  }

  /** Chooses a file in the only field that is in sight for it: by Space, where there are scripts to tell. */
  async function chooses({ page }: Mensch, label: string, file: Datei): Promise<void> {
    const field = page.getByLabel(label, { exact: true });
    if (!js) return field.setInputFiles(file);
    const chooser = page.waitForEvent("filechooser");
    await field.press("Space");
    await (await chooser).setFiles(file);
  }

  /** Every page of the way is looked at by axe once. */
  const looked = async ({ page }: Mensch): Promise<void> => {
    if (js) expect(await violations(page), page.url()).toEqual([]);
  };

  test(
    "a photo and a paper are put down, seen without what the telephone told of itself, and every opening is in the log",
    async () => {
      const person = await b.person();
      const { mensch, context } = await sitsDown(b.cm);
      const { page } = mensch;
      await mensch.open(`/personen/${person}/dokumente`);
      await mensch.press("Dokument ablegen");
      await mensch.arrivesAt("Dokument ablegen");
      await looked(mensch);
      await chooses(mensch, "Datei", { name: "IMG_1 Mira.jpg", mimeType: "image/jpeg", buffer: await foto() });
      await mensch.choose("Was ist es?", "Pass oder Ausweis");
      await mensch.type("Gilt bis", tagText(daysFrom(today(), 20)));
      await mensch.press("Ablegen");
      await mensch.reads("Abgelegt.");
      await mensch.reads(/läuft ab am/);
      await looked(mensch);
      const bild = page.getByRole("img", { name: "Bild: Pass oder Ausweis" });
      expect(await bild.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth)).toBe(80);
      const shown = await fileAt(page, (await bild.getAttribute("src")) ?? "");
      expect(shown.bytes.includes(ORT)).toBe(false);
      expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined();
      expect(shown.headers["content-disposition"]).not.toContain("Mira");
      const erstes = hereAt(page).split("/").at(-1);

      await mensch.open(`/personen/${person}/dokumente/neu`);
      await chooses(mensch, "Datei", { name: "b.pdf", mimeType: "application/pdf", buffer: kleinesPdf(["Bescheid"]) });
      await mensch.choose("Was ist es?", "Schreiben oder Bescheid einer Behörde");
      await mensch.press("Ablegen");
      await mensch.reads("Abgelegt.");
      await mensch.press("PDF hier ansehen");
      const paper = page.locator("object[type='application/pdf']");
      await paper.waitFor();
      const pdf = await fileAt(page, (await paper.getAttribute("data")) ?? "");
      expect([pdf.status, pdf.headers["content-type"]]).toEqual([200, "application/pdf"]);
      expect(pdf.headers["content-security-policy"]).toContain("sandbox");

      await phone(context, person);
      await mensch.open(`/personen/${person}/dokumente/mitbringen?liste=erstgespraech`);
      await mensch.arrivesAt("Was mitzubringen ist: Erstes Gespräch");
      await mensch.reads("läuft ab");
      await looked(mensch);
      const told = await db.admin(
        "select distinct zweck from kim.protokoll where art = 'dokument.geoeffnet' and gegenstand_id = $1 order by zweck",
        [erstes],
      );
      expect(told.map(({ zweck }) => zweck)).toEqual(["dokument", "vorschau"]);
      expect(mouse).toEqual([]);
    },
    LONG_MS,
  );

  /** Where there is a finger the form offers the camera of the telephone. */
  async function phone(from: BrowserContext, person: string): Promise<void> {
    const viewport = { width: 375, height: 800 };
    const context = await browser().newContext({
      baseURL: server().url,
      javaScriptEnabled: js,
      hasTouch: true,
      isMobile: true,
      viewport,
    });
    await context.addCookies(await from.cookies());
    const page = await context.newPage();
    await page.goto(`/personen/${person}/dokumente/neu`);
    const camera = page.getByLabel("Oder jetzt fotografieren");
    expect([await camera.isVisible(), await camera.getAttribute("capture")]).toEqual([true, "environment"]);
    await camera.setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: await foto() });
    await page.getByLabel("Was ist es?").selectOption({ label: "Meldebescheinigung" });
    await page.getByRole("button", { name: "Ablegen" }).tap();
    await page.locator("main img").waitFor();
    await context.close();
  }

  test(
    "a template with a wrong placeholder is refused with its place; letters are written from the house and from the program, also in her language",
    async () => {
      const vorlage = `Hausbrief ${js ? "eins" : "zwei"}`;
      const leitung = (await sitsDown(b.leitung)).mensch;
      const uploads = async (absatz: string) => {
        await leitung.open("/briefvorlagen");
        await leitung.type("Name", vorlage);
        await leitung.choose("An wen gehen Briefe daraus?", "an die Person selbst");
        const buffer = await wordDateiMit(["Guten Tag,", absatz], "{traeger}");
        await chooses(leitung, "Word-Datei", { name: "brief.docx", mimeType: WORD, buffer });
        await leitung.press("Hochladen");
      };
      await uploads("liebe {nmae}");
      await leitung.reads(/\{nmae\} im Text, Absatz 2 .*Meinten Sie \{name\}\?/);
      await looked(leitung);
      await uploads("liebe {name}, {mitbringen_sprache}");
      await leitung.reads("Die Vorlage ist hochgeladen und wird angeboten.");

      const person = await b.person();
      const { mensch } = await sitsDown(b.cm);
      await mensch.open(`/personen/${person}/dokumente`);
      await mensch.press("Brief schreiben");
      await mensch.arrivesAt("Brief schreiben");
      await mensch.press(vorlage);
      await mensch.arrivesAt(`Brief: ${vorlage}`);
      await mensch.choose("Was mitzubringen ist", "Anmeldung in Kita");
      await mensch.press("Brief schreiben");
      await mensch.reads("Verschickt ist er noch nicht.");
      await mensch.reads(/Word/);

      await mensch.open(`/personen/${person}/dokumente/brief?vorlage=einladung`);
      await looked(mensch);
      // She is spoken with in Ukrainian: nobody has to choose it.
      await mensch.type("Tag des Termins", tagText(daysFrom(today(), 9)));
      await mensch.type("Ort", "Rathaus, Zimmer 7");
      await mensch.choose("Was mitzubringen ist", "Erstes Gespräch");
      await mensch.press("Brief schreiben");
      await mensch.reads("Verschickt ist er noch nicht.");
      const { text } = pdfText((await fileAt(mensch.page, `${hereAt(mensch.page)}/herunterladen`)).bytes);
      for (const one of ["Einladung zum Termin", "Запрошення на зустріч", "довідку про реєстрацію", "nicht amtlich"])
        expect(text).toContain(one);
      expect(mouse).toEqual([]);
    },
    LONG_MS,
  );

  test(
    "a letter leaves the house only on a consent, is told with it, and no more is written once she took it back",
    async () => {
      const kita = `Kita Waldrand ${js ? "eins" : "zwei"}`;
      const person = await b.person();
      const { mensch } = await sitsDown(b.cm);
      const brief = `/personen/${person}/dokumente/brief?vorlage=anschreiben`;
      const letters = async () => {
        const [row] = await db.admin("select count(*)::int as n from kim.dokument where person_id = $1", [person]);
        return row?.["n"];
      };
      const writes = async () => {
        await mensch.open(brief);
        await mensch.choose("An wen geht der Brief?", "Kita oder Schule");
        await mensch.type("Name der Stelle", kita);
        await mensch.tick("Name und wie man Sie erreicht");
        await mensch.type("Text", "Wir bitten um einen Platz.");
        await mensch.press("Brief schreiben");
      };
      await writes();
      await mensch.reads(/gilt heute nicht|keine Einwilligung/);
      await looked(mensch);
      expect(await letters()).toBe(0);
      const wozu = { zweck: "weitergabe", art: "kita_schule", empfaenger: kita, kategorien: ["kontakt"] } as const;
      const einwilligung = await eingewilligt(b.cm, b.leitung, person, wozu);
      // What was typed is still there; it is sent once more.
      await mensch.press("Brief schreiben");
      await mensch.reads("Verschickt ist er noch nicht.");
      expect(await letters()).toBe(1);
      await mensch.open(`/einwilligungen/${einwilligung}`);
      await mensch.press("Widerruf eintragen");
      await mensch.arrivesAt("Widerruf eintragen");
      await mensch.press("Widerruf eintragen");
      await mensch.reads("Ab jetzt geht auf diese Einwilligung nichts mehr hinaus.");
      await mensch.reads("noch nicht");
      const link = await mensch.page.locator("main a[href$='bestaetigung?sprache=uk']").getAttribute("href");
      const { text } = pdfText((await fileAt(mensch.page, link ?? "")).bytes);
      for (const one of ["Bestätigung Ihres Widerrufs", "Підтвердження відкликання", kita]) expect(text).toContain(one);
      await looked(mensch);
      // The other place is told as well, in German, what it got and that it holds no longer.
      const anDieStelle = mensch.page.getByRole("link", { name: "Brief als PDF", exact: true });
      const an = pdfText((await fileAt(mensch.page, (await anDieStelle.getAttribute("href")) ?? "")).bytes).text;
      for (const one of [kita, "wurde widerrufen", "als Datei: Name und wie man Sie erreicht"])
        expect(an.replaceAll(/\s+/g, " ")).toContain(one);
      await mensch.press("Ist mitgeteilt");
      await mensch.reads("Der Empfänger weiß vom Widerruf.");
      await writes();
      await mensch.reads(/gilt heute nicht|keine Einwilligung/);
      expect(await letters()).toBe(1);
      expect(mouse).toEqual([]);
    },
    LONG_MS,
  );
});
