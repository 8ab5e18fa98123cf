import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, test } from "vitest";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { writeAs } from "../../src/platform/db.ts";
import { violations } from "../support/accessible.ts";
import { says, window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";
import { countKeys, heard, press } from "../support/tasten.ts";
import { organisation } from "../support/verweise.ts";

const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
/** A new one for each way, with two consultations before: place, way of contact and the last person are as on any day. */
let stelle: Beratungsstelle;
let last: string;

beforeEach(async () => {
  stelle = await beratungsstelle();
  const { actor } = stelle.konto;
  const known = await writeAs(actor, (tx) =>
    createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Mira", person_nachname: "Beispiel" })),
  );
  await erfasse(stelle, { am: "2026-11-02", stufe: "2", person: [known] });
  last = await erfasse(stelle, { am: "2026-11-03", themen: ["schule"] });
});

async function open(path: string): Promise<Page> {
  const context = await window(browser(), server().url, stelle.konto.actor);
  await countKeys(context);
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  return page;
}

const stored = async () =>
  db.admin("select stufe, sprache, dauer_min, personenzahl, zurueckgezogen from kim.beratung where konto_id = $1", [
    stelle.konto.actor.kontoId,
  ]);
const saved = (page: Page) => says(page, "Gespeichert.");

type Way = {
  readonly name: string;
  readonly most: number;
  readonly path: () => string;
  readonly keys: readonly string[];
  /** What is waited for before the next keys. */
  readonly between?: (page: Page) => Promise<unknown>;
  readonly done: (page: Page) => Promise<unknown>;
  readonly left: readonly Record<string, unknown>[];
};

const NEW = () => "/beratungen/neu";
const BEFORE = [{ stufe: "2" }, { stufe: "1", sprache: "uk", dauer_min: 30 }];
const MIT_PERSON = "Shift+Tab ArrowRight Tab 1 Tab u Tab s Tab 4 5 Tab Tab Tab";

const WAYS: readonly Way[] = [
  {
    name: "anonym",
    most: 11,
    path: NEW,
    keys: ["1 Tab u Tab s Tab 4 5 Tab s Enter"],
    done: async (page) => {
      await saved(page);
      // The next one begins where this one did.
      await page.locator("[name=themen]:focus").waitFor();
    },
    left: [...BEFORE, { stufe: "1", sprache: "uk", dauer_min: 45 }],
  },
  {
    name: "wie die letzte",
    most: 3,
    path: NEW,
    keys: ["w", "Enter"],
    between: (page) => page.locator("[name=themen][value=schule]:checked").waitFor(),
    done: saved,
    left: [...BEFORE, { stufe: "1", sprache: "uk", dauer_min: 30 }],
  },
  {
    name: "bekannte Person",
    most: 18,
    path: NEW,
    keys: [`${MIT_PERSON} Space Enter`],
    done: saved,
    left: [...BEFORE, { stufe: "2", sprache: "uk", dauer_min: 45, personenzahl: 1 }],
  },
  {
    name: "neue Person",
    most: 28,
    path: NEW,
    keys: [`${MIT_PERSON} Tab Tab Tab Enter Tab J o Tab P r o b e Enter`],
    done: saved,
    left: [...BEFORE, { stufe: "2", sprache: "uk", dauer_min: 45, personenzahl: 1 }],
  },
  {
    name: "Gruppe von zwölf",
    most: 15,
    path: NEW,
    keys: ["1 Tab u Tab Tab 9 0 Tab Tab Tab Tab Tab 1 2 Enter"],
    done: saved,
    left: [...BEFORE, { stufe: "1", sprache: "uk", dauer_min: 90, personenzahl: 12 }],
  },
  {
    name: "fünf vom Zettel",
    most: 60,
    path: () => "/beratungen/liste-erfassen",
    keys: [
      ["1", "2", "3", "4", "5"]
        .map((thema, i) => `${thema} Tab Tab ${"uadrp"[i]} Tab Tab ${i + 1} 0`)
        .join(" Tab Tab Tab Tab ")
        .concat(" Enter"),
    ],
    done: (page) => says(page, "5 Beratungen gespeichert."),
    left: [
      ...BEFORE,
      ...["uk", "ar", "de", "ru", "fa"].map((sprache, i) => ({ stufe: "1", sprache, dauer_min: 10 * (i + 1) })),
    ],
  },
  {
    name: "korrigieren",
    most: 8,
    path: () => `/beratungen/${last}`,
    keys: ["k", "v Tab Tab Tab 5 0 Enter"],
    between: (page) => page.locator("[name=themen]:focus").waitFor(),
    done: (page) => says(page, "Die Korrektur ist gespeichert."),
    left: [{ stufe: "2" }, { stufe: "1", dauer_min: 50 }],
  },
  {
    name: "zurückziehen",
    most: 6,
    path: () => `/beratungen/${last}`,
    keys: ["z", "d Enter"],
    between: (page) => page.locator("[name=anlass]:focus").waitFor(),
    done: (page) => says(page, "zurückgezogen und zählt nicht mehr"),
    left: [{ stufe: "2" }, { stufe: "1", zurueckgezogen: true }],
  },
];

/** Counted by this run, for the table in the handbook. */
const counted: string[] = [];

test.each(WAYS.map((way) => [way.name, way.most, way] as const))(
  "%s: at most %i keys",
  async (_name, most, way) => {
    const page = await open(way.path());
    const begun = performance.now();
    for (const [i, keys] of way.keys.entries()) {
      if (i > 0) await way.between?.(page);
      await press(page, keys);
    }
    await way.done(page);
    const seconds = (performance.now() - begun) / 1000;
    const keys = way.keys.join(" ").split(" ").length;
    expect(keys).toBeLessThanOrEqual(most);
    // What the page itself heard is what was meant to be pressed: nothing is counted away.
    expect(await heard(page)).toBe(keys);
    const rows = await stored();
    expect(rows).toHaveLength(way.left.length);
    for (const row of way.left) expect(rows).toContainEqual(expect.objectContaining(row));
    expect(await violations(page)).toEqual([]);
    counted.push(`${way.name}: ${keys} Tasten, ${seconds.toFixed(1)} s`);
  },
  60_000,
);

afterAll(() => {
  if (process.env["KIM_TASTEN"] !== undefined) process.stdout.write(`${counted.join("\n")}\n`);
});

test("the handbook says the same numbers", () => {
  const text = readFileSync("docs/handbuch/03-beratung-erfassen.md", "utf8");
  for (const { name, keys } of WAYS) {
    const n = keys.join(" ").split(" ").length;
    expect(text).toMatch(new RegExp(`\\| ${name} +\\| ${n} +\\|`));
  }
});

/** From the first page to a stored referral: look for her, open her, refer her to the place whose name begins so. */
const VERWEIS = [
  ["s M i r a Enter", "[data-kuerzel='1']"],
  ["1", "[data-kuerzel='v']"],
  ["v", "[name=stelle]:focus"],
  ["S p Enter", "text=Der Verweis ist eingetragen."],
] as const;

test("a referral takes so many keys from the first page, as the handbook says", async () => {
  for (const name of ["Amt am Musterbach", "Sprachschule Wortreich"]) await organisation(stelle.konto.actor, name);
  const page = await open("/");
  for (const [keys, then] of VERWEIS) {
    await press(page, keys);
    await page.locator(then).first().waitFor();
  }
  const rows = await db.admin(
    "select o.name from kim.verweis v join kim.organisation o on o.kreis = v.kreis and o.id = v.organisation_id where v.konto_id = $1",
    [stelle.konto.actor.kontoId],
  );
  expect(rows).toEqual([{ name: "Sprachschule Wortreich" }]);
  const keys = VERWEIS.flatMap(([one]) => one.split(" ")).length;
  expect([keys, await heard(page)]).toEqual([11, 11]);
  expect(readFileSync("docs/handbuch/23-verweise.md", "utf8")).toContain(`${keys} Tasten`);
});

test("a combobox suggests while one types, by the keyboard alone, and fits axe", async () => {
  await erfasse(stelle, { sprache: "fa" });
  await erfasse(stelle, { sprache: "fa" });
  await erfasse(stelle, { sprache: "fa" });
  const page = await open("/beratungen/liste-erfassen");
  const field = page.getByRole("combobox", { name: "Sprache, Zeile 1", exact: true });
  const options = page.getByRole("listbox", { name: "Vorschläge: Sprache, Zeile 1", exact: true }).getByRole("option");
  await page.focus("[name=z1_sprache]");
  await field.waitFor();
  await page.keyboard.type("ar");
  await options.first().waitFor();
  expect((await options.allInnerTexts()).slice(0, 2)).toEqual(["Arabisch", "Armenisch"]);
  expect([await violations(page), await field.getAttribute("aria-expanded")]).toEqual([[], "true"]);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowDown"]) await page.keyboard.press(key);
  expect(await page.locator("[aria-selected=true]").innerText()).toBe("Armenisch");
  expect(await field.getAttribute("aria-activedescendant")).toBe(
    await page.locator("[aria-selected=true]").getAttribute("id"),
  );
  await page.keyboard.press("Enter");
  expect([await field.inputValue(), await options.count()]).toEqual(["Armenisch", 0]);
  // Escape takes away the list and not what was typed; what is used most here stands first.
  await field.fill("");
  await page.keyboard.press("ArrowDown");
  expect(await page.locator("[aria-selected=true]").innerText()).toBe("Persisch (Farsi)");
  await page.keyboard.press("Escape");
  expect(await options.count()).toBe(0);
});
