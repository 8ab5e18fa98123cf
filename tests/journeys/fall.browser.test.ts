import { beforeAll, describe, expect, test } from "vitest";
import { ZielgruppeEingabe, addZielgruppe } from "../../src/domains/faelle/index.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { willigtEin } from "../support/einwilligungen.ts";
import { schaetzeEin } from "../support/einschaetzen.ts";
import { vereinbarterPlan } from "../support/hilfeplan.ts";
import { testKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { AmTastenfeld, MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** A case from the request to its end, by the words on the screen. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser();
const LONG_MS = 240_000;
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
  const koordination = (await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] })).actor;
  const rule = ZielgruppeEingabe.parse({
    gueltig_ab: today(),
    k1_frage: "Lebt die Person seit höchstens drei Jahren hier?",
  });
  await writeAs(koordination, (tx) => addZielgruppe(tx, koordination, rule));
});

/** A step is asked for on the case's page and taken on its own. */
async function step(mensch: Mensch, verb: string, why?: string): Promise<void> {
  await mensch.press(verb);
  await mensch.arrivesAt(verb);
  if (why !== undefined) await mensch.type("Warum?", why);
  await mensch.press(verb);
  await mensch.reads("Der Schritt ist eingetragen.");
}

async function clarified(mensch: Mensch): Promise<void> {
  await mensch.press("Klärung ausfüllen");
  await mensch.arrivesAt("Klärung");
  if (mensch instanceof AmTastenfeld) await mensch.tick("ja");
  else await mensch.page.getByRole("radio", { name: "ja", exact: true }).check();
  await mensch.choose("Führt schon jemand anderes den Fall?", "nein");
  await mensch.press("Vorschlag zeigen");
  await mensch.reads("als Fall annehmen");
  await step(mensch, "Als Fall annehmen", "Allein kommt die Familie nicht weiter");
}

async function closed(mensch: Mensch): Promise<void> {
  await mensch.press("Zufriedenheit erfragen");
  await mensch.arrivesAt("Zufriedenheit erfragen");
  await mensch.press("العربية");
  await mensch.arrivesAt("ما مدى رضاك عن الاستشارة والمرافقة؟");
  expect(
    await mensch.page.getByRole("button", { name: "راضٍ", exact: true }).evaluate((b) => getComputedStyle(b).direction),
  ).toBe("rtl");
  await mensch.press("راضٍ");
  await mensch.arrivesAt("شكرًا على إجابتك.");
  await mensch.press("Zurück zum Fall");
  await mensch.reads("Weg des Falls");
  await mensch.press("Abschließen");
  await mensch.arrivesAt("Fall abschließen");
  await mensch.choose("Warum endet der Fall?", "Ziele erreicht");
  if (mensch instanceof AmTastenfeld) await mensch.tick("mehr als erwartet");
  else await mensch.page.getByRole("radio", { name: "mehr als erwartet", exact: true }).check();
  await mensch.type("Was wird noch gebraucht?", "Ein Kurs am Abend");
  await mensch.press("Fall abschließen");
  await mensch.reads("Der Fall ist beendet.");
}

describe.each(MENSCHEN)("%s", (_, js, personAt) => {
  test(
    "a case goes from the request to its end",
    async () => {
      const { actor } = stelle.konto;
      const jo = PersonEingabe.parse({ person_vorname: "Jo", person_nachname: "Muster" });
      const person = await writeAs(actor, (tx) => createPerson(tx, actor, jo));
      const context = await window(browser(), server().url, actor, { js });
      const used: string[] = [];
      if (js) await forbidMouse(context, used);
      const mensch = personAt(await context.newPage());
      await mensch.open(`/faelle/neu?person=${person}`);
      await mensch.type("Anliegen in einem Satz", "Sucht eine Wohnung");
      await mensch.press("Fall anlegen");
      await mensch.reads("Der Fall ist angelegt.");
      await step(mensch, "Klärung beginnen");
      await clarified(mensch);
      await mensch.reads("gilt keine Einwilligung");
      await willigtEin(actor, person);
      await step(mensch, "Assessment beginnen");
      const fall = /faelle\/([\da-f-]{36})/.exec(mensch.page.url())?.[1] ?? "";
      await schaetzeEin(actor, fall);
      await step(mensch, "Hilfeplan beginnen");
      await vereinbarterPlan(actor, fall);
      for (const verb of ["Umsetzung beginnen", "Evaluation beginnen"]) await step(mensch, verb);
      await closed(mensch);
      expect(
        await db.admin(
          `select f.phase, f.abschlussgrund, r.wert, r.sprache, z.wert as ziel from kim.fall f
           join kim.fall_rueckmeldung r on r.fall_id = f.id
           join kim.hilfeplan_bewertung b on b.fall_id = f.id and b.anlass = 'abschluss'
           join kim.zielerreichung z on z.bewertung_id = b.id where f.person_id = $1`,
          [person],
        ),
      ).toEqual([{ phase: "abgeschlossen", abschlussgrund: "erreicht", wert: 2, sprache: "ar", ziel: 1 }]);
      expect(used).toEqual([]);
      await context.close();
    },
    LONG_MS,
  );
});
