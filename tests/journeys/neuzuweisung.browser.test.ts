import { beforeAll, expect, test } from "vitest";
import { today } from "../../src/platform/clock.ts";
import { tagText } from "../../src/platform/span.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";
import { MENSCHEN } from "./mensch.ts";

/** A family of six is assigned and advised: from the list of the office to one consultation, by the words on the screen. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser();
const LONG_MS = 120_000;
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle();
});

const SECHS = ["Parwana", "Farid", "Laila", "Omid", "Sara", "Yusuf"];

/** The list as the office keeps it: a title, heads in its own words, a sum, and the family under two numbers by mistake. */
const listeOf = (name: string) =>
  [
    "Neuzuweisungen;;;;",
    "Az.;Name;geb. am;Gemeinde;Zuweisung am",
    ...SECHS.map(
      (vorname, i) => `Z-${i < 4 ? 1 : 2};${name}, ${vorname};0${i + 1}.02.19${80 + i};Siegburg;${tagText(today())}`,
    ),
    "Summe;6;;;",
  ].join("\n");

test.each(MENSCHEN)(
  "%s: a list is taken in, the family is talked to once, and everybody has a file",
  { timeout: LONG_MS },
  async (_, js, sits) => {
    const name = js ? "Musterzadeh" : "Beispielzadeh";
    const page = await (await window(browser(), server().url, stelle.konto.actor, { js })).newPage();
    const cm = sits(page);
    await cm.open("/neuzuweisungen");
    await cm.press("Liste annehmen");
    await cm.arrivesAt("Liste annehmen");
    await page.setInputFiles("[name=datei]", {
      name: "liste.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(listeOf(name)),
    });
    await cm.press("Annehmen");
    await cm.reads("Die Liste ist angenommen");
    await cm.open("/neuzuweisungen");
    await cm.press(`Parwana ${name} und 3 weitere`);
    await cm.reads("Wer dazugehört");
    await cm.press("Mit einem anderen Haushalt zusammenlegen");
    await cm.arrivesAt("Haushalte zusammenlegen");
    await cm.choose("Welcher Haushalt gehört dazu?", `Haushalt 2: Sara ${name}`);
    await cm.press("Zusammenlegen");
    await cm.reads("Die Haushalte sind zusammengelegt");
    await cm.reads(`Parwana ${name} und 5 weitere`);
    await cm.press("Gespräch mit der Familie erfassen");
    await cm.arrivesAt("Gespräch mit der Familie");
    await cm.press("Gespräch speichern");
    await cm.reads("Geben Sie die Dauer in Minuten an.");
    await cm.type("Dauer in Minuten", "75");
    await cm.press("Gespräch speichern");
    await cm.reads("Wählen Sie bei mindestens einem Thema");
    await cm.choose("Anmeldung im Rathaus: wie weit", "erledigt");
    await cm.choose("Sprachkurs: wie weit", "besprochen");
    await cm.press("Gespräch speichern");
    await cm.reads("Das Gespräch ist als eine Beratung für alle erfasst.");
    await cm.press(`Beratung vom ${tagText(today())}`);
    await cm.reads(`Yusuf ${name}`);
    const [told] = await db.admin(
      `select count(distinct b.id)::int as beratungen, count(p.person_id)::int as personen, count(distinct h.haushalt_id)::int as haushalte
       from kim.zuweisung_gespraech g join kim.beratung b on b.id = g.beratung_id join kim.beratung_person p on p.beratung_id = b.id
       join kim.haushalt_person h on h.person_id = p.person_id
       join kim.zuweisung z on z.id = g.zuweisung_id where z.id = $1`,
      [
        (await db.admin("select zuweisung_id as id from kim.zuweisung_gespraech order by ctid desc limit 1"))[0]?.[
          "id"
        ],
      ],
    );
    expect(told).toEqual({ beratungen: 1, personen: 6, haushalte: 1 });
  },
);
