import { readFileSync } from "node:fs";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NeuerFall, openFall } from "../../src/domains/faelle/index.ts";
import { MeldungEingabe, NeueLuecke, joinLuecke, lueckeOf, reportLuecke } from "../../src/domains/luecken/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { says, window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { countKeys, heard, press } from "../support/tasten.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** Whoever counsels reports a gap with a few keys; the coordination leads gaps from the board: one press, a step that asks, two that say the same put together and apart again. */
const db = testDatabase();
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

/**
 * From where somebody reports; the keys before the sentence, the one after it, and what is known of it then. Nobody reported anything
 * like it before: then one would be asked.
 */
const SCHNELL = [
  { from: "beratung", keys: 2, vorher: ["l"], herkunft: "beratung", satz: "Abendkurse fehlen." },
  { from: "fall", keys: 2, vorher: ["l"], herkunft: "fall", satz: "Hebammen nehmen niemanden mehr auf." },
  { from: "start", keys: 4, vorher: ["l", "s Tab"], herkunft: "frei", satz: "Der letzte Bus kommt vor Schulschluss." },
] as const;

test.each(SCHNELL)(
  "a gap is reported from $from with $keys keys besides its sentence, as the handbook says",
  async ({ from, keys, vorher, herkunft, satz }) => {
    const { actor } = stelle.konto;
    const person = await writeAs(actor, (tx) =>
      createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" })),
    );
    const beratung = await erfasse(stelle, { stufe: "2", person: [person], themen: ["sprache"] });
    const fall = await writeAs(actor, (tx) =>
      openFall(tx, actor, NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" })),
    );
    const context = await window(browser(), server().url, actor);
    await countKeys(context);
    const page = await context.newPage();
    await page.goto({ beratung: `/beratungen/${beratung}`, fall: `/faelle/${fall}`, start: "/" }[from]);
    await page.waitForLoadState("networkidle");
    await press(page, vorher[0]);
    await page.locator(`[name=${vorher.length === 1 ? "satz" : "handlungsfeld"}]:focus`).waitFor();
    for (const rest of vorher.slice(1)) await press(page, rest);
    await page.keyboard.type(satz);
    await press(page, "Enter");
    await says(page, "Die Lücke ist gemeldet");
    const rows = await db.admin(
      `select l.handlungsfeld, m.herkunft, (select array_agg(k.ags) from kim.luecke_meldung_kommune k
        where k.kreis = m.kreis and k.meldung_id = m.id) as orte
       from kim.luecke l join kim.luecke_meldung m on m.kreis = l.kreis and m.luecke_id = l.id where l.satz = $1`,
      [satz],
    );
    expect(rows).toEqual([{ handlungsfeld: "sprache", herkunft, orte: [stelle.ags[0]] }]);
    expect(await heard(page)).toBe(keys + satz.length);
    await context.close();
  },
);

test("the handbook says how many keys a report takes", () => {
  const text = readFileSync("docs/handbuch/31-systemluecken.md", "utf8");
  expect(text).toContain("zwei Tasten und der Satz");
  expect(text).toContain("vier Tasten und der Satz");
});

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
