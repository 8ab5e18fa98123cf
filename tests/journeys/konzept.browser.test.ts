import type { BrowserContext } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/platform/actor.ts";
import { window } from "../support/arbeitsplatz.ts";
import { beschlussFuer } from "../support/beschluss.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { docxParts, docxText } from "../support/docx-text.ts";
import { testKonto } from "../support/konten.ts";
import { neuesKonzept, schreibTeil } from "../support/konzept.ts";
import { pdfText } from "../support/pdf-text.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

const DOCUMENT = "word/document.xml";

/** "Bildung 0–6" is written by three at once, adopted and handed out. */
testDatabase();
const server = useProduct();
const browser = useBrowser();
const LONG_MS = 180_000;
/** One Kreis for each way to use KIM, so that the public page of each has one concept. */
const KREISE = ["05382", "05315"];

const KONZEPT = "Bildung 0–6";
const AUSGANGSLAGE = "Es fehlen Plätze.\n\nViele warten.\n\nDie Frist läuft.";
const ZUSAMMEN = "Überall fehlen Plätze, zusammen 40.\n\nViele warten.\n\nDie Frist läuft im März.";

describe.each(MENSCHEN.map((one, i) => [...one, KREISE[i] ?? ""] as const))("%s", (_, js, at, kreis) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  afterAll(async () => {
    for (const context of contexts) await context.close();
    expect(mouse).toEqual([]);
  });
  const beginsAt = async (context: BrowserContext): Promise<Mensch> => {
    contexts.push(context);
    if (js) await forbidMouse(context, mouse);
    return at(await context.newPage());
  };
  const sitDown = async (actor: Actor) => beginsAt(await window(browser(), server().url, actor, { js }));

  /** Opens the form of a part, on the way that the pages lead. */
  async function begins(m: Mensch, teil: string): Promise<void> {
    await m.open("/konzept");
    await m.press(KONZEPT);
    await m.arrivesAt(KONZEPT);
    await m.press(`Schreiben: ${KONZEPT}: ${teil}`);
    await m.arrivesAt(`${KONZEPT}: ${teil}`);
  }
  const stands = (m: Mensch) => m.page.getByRole("textbox", { name: "Text (freiwillig)" }).inputValue();
  async function saves(m: Mensch, text: string, satz = "Gespeichert."): Promise<void> {
    await m.type("Text", text);
    await m.press("Speichern");
    await m.reads(satz);
  }
  async function writes(m: Mensch, teil: string, text: string): Promise<void> {
    await begins(m, teil);
    await saves(m, text);
  }

  test(
    "three write at once, where two touch both are shown, and what a decision adopted everybody reads",
    async () => {
      const leitet = (await testKonto({ kreis, rollen: ["kim_koordination"] })).actor;
      const gruppe = [
        { fuer: "MuKi-S", ...(await testKonto({ kreis, rollen: ["cm_mukis"] })) },
        { fuer: "Jugendamt Lohmar", ...(await testKonto({ kreis, rollen: ["traeger_leitung"] })) },
      ];
      const id = await neuesKonzept(leitet, KONZEPT);
      await schreibTeil(leitet, id, "ausgangslage", AUSGANGSLAGE);
      const jo = await sitDown(leitet);
      for (const { email, fuer } of gruppe) {
        await jo.open(`/konzept/${id}/gruppe`);
        await jo.type("E-Mail-Adresse", email);
        await jo.type("Für wen?", fuer);
        await jo.press("Aufnehmen");
        await jo.reads("Aufgenommen.");
      }
      const [mira, toni] = await Promise.all(gruppe.map(({ actor }) => sitDown(actor)));
      if (mira === undefined || toni === undefined) throw new Error("Die Gruppe hat zwei.");
      for (const one of [jo, mira, toni]) await begins(one, "Ausgangslage");

      await saves(mira, AUSGANGSLAGE.replace("Es fehlen Plätze.", "Es fehlen 40 Plätze."));
      const merged = "Jemand hat inzwischen andere Absätze dieses Teils geändert";
      await saves(toni, AUSGANGSLAGE.replace("Die Frist läuft.", "Die Frist läuft im März."), merged);
      await jo.type("Text", AUSGANGSLAGE.replace("Es fehlen Plätze.", "Es fehlen Plätze überall."));
      await jo.press("Speichern");
      await jo.reads("Zwei haben dieselbe Stelle geschrieben");
      await jo.reads("Jugendamt Lohmar");
      expect(await stands(jo)).toBe(
        "Es fehlen Plätze überall.\n\nEs fehlen 40 Plätze.\n\nViele warten.\n\nDie Frist läuft im März.",
      );
      await saves(jo, ZUSAMMEN);

      // The other parts of the chapter, each by another one at the same moment: nothing is in anybody's way.
      const teile = [
        [jo, "Zugänge", "Über die Kitas erreichen wir die Familien."],
        [mira, "Stolpersteine", "Die Fristen kennt kaum jemand."],
        [toni, "Ziele", "Jedes Kind hat einen Platz."],
      ] as const;
      await Promise.all(teile.map(([m, teil, satz]) => writes(m, teil, satz)));
      await writes(jo, "Maßnahmen", "Zwei Gruppen im Familienzentrum.");

      await beschlussFuer(leitet);
      await jo.open(`/konzept/${id}`);
      await jo.press("Beschluss festhalten");
      await jo.arrivesAt("Beschluss festhalten");
      await jo.choose("Welcher Beschluss?", "1/");
      await jo.tick("Ich habe den Entwurf gelesen, wie er jetzt ist");
      await jo.press("Fassung festhalten");
      await jo.reads("Die Fassung ist festgehalten");

      const alle = await beginsAt(await browser().newContext({ baseURL: server().url, javaScriptEnabled: js }));
      await alle.open(`/handlungskonzept/${kreis}`);
      await alle.press(KONZEPT);
      await alle.reads("Überall fehlen Plätze, zusammen 40.");
      const file = async (form: string) => (await alle.page.request.get(`${alle.page.url()}/${form}`)).body();
      const word = docxText((await docxParts(await file("docx"))).get(DOCUMENT) ?? "");
      for (const said of [pdfText(await file("pdf")).text, word])
        for (const satz of ["Überall fehlen Plätze, zusammen 40.", ...teile.map(([, , one]) => one), "Zwei Gruppen"])
          expect(said.replaceAll(/\s+/g, " ")).toContain(satz);
    },
    LONG_MS,
  );
});
