import { beforeEach, describe, expect, test } from "vitest";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom, tagText } from "../../src/platform/span.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { status } from "../support/einbuergerung.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN, forbidMouse } from "./mensch.ts";

/** A naturalisation checklist before and after a rule changed, and the steps that follow it. */
testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
const LONG_MS = 120_000;
let stelle: Beratungsstelle;
let person: string;

beforeEach(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const jo = PersonEingabe.parse({ person_vorname: "Jolanda", person_nachname: "Musterfrau" });
  person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
  await status(actor, person, "fluechtling", "2022-01-15");
});

describe.each(MENSCHEN)("%s", (_, js, menschAn) => {
  test(
    "three years were enough on the last day of the rule and not on the next; then a naturalisation begins and goes on",
    async () => {
      const context = await window(browser(), server().url, stelle.konto.actor, { js });
      const mouse: string[] = [];
      if (js) await forbidMouse(context, mouse);
      const mensch = menschAn(await context.newPage());
      await mensch.open(`/personen/${person}`);
      await mensch.press("Einbürgerung und Aufenthalt");
      await mensch.arrivesAt("Einbürgerung und Aufenthalt");
      await mensch.press("§ 10 Abs. 3 StAG");
      await mensch.reads("Die Einbürgerung nach drei Jahren gibt es nicht mehr.");
      await mensch.type("An welchem Tag", "29.10.2025");
      await mensch.press("Ansehen");
      await mensch.reads("Bis herunter zu drei Jahren bei besonderen Integrationsleistungen.");
      const zeile = mensch.page.getByRole("row", { name: /Kürzerer Aufenthalt/ });
      expect(await zeile.innerText()).toMatch(/erfüllt[\s\S]*Ohne Lücke seit 15\.01\.2022: 3 Jahre und 9 Monate/);
      await mensch.type("An welchem Tag", "30.10.2025");
      await mensch.press("Ansehen");
      await mensch.reads("Gilt seit 30.10.2025");
      expect(await zeile.count()).toBe(0);
      await mensch.press("Einbürgerung beginnen");
      await mensch.arrivesAt("Einbürgerung beginnen");
      await mensch.choose("Nach welchem Paragrafen?", "Einbürgerung mit Anspruch (§ 10 StAG)");
      await mensch.choose("Welche Einbürgerungsbehörde?", "Einbürgerungsbehörde des Kreises");
      await mensch.press("Beginnen");
      await mensch.reads("Die Einbürgerung ist eingetragen.");
      await mensch.press("Schritt eintragen");
      await mensch.arrivesAt("Schritt eintragen");
      await mensch.choose("Was ist geschehen?", "Antrag ist gestellt");
      await mensch.type("Nachfragen am", tagText(daysFrom(today(), 30)));
      await mensch.press("Eintragen");
      await mensch.reads("Der Schritt ist eingetragen.");
      await mensch.open(`/fristen?person=${person}&auswahl=offen`);
      await mensch.reads("Bei der Einbürgerungsbehörde nachfragen");
      expect(mouse).toEqual([]);
      await context.close();
    },
    LONG_MS,
  );
});
