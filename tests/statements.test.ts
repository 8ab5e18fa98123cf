import { beforeAll, describe, expect, test } from "vitest";
import { addAngehoerige } from "../src/domains/familie/index.ts";
import { WERDEGANG, WerdegangEingabe, recordEintrag } from "../src/domains/lebenslage/index.ts";
import { PersonEingabe, createPerson } from "../src/domains/personen/index.ts";
import { NeuerTermin, makeTermin } from "../src/domains/termine/index.ts";
import { today } from "../src/platform/clock.ts";
import { statementsSent } from "../src/platform/connection.ts";
import { writeAs } from "../src/platform/db.ts";
import { signedIn } from "./support/anmelden.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "./support/beratungsstelle.ts";
import { CookieBrowser } from "./support/cookie-browser.ts";
import { testDatabase } from "./support/db.ts";
import { fallImAssessment, schaetzeEin } from "./support/einschaetzen.ts";
import { vereinbarterPlan } from "./support/hilfeplan.ts";
import { testKonto } from "./support/konten.ts";
import { useProduct } from "./support/product.ts";
import { counted } from "./support/zaehlen.ts";

const db = testDatabase();
const product = useProduct();
let stelle: Beratungsstelle;
let counsellor: CookieBrowser;
let coordination: CookieBrowser;
let person: string;
let fall: string;
/** Somebody of whom everything is there that the others lack. */
let mother: string;

async function windowOf(konto: Parameters<typeof signedIn>[0]): Promise<CookieBrowser> {
  const browser = new CookieBrowser(product().url);
  browser.cookie = await signedIn(konto);
  return browser;
}

beforeAll(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  person = await writeAs(actor, (tx) =>
    createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" })),
  );
  await erfasse(stelle, {});
  fall = await fallImAssessment(actor, person);
  await schaetzeEin(actor, fall);
  const termin = NeuerTermin.parse({ tag: today(), beginn: "10:00", dauer: "30", person, betreff: "Plan besprechen" });
  await writeAs(actor, (tx) => makeTermin(tx, actor, termin));
  await vereinbarterPlan(actor, fall);
  mother = await writeAs(actor, (tx) =>
    createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Amina", person_nachname: "Muster" })),
  );
  for (const person_vorname of ["Jo", "Sami"]) {
    const child = PersonEingabe.parse({ person_vorname });
    const beziehung = { beziehung: "kind", von: null, zusammen: true } as const;
    await writeAs(actor, (tx) => addAngehoerige(tx, actor, mother, beziehung, child));
  }
  const werdegang = WerdegangEingabe.parse({ art: "integrationskurs" });
  await writeAs(actor, (tx) => recordEintrag(tx, actor, WERDEGANG, mother, werdegang));
  counsellor = await windowOf(stelle.konto);
  coordination = await windowOf(await testKonto({ kreis: stelle.kreis, rollen: ["kim_koordination"] }));
});

/** Statements of the second of two visits: what a process reads once and keeps does not count. */
async function statementsOf(browser: CookieBrowser, path: string): Promise<number> {
  // The capture form leads to an address with the id of its draft.
  const first = await browser.get(path);
  const address = first.status === 303 ? first.location : path;
  expect((await browser.get(address)).status, address).toBe(200);
  const before = statementsSent();
  await browser.get(address);
  return statementsSent() - before;
}

describe("statements of a page, without beginning and end", () => {
  test.each<readonly [string, number, () => string]>([
    ["help", 1, () => "/hilfe"],
    // Sessions, all rooms and the calendar at once, the names in it; they bring the keys of what the appointment is about.
    ["dashboard with an appointment", 3, () => "/"],
    ["person", 5, () => `/personen/${person}`],
    ["family of three", 5, () => `/personen/${mother}/familie`],
    ["Lebenslage with an entry", 7, () => `/personen/${mother}/lebenslage`],
    ["Lebenslage", 7, () => `/personen/${person}/lebenslage`],
    ["protection needs", 5, () => `/personen/${person}/schutzbedarf`],
    ["consents", 4, () => `/personen/${person}/einwilligungen`],
    ["earlier contacts", 6, () => `/personen/${person}/anschluss`],
    // Session, drafts, what was there last and where one can have been, today's list; one more where somebody was seen.
    ["capture", 4, () => "/beratungen/neu"],
    ["list", 4, () => "/beratungen"],
    ["cases", 3, () => "/faelle"],
    // Session, case with steps and assessments, name, plan, what was agreed, answers, referrals, Fristen, contacts, the opening.
    ["case", 10, () => `/faelle/${fall}`],
    ["plan", 8, () => `/faelle/${fall}/hilfeplan`],
    ["assessment", 7, () => `/faelle/${fall}/assessment`],
    // Session, case, name, one of each of the thirteen kinds, the opening.
    ["timeline", 17, () => `/faelle/${fall}/verlauf`],
  ])("%s: %i", async (_page, most, path) => {
    expect(await statementsOf(counsellor, path())).toBe(most);
  });

  // Session, Träger with what they reported, up to when is counted, Kommunen, posts; what the last count wrote is kept.
  test("evaluation: 5", async () => {
    await counted(db, stelle.kreis);
    expect(await statementsOf(coordination, "/auswertung?von=2026-01&bis=2026-06")).toBe(5);
  });
});
