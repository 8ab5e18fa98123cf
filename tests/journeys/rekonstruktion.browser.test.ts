import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NeuerFall, aktenzeichen, fallOf, openFall } from "../../src/domains/faelle/index.ts";
import { SchrittEingabe, lueckeOf, luecken, moveLuecke } from "../../src/domains/luecken/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { readAs, writeAs } from "../../src/platform/db.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { type TestKonto, testKonto, testTraeger } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** A group goes through two cases of two Träger, a break becomes a gap, and whoever reported it reads what became of it. */
/** Three people at three browsers, one form after the other. */
const LONG_MS = 120_000;
testDatabase();
const server = useProduct({ metriken: "loopback" });
const browser = useBrowser();
let stelle: Beratungsstelle;
let jo: TestKonto;
let leitet: Actor;
const nummern = new Map<Actor, string>();

beforeAll(async () => {
  stelle = await beratungsstelle();
  jo = await testKonto({
    kreis: stelle.kreis,
    traegerId: await testTraeger(stelle.kreis, "Musterwerk"),
    rollen: ["cm_lokal"],
  });
  leitet = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  for (const actor of [stelle.konto.actor, jo.actor]) {
    const typed = PersonEingabe.parse({ person_vorname: "Amina", person_nachname: "Beispiel-Yılmaz" });
    const fall = await writeAs(actor, async (tx) => {
      const person = await createPerson(tx, actor, typed, today());
      return openFall(tx, actor, NeuerFall.parse({ person, begonnen: today(), dringlichkeit: "normal" }));
    });
    nummern.set(actor, aktenzeichen(await readAs(actor, (tx) => fallOf(tx, actor, fall))));
  }
}, LONG_MS);

async function pick(mensch: Mensch, name: string): Promise<void> {
  await mensch.page.getByRole("radio", { name, exact: true }).focus();
  await mensch.page.keyboard.press("Space");
}

describe.each(MENSCHEN)("%s", (_wer, js, at) => {
  // No word that could be a name: the program would ask.
  const frage = `Warum dauerte es ${js ? "so" : "derart"} lange?`;
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

  test(
    "a group goes through two cases, a break becomes a gap, another one speaks for it and is taken back, and whoever reported it reads what became of it",
    async () => {
      const koordination = await sitDown(leitet);
      await koordination.open("/rekonstruktionen");
      await koordination.press("Fallrekonstruktion beginnen");
      await koordination.arrivesAt("Fallrekonstruktion beginnen");
      await koordination.type("Was möchten Sie verstehen?", frage);
      await koordination.press("Beginnen");
      await koordination.arrivesAt(frage);
      const self = new URL(koordination.page.url()).pathname;
      await koordination.press("Gruppe");
      await koordination.arrivesAt("Gruppe");
      for (const email of [stelle.konto.email, jo.email]) {
        await koordination.type("Stelle", "Case Management");
        await koordination.type("E-Mail-Adresse bei KIM", email);
        await koordination.press("Aufnehmen");
        await koordination.reads("Aufgenommen.");
        await koordination.open(`${self}/gruppe`);
      }
      await koordination.open(`${self}/schritt?nach=in_arbeit`);
      await koordination.arrivesAt("Arbeit beginnen");
      await koordination.press("Arbeit beginnen");
      await koordination.arrivesAt(frage);

      const mira = await sitDown(stelle.konto.actor);
      for (const [mensch, actor] of [
        [await sitDown(jo.actor), jo.actor],
        [mira, stelle.konto.actor],
      ] as const) {
        await mensch.open(`${self}/faelle`);
        await mensch.choose("Welcher Fall?", nummern.get(actor) ?? "");
        await mensch.press("Dazunehmen");
        await mensch.reads("Ihr Fall zählt jetzt mit.");
      }
      await mira.open(`${self}/station`);
      await mira.type("Wann?", "nach 3 Wochen");
      await mira.type("Was geschah?", "Die Schule verwies an eine andere.");
      await mira.choose("Wer handelte?", "Schule, Kita");
      await pick(mira, "Ja");
      await mira.tick("Wartezeit");
      await mira.press("Eintragen");
      await mira.reads("Die Station ist eingetragen.");
      await mira.page
        .getByRole("link", { name: /^Als Systemlücke melden/ })
        .first()
        .focus();
      await mira.page.keyboard.press("Enter");
      await mira.arrivesAt("Als Systemlücke melden");
      const satz = `Freie Plätze kennt ${js ? "niemand" : "keine Stelle"}.`;
      await mira.choose("Handlungsfeld", "Schule");
      await mira.type("Was fehlt?", satz);
      await mira.page.getByRole("checkbox").first().focus();
      await mira.page.keyboard.press("Space");
      await mira.press("Melden");
      await mira.reads("Gemeldet.");

      const found = (await readAs(leitet, (tx) => luecken(tx))).find((one) => one.satz === satz);
      const id = found?.id ?? "";
      await writeAs(leitet, async (tx) => {
        const { version } = await lueckeOf(tx, id);
        await moveLuecke(tx, leitet, { id, version }, SchrittEingabe.parse({ nach: "gesichtet" }));
      });
      await mira.open("/luecken/meine");
      await mira.reads(satz);
      await mira.reads(/gesichtet/);
      await mira.open(self);
      await mira.reads("gesichtet");
      await mira.page
        .getByRole("img", { name: "Stationen in ihrer Reihenfolge" })
        .first()
        .waitFor({ state: "attached" });
      await koordination.open(`/luecken/${id}`);
      await koordination.reads(/Aus einer Fallrekonstruktion: weniger als 3 Fälle aus 2 Trägern/);
      await koordination.press("Zur Fallrekonstruktion");
      await koordination.arrivesAt(frage);

      // Another break is nothing new: it speaks for that gap, and that is taken back.
      await mira.open(`${self}/station`);
      await mira.type("Was geschah?", "Auch die zweite Schule hatte keinen Platz.");
      await mira.choose("Wer handelte?", "Schule, Kita");
      await pick(mira, "Ja");
      await mira.tick("Wartezeit");
      await mira.press("Eintragen");
      await mira.reads("Die Station ist eingetragen.");
      await mira.page.getByRole("link", { name: /^Zu einer bekannten Lücke/ }).focus();
      await mira.page.keyboard.press("Enter");
      await mira.arrivesAt("Zu einer bekannten Systemlücke");
      await mira.choose("Welche Systemlücke?", satz);
      await mira.page.getByRole("checkbox").first().focus();
      await mira.page.keyboard.press("Space");
      await mira.press("Dazutun");
      await mira.reads("Die Station spricht jetzt für diese Systemlücke");
      await mira.page.getByRole("button", { name: /^Zurücknehmen/ }).focus();
      await mira.page.keyboard.press("Enter");
      await mira.reads("Zurückgenommen.");
    },
    LONG_MS,
  );
});
