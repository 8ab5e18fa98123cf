import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MeldungEingabe, NeueLuecke, joinLuecke, lueckeOf, reportLuecke } from "../../src/domains/luecken/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** The coordination leads gaps from the board: one press, a step that asks, two that say the same put together and apart again. */
testDatabase();
const server = useProduct({ metriken: "loopback" });
const browser = useBrowser();
let stelle: Beratungsstelle;
let steuert: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
});

const melde = (satz: string) => {
  const { actor } = stelle.konto;
  const typed = { handlungsfeld: "sprache", satz, kommunen: [stelle.ags[0]] };
  return writeAs(actor, (tx) => reportLuecke(tx, actor, NeueLuecke.parse(typed)));
};

describe.each(MENSCHEN)("%s", (wie, js, at) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  afterAll(async () => {
    for (const context of contexts) await context.close();
    expect(mouse).toEqual([]);
  });
  const sitDown = async (width: number): Promise<Mensch> => {
    const context = await window(browser(), server().url, steuert, { js, width });
    contexts.push(context);
    if (js) await forbidMouse(context, mouse);
    return at(await context.newPage());
  };
  /** What can be done with one gap; which one stands behind the verb for those who do not see it. */
  const zu = async (m: Mensch, verb: string, satz: string): Promise<void> => {
    if (js) return m.press(`${verb}: ${satz}`);
    const name = new RegExp(`^${verb} ?: ${satz}$`);
    await m.page.getByRole("link", { name }).or(m.page.getByRole("button", { name })).first().click();
  };
  const wo = js ? "am Abend" : "am Wochenende";

  test.each([1280, 375])(
    "moves a gap on the board, sees why another is alike, puts them together and apart, at %i pixels",
    async (width) => {
      const satz = `Sprachkurse ${wo} haben keine Betreuung für Kinder, ${width}.`;
      const anderer = `Kinderbetreuung neben dem Sprachkurs ${wo} fehlt, ${width}.`;
      const [id] = [await melde(satz), await melde(anderer)];
      const { actor } = stelle.konto;
      for (let i = 0; i < 3; i += 1)
        await writeAs(actor, (tx) => joinLuecke(tx, actor, id, MeldungEingabe.parse({ kommunen: [stelle.ags[0]] })));
      const mensch = await sitDown(width);
      await mensch.open("/luecken");
      await mensch.arrivesAt("Systemlücken");
      await mensch.press("Tafel nach Stand");
      await mensch.arrivesAt("Tafel der Systemlücken");
      await zu(mensch, "Als gesichtet merken", satz);
      await mensch.reads("Der Schritt ist eingetragen.");
      await mensch.arrivesAt("Tafel der Systemlücken");
      await zu(mensch, "Als geprüft bestätigen", satz);
      await mensch.arrivesAt("Als geprüft bestätigen");
      await mensch.type("In wie vielen Fällen bestätigt?", "4");
      await mensch.press("Als geprüft bestätigen");
      await mensch.reads("Der Schritt ist eingetragen.");
      await mensch.arrivesAt(satz);
      expect((await readAs(steuert, (tx) => lueckeOf(tx, id))).stand).toBe("validiert");

      await mensch.page.getByRole("img", { name: "Meldungen je Quartal" }).waitFor();
      await mensch.reads("Sagen vielleicht dasselbe");
      expect(await mensch.reads(/Wörter: /)).toMatch(/Sprachkurs/);
      await zu(mensch, "Zusammenführen", anderer);
      await mensch.arrivesAt("Zusammenführen");
      await mensch.press("Zusammenführen");
      await mensch.reads("Zusammengeführt: Die Meldungen zählen jetzt hier.");
      await mensch.arrivesAt(anderer);
      await zu(mensch, "Wieder trennen", satz);
      await mensch.reads("Wieder getrennt.");
      expect(await readAs(steuert, (tx) => lueckeOf(tx, id)), wie).toMatchObject({ stand: "validiert", inId: null });
      const wide = await mensch.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, "nothing runs out of the page").toBeLessThanOrEqual(0);
    },
    120_000,
  );
});
