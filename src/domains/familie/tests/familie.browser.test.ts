import { beforeEach, describe, expect, test } from "vitest";
import { MENSCHEN, forbidMouse } from "../../../../tests/journeys/mensch.ts";
import { says, window } from "../../../../tests/support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { useBrowser } from "../../../../tests/support/browser.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { useProduct } from "../../../../tests/support/product.ts";
import { writeAs } from "../../../platform/db.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";

const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
let stelle: Beratungsstelle;
let mutter: string;

beforeEach(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const eingabe = { person_vorname: "Mutter", person_nachname: "Beispiel", person_kommune: stelle.ags[0] };
  mutter = await writeAs(actor, (tx) => createPerson(tx, actor, PersonEingabe.parse(eingabe)));
});

describe.each(MENSCHEN)("%s", (_, js, menschAn) => {
  test("a family advised once: children entered, ticked at the consultation, which stands on the page of each", async () => {
    const context = await window(browser(), server().url, stelle.konto.actor, { js });
    const mouse: string[] = [];
    if (js) await forbidMouse(context, mouse);
    const mensch = menschAn(await context.newPage());
    await mensch.open(`/personen/${mutter}/familie`);
    await mensch.press("Angehörige ergänzen");
    for (const [vorname, knopf] of [
      ["Ida", "Speichern und nächste"],
      ["Emil", "Speichern"],
    ] as const) {
      await mensch.arrivesAt("Angehörige ergänzen");
      await mensch.choose("Sie oder er ist", "Kind");
      await mensch.type("Vorname oder Kürzel", vorname);
      await mensch.type("Geburtsdatum", "01.02.2020");
      await mensch.press(knopf);
      await mensch.reads("Die Familie ist ergänzt.");
    }
    await mensch.reads("Emil Beispiel");
    await mensch.reads("Haushalt");
    expect(await mensch.page.locator("main").innerText()).toContain("Alleinerziehend");
    await mensch.open(`/beratungen/neu?person=${mutter}`);
    await mensch.arrivesAt("Beratung erfassen");
    await mensch.choose("Kontaktweg", "Telefon");
    await mensch.tick("Sprache");
    await mensch.type("Dauer in Minuten", "30");
    // What tells one child from the other stands in the same label.
    for (const name of [/^Emil Beispiel · Kind/, /^Ida Beispiel · Kind/]) {
      await mensch.page.getByRole("checkbox", { name }).focus();
      await mensch.page.keyboard.press("Space");
    }
    await mensch.press("Speichern");
    await says(mensch.page, "Gespeichert.", 30_000);
    const rows = await db.admin(
      `select b.personenzahl, count(*)::int as personen from kim.beratung b
       join kim.beratung_person p on p.beratung_id = b.id where b.konto_id = $1 group by b.id, b.personenzahl`,
      [stelle.konto.actor.kontoId],
    );
    expect(rows).toEqual([{ personenzahl: 3, personen: 3 }]);
    const [kind] = await db.admin("select person_id from kim.beziehung where andere_id = $1 limit 1", [mutter]);
    await mensch.open(`/personen/${String(kind?.["person_id"])}`);
    const beratungen = mensch.page.getByRole("table", { name: "Beratungen mit dieser Person, die letzte zuerst" });
    expect(await beratungen.locator("tbody tr").count()).toBe(1);
    await mensch.reads("Haushalt mit 3 Personen");
    expect(mouse).toEqual([]);
  }, 120_000);
});
