import { beforeAll, describe, expect, test } from "vitest";
import { PersonEingabe, createPerson } from "../src/domains/personen/index.ts";
import { statementsSent } from "../src/platform/connection.ts";
import { writeAs } from "../src/platform/db.ts";
import { signedIn } from "./support/anmelden.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "./support/beratungsstelle.ts";
import { CookieBrowser } from "./support/cookie-browser.ts";
import { testDatabase } from "./support/db.ts";
import { testKonto } from "./support/konten.ts";
import { useProduct } from "./support/product.ts";

testDatabase();
const product = useProduct();
let stelle: Beratungsstelle;
let counsellor: CookieBrowser;
let coordination: CookieBrowser;
let person: string;

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
    ["dashboard", 3, () => "/"],
    ["person", 6, () => `/personen/${person}`],
    ["capture", 8, () => "/beratungen/neu"],
    ["list", 5, () => "/beratungen"],
  ])("%s: %i", async (_page, most, path) => {
    expect(await statementsOf(counsellor, path())).toBe(most);
  });

  test("evaluation: 7", async () => {
    expect(await statementsOf(coordination, "/auswertung?von=2026-01&bis=2026-06")).toBe(7);
  });
});
