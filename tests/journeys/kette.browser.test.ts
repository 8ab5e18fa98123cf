import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  NeueLuecke,
  SchrittEingabe,
  joinLuecke,
  lueckeOf,
  MeldungEingabe,
  moveLuecke,
  reportLuecke,
} from "../../src/domains/luecken/index.ts";
import { setPlaetze } from "../../src/domains/muki/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { beschlossen } from "../support/beschluss.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** From the Beschluss that founded a Projektgruppe to what the measure did, and what whoever reported the gap says of it. */
testDatabase();
const server = useProduct({ metriken: "loopback" });
const browser = useBrowser();
let stelle: Beratungsstelle;
let steuert: Actor;
let nummer = 0;

beforeAll(async () => {
  stelle = await beratungsstelle();
  steuert = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const places = { jahr: Number(today().slice(0, 4)), ags: stelle.ags[0], plaetze: 30 };
  await writeAs(steuert, (tx) => setPlaetze(tx, steuert, places));
});

const WEG = [
  { nach: "gesichtet" },
  { nach: "validiert", faelle: "5", standorte: "2" },
  { nach: "thema", thema: "DELFIN 4" },
  { nach: "vorlage" },
  { nach: "priorisiert", grund: "Viele warten." },
  { nach: "projektgruppe", grund: "Eingesetzt." },
];

/** A gap that three reported, for which a Projektgruppe was founded. */
async function luecke(): Promise<string> {
  const { actor } = stelle.konto;
  const typed = { handlungsfeld: "bildung_0_6", satz: "Nach dem Test fehlen Plätze.", kommunen: [stelle.ags[0]] };
  const id = await writeAs(actor, (tx) => reportLuecke(tx, actor, NeueLuecke.parse(typed)));
  for (let i = 0; i < 2; i += 1)
    await writeAs(actor, (tx) => joinLuecke(tx, actor, id, MeldungEingabe.parse({ kommunen: [stelle.ags[0]] })));
  for (const [i, step] of WEG.entries())
    await writeAs(steuert, (tx) => moveLuecke(tx, steuert, { id, version: i + 1 }, SchrittEingabe.parse(step)));
  nummer += 1;
  await beschlossen(steuert, id, nummer);
  return id;
}

/** A choice out of some, by keyboard as well. */
async function pick(mensch: Mensch, name: string): Promise<void> {
  await mensch.page.getByRole("radio", { name, exact: true }).focus();
  await mensch.page.keyboard.press("Space");
}

/** A step that only asks whether to take it. */
async function step(mensch: Mensch, verb: string): Promise<void> {
  await mensch.press(verb);
  await mensch.arrivesAt(verb);
  await mensch.press(verb);
  await mensch.reads("Der Schritt ist eingetragen.");
}

const TITEL = "Zwei Gruppen im Familienzentrum";

describe.each(MENSCHEN)("%s", (_, js, at) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  afterAll(async () => {
    for (const context of contexts) await context.close();
    expect(mouse).toEqual([]);
  });
  const sitDown = async (actor: Actor): Promise<Mensch> => {
    const context = await window(browser(), server().url, actor, { js });
    contexts.push(context);
    if (js) await forbidMouse(context, mouse);
    return at(await context.newPage());
  };

  test("a measure is proposed, bound to places of DELFIN 4, decided, done, answered, checked, and the chain tells it", async () => {
    const id = await luecke();
    const mensch = await sitDown(steuert);
    await mensch.open(`/ketten/${id}`);
    await mensch.press("Maßnahme vorschlagen");
    await mensch.arrivesAt("Maßnahme vorschlagen");
    await mensch.type("Wie heißt die Maßnahme?", TITEL);
    await mensch.type("Was soll sich ändern?", "Jedes Kind mit Bedarf hat einen Platz.");
    await mensch.type("Wer verantwortet sie?", "Jugendamt, Fachberatung Kita");
    await mensch.choose("Aus welchem Beschluss?", `${nummer}/`);
    await mensch.choose("Projektgruppe", "Projektgruppe Betreuung");
    await mensch.press("Vorschlagen");
    await mensch.arrivesAt(TITEL);
    await mensch.press("Indikator anlegen");
    await mensch.arrivesAt("Indikator anlegen");
    await mensch.choose("Woher kommen die Werte?", "DELFIN 4: Plätze");
    await mensch.type("Ziel", "40");
    await mensch.type("Ziel erreicht bis", "31.12.2099");
    await mensch.press("Anlegen");
    await mensch.reads("Ziel noch nicht erreicht");
    await mensch.reads(/Anfang 30 \(Zeitraum läuft noch\), Ziel mindestens 40 Plätze bis 31\.12\.2099/);
    await step(mensch, "Ist beschlossen");
    await step(mensch, "Umsetzung beginnt");
    await step(mensch, "Ist umgesetzt");
    expect((await readAs(steuert, (tx) => lueckeOf(tx, id))).stand).toBe("umgesetzt");

    const meldet = await sitDown(stelle.konto.actor);
    await meldet.open("/luecken/meine");
    await meldet.reads("Sagen, ob es besser geworden ist");
    await meldet.open(`/luecken/${id}/antwort`);
    await meldet.arrivesAt("Ist es besser geworden?");
    await pick(meldet, "Ja, deutlich besser");
    await meldet.press("Antworten");
    await meldet.reads("Ihre Antwort zählt");

    await mensch.press("Wirkung prüfen");
    await mensch.arrivesAt("Wirkung prüfen");
    await mensch.reads(/1 Antwort: 1 „Ja, deutlich besser“/);
    await mensch.reads(/Ob es sich ohne die Maßnahme genauso entwickelt hätte/);
    await pick(mensch, "Es ist etwas besser geworden");
    await mensch.type("Was hat sich geändert?", "Es gibt 30 Plätze, und die Warteliste ist kürzer.");
    await mensch.press("Wirkung festhalten");
    await mensch.reads("Die Wirkung ist geprüft und festgehalten.");
    await mensch.press("Von der Lücke zur Wirkung");
    await mensch.arrivesAt("DELFIN 4");
    const list = await mensch.page.getByRole("list").filter({ hasText: "Beratungen und Fälle" }).first().innerText();
    const order = [
      "3 Meldungen",
      "Systemlücke: DELFIN 4",
      "TOP: ",
      "Beschluss: ",
      "Projektgruppe: ",
      TITEL,
      "Indikator: ",
    ];
    const places = order.map((part) => list.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    await mensch.page.getByRole("img", { name: "Von der Lücke zur Wirkung: DELFIN 4" }).waitFor();
    await mensch.press(TITEL);
    await mensch.arrivesAt(TITEL);
  }, 120_000);
});
