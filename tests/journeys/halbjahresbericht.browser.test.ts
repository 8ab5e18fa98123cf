import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { pdfText } from "../support/pdf-text.ts";
import { useProduct } from "../support/product.ts";
import { storedList, storedTally } from "../support/strichliste.ts";
import { kommunenVon } from "../support/uebernahme.ts";
import { counted } from "../support/zaehlen.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** From an empty list of reports to the released paper, in a real browser. */
const db = testDatabase();
const server = useProduct({ metriken: "loopback" });
const browser = useBrowser();
const KREIS = "05382";
const jahr = Number(today().slice(0, 4));
let actor: Actor;

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  await kommunenVon(KREIS);
  const owner = { ...actor, uebernahmeId: await storedList(db, actor) };
  const day = `${jahr - 1}-03-03`;
  await storedTally(db, owner, { von: day, bis: day, ags: "05382060", beratungen: 1098, themen: { sprache: 343 } });
  await counted(db);
});

/** What the paper of 23.11.2023 says beside its figures, the chapters in its order. */
const GESCHRIEBEN = [
  ["KIM-Evaluationen", "Im Juli 2023 begann die KIM-Landesevaluation."],
  ["Weiterentwicklung des KIM-Konzepts und Arbeitsgruppen", "Im Dezember tagen drei Arbeitsgruppen."],
  ["Arbeit der KIM-Lenkungsgruppe und Systemlücken", "Die Lenkungsgruppe tagt viermal im Jahr."],
  ["Schnittstellen zwischen den Modulen I, II und III", "Am 16.10.2023 fand ein Austauschtreffen statt."],
] as const;

async function oeffnet(mensch: Mensch, kapitel: string): Promise<void> {
  await mensch.press("Kapitel schreiben und ordnen");
  await mensch.arrivesAt("Kapitel schreiben und ordnen");
  await mensch.press(kapitel);
  await mensch.arrivesAt(`Kapitel „${kapitel}“`);
}

async function schreibt(mensch: Mensch, kapitel: string, text: string): Promise<void> {
  await oeffnet(mensch, kapitel);
  await mensch.type("Text", text);
  await mensch.press("Speichern");
  await mensch.reads(text);
}

describe.each(MENSCHEN)("%s", (_, js, at) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  afterAll(async () => {
    for (const context of contexts) await context.close();
    expect(mouse).toEqual([]);
  });

  test("drafting, writing texts, releasing, downloading", async () => {
    const context = await window(browser(), server().url, actor, { js });
    contexts.push(context);
    if (js) await forbidMouse(context, mouse);
    const mensch = at(await context.newPage());
    await mensch.open("/berichte");
    await mensch.press("Bericht entwerfen");
    await mensch.arrivesAt("Bericht entwerfen");
    await mensch.choose("Für welches Halbjahr oder Jahr?", `1. Halbjahr ${jahr - 1}`);
    await mensch.press("Entwurf anlegen");
    await mensch.arrivesAt(`Bericht 1. Halbjahr ${jahr - 1}`);
    await mensch.reads(/hat das Case Management 1\.098 Beratungen durchgeführt/);
    // The keys lead to one chapter as to every other: they are shown with the last.
    const geschrieben = js ? [] : GESCHRIEBEN;
    for (const [kapitel, text] of geschrieben) await schreibt(mensch, kapitel, text);
    await oeffnet(mensch, "Ausblick");
    await mensch.type("Text", "Im Herbst geht es weiter, nach {} Beratungen.");
    await mensch.choose("Zahl aus den Daten", "Beratungen: 1.098");
    await mensch.press("Zahl einsetzen");
    await mensch.reads("Im Herbst geht es weiter, nach {beratungen} Beratungen.");
    await mensch.press("Speichern");
    await mensch.reads("Im Herbst geht es weiter, nach 1.098 Beratungen.");
    await mensch.press("Kopf bearbeiten");
    await mensch.arrivesAt("Kopf bearbeiten");
    await mensch.type("Unterschrift", "Ute Beispiel");
    await mensch.press("Speichern");
    await mensch.reads("Im Auftrag");
    await mensch.press("Kapitel schreiben und ordnen");
    await mensch.arrivesAt("Kapitel schreiben und ordnen");
    await mensch.press("Kapitel hinzufügen");
    await mensch.arrivesAt("Kapitel hinzufügen");
    await mensch.type("Überschrift", "Dolmetschpool");
    await mensch.press("Kapitel hinzufügen");
    await mensch.arrivesAt("Kapitel „Dolmetschpool“");
    await mensch.type("Text", "Der Pool hat begonnen.");
    await mensch.press("Speichern");
    await mensch.reads("Der Pool hat begonnen.");
    await mensch.press("Freigeben");
    await mensch.arrivesAt("Bericht freigeben");
    await mensch.tick("Ich habe den Bericht gelesen, und er kann so veröffentlicht werden");
    await mensch.press("Freigeben");
    await mensch.reads("Der Bericht ist freigegeben.");
    const pdf = await context.request.get(`${mensch.page.url().split("?")[0]}/pdf`);
    const { text, decoration } = pdfText(await pdf.body());
    const said = [
      ...geschrieben.flat(),
      "Im Herbst geht es weiter, nach 1.098 Beratungen.",
      "Dolmetschpool",
      "Ute Beispiel",
    ];
    const places = said.map((one) => text.indexOf(one));
    expect(places).toEqual(places.filter((place) => place > 0).toSorted((x, y) => x - y));
    expect(decoration).toMatch(new RegExp(`Bericht \\d/${jahr}`));
  }, 120_000);
});
