import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { writeAs } from "../../src/platform/db.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** Whoever wrote a name down as the person does finds it as it sounds, and the other way round. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
let stelle: Beratungsstelle;

beforeAll(async () => {
  stelle = await beratungsstelle();
});
beforeEach(() => db.admin("truncate kim.person, kim.entwurf cascade"));

const SUCHE = "Name, Geburtsdatum oder Telefon";

/** Looks for somebody and opens her: by what was typed, by the name that the list shows. */
async function finds(mensch: Mensch, typed: string, name: string): Promise<void> {
  await mensch.open("/personen");
  await mensch.type(SUCHE, typed);
  await mensch.press("Suchen");
  await mensch.reads("andere Schrift");
  // Whom somebody looks for stands in no address.
  expect(new URL(mensch.page.url()).search).toBe("");
  await mensch.press(name);
  await mensch.page.waitForURL(/\/personen\/[0-9a-f-]{36}$/);
  await mensch.reads(name);
}

describe.each(MENSCHEN)("%s", (_, js, menschAn) => {
  test("a person written down in Cyrillic or Arabic is found as she sounds, and a romanised one by her own letters", async () => {
    const { actor } = stelle.konto;
    const context = await window(browser(), server().url, actor, { js });
    const mouse: string[] = [];
    if (js) await forbidMouse(context, mouse);
    const mensch = menschAn(await context.newPage());
    await mensch.open("/personen/neu");
    await mensch.type("Vorname oder Kürzel", "Олена");
    await mensch.type("Nachname", "Мустерчук");
    await mensch.press("Person anlegen");
    await mensch.reads("Олена Мустерчук");
    const known = (vorname: string, nachname: string) =>
      writeAs(actor, (tx) =>
        createPerson(tx, actor, PersonEingabe.parse({ person_vorname: vorname, person_nachname: nachname })),
      );
    await known("كريم", "الحداد");
    await known("Yusuf", "Beispieloglu");
    await known("Natalia", "Musterova");
    await finds(mensch, "Olena Mustertschuk", "Олена Мустерчук");
    await finds(mensch, "Karim Haddad", "كريم الحداد");
    await finds(mensch, "يوسف", "Yusuf Beispieloglu");
    await finds(mensch, "Наталья Мустерова", "Natalia Musterova");
    expect(mouse).toEqual([]);
  }, 120_000);
});
