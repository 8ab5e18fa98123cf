import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { overflow, violations } from "../support/accessible.ts";
import { WAYS, press, says, window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { useProduct } from "../support/product.ts";
import { PHONE } from "./page-checks.ts";

const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
/** A folder for pictures of every page and state, to look at them. */
const SHOTS = process.env["KIM_BILDER"];
let stelle: Beratungsstelle;

beforeEach(async () => {
  stelle = await beratungsstelle();
});

type Look = Parameters<typeof window>[3];
async function open(path: string, look: Look = {}): Promise<Page> {
  const page = await (await window(browser(), server().url, stelle.konto.actor, look)).newPage();
  await page.goto(path);
  return page;
}
const record = (more: Parameters<typeof erfasse>[1] = {}) => erfasse(stelle, more);
const rows = () =>
  db.admin("select dauer_min, stufe, zurueckgezogen, version from kim.beratung where konto_id = $1 order by 1", [
    stelle.konto.actor.kontoId,
  ]);

/** As if nobody had touched anything for a quarter of an hour. */
const lock = () =>
  db.admin("update kim.sitzung set zuletzt = zuletzt - interval '16 minutes' where konto_id = $1", [
    stelle.konto.actor.kontoId,
  ]);
async function unlock(page: Page, js: boolean): Promise<void> {
  if (js) await press(page, "Hier anmelden");
  await page.fill("[name=passwort]", stelle.konto.passwort);
  await press(page, "Entsperren");
  if (!js) await page.getByText("Noch nicht gespeichert: So weit waren Sie").waitFor();
  await page.getByRole("heading", { name: "Gesperrt" }).waitFor({ state: "detached" });
}

describe.each(WAYS)("%s", (_, js) => {
  test("from the list to a correction, with the old value kept; withdrawn and counted again", async () => {
    await record({ dauer: "30", notiz: "erste Fassung" });
    const page = await open("/beratungen", { js });
    await page.locator(".rowlink").click();
    await page.getByRole("link", { name: "Korrigieren" }).click();
    await page.fill("[name=dauer]", "45");
    await page.fill("[name=notiz]", "zweite Fassung");
    await press(page, "Korrektur speichern");
    await page.getByText("Schreiben Sie kurz, warum.").first().waitFor();
    expect(await page.inputValue("[name=dauer]")).toBe("45");
    await page.fill("[name=grund]", "Dauer verwechselt");
    await press(page, "Korrektur speichern");
    await says(page, "Die Korrektur ist gespeichert.");
    const text = (await page.textContent("main")) ?? "";
    for (const part of ["45 Minuten", "Dauer verwechselt", "30 Minuten", "erste Fassung", "zweite Fassung"]) {
      expect(text).toContain(part);
    }

    await page.getByRole("link", { name: "Zurückziehen" }).click();
    await page.fill("[name=grund]", "doppelt erfasst");
    await press(page, "Beratung zurückziehen");
    await says(page, "zurückgezogen und zählt nicht mehr");
    await page.goto("/beratungen");
    await page.getByText("0 Beratungen").waitFor();
    await page.locator("a[href*='zurueckgezogene=ja']").click();
    await page.locator("[data-treffer]", { hasText: "1 Beratung" }).waitFor();
    expect(new URL(page.url()).searchParams.get("zurueckgezogene")).toBe("ja");
    await page.locator(".rowlink").click();
    await page.getByRole("link", { name: "Rückzug aufheben" }).click();
    await page.fill("[name=grund]", "doch nicht");
    await press(page, "Rückzug aufheben");
    await says(page, "Die Beratung zählt wieder.");
    expect(await rows()).toEqual([{ dauer_min: 45, stufe: "1", zurueckgezogen: false, version: 4 }]);
  });

  test("saved meanwhile in another tab: both versions field by field, nothing overwritten unseen", async () => {
    const id = await record({ dauer: "30" });
    const page = await open(`/beratungen/${id}/korrigieren`, { js });
    await page.fill("[name=dauer]", "60");
    await page.fill("[name=grund]", "länger gedauert");
    const other = await open(`/beratungen/${id}/korrigieren`, { js });
    await other.fill("[name=dauer]", "45");
    await other.fill("[name=grund]", "verschrieben");
    await press(other, "Korrektur speichern");
    await says(other, "Die Korrektur ist gespeichert.");

    await press(page, "Korrektur speichern");
    const notice = page.locator("#konflikt");
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/Dauer\s+Jetzt gespeichert: 45 Minuten\s+Ihre Eingabe: 60 Minuten/);
    expect(await rows()).toMatchObject([{ dauer_min: 45, version: 2 }]);
    await press(page, "Korrektur speichern");
    await says(page, "Die Korrektur ist gespeichert.");
    expect(await rows()).toMatchObject([{ dauer_min: 60, version: 3 }]);
  });

  test("the session is locked while correcting: after the password the correction goes on", async () => {
    const id = await record({ dauer: "30" });
    const page = await open(`/beratungen/${id}/korrigieren`, { js });
    await page.fill("[name=dauer]", "35");
    await page.fill("[name=grund]", "verrechnet");
    await lock();
    await press(page, "Korrektur speichern");
    await unlock(page, js);
    expect([await page.inputValue("[name=dauer]"), await page.inputValue("[name=grund]")]).toEqual([
      "35",
      "verrechnet",
    ]);
    await press(page, "Korrektur speichern");
    await says(page, "Die Korrektur ist gespeichert.");
    expect(await rows()).toMatchObject([{ dauer_min: 35, version: 2 }]);
  });

  test("the session is locked while entering a list: after the password the list goes on", async () => {
    const page = await open("/beratungen/liste-erfassen", { js });
    await page.selectOption("[name=kontaktweg]", "telefon");
    await page.fill("[name=z3_themen]", "4");
    await page.fill("[name=z3_dauer]", "25");
    await lock();
    await press(page, "Alle speichern");
    await unlock(page, js);
    expect(await page.inputValue("[name=z3_dauer]")).toBe("25");
    await press(page, "Alle speichern");
    await says(page, "1 Beratung gespeichert.");
    expect(await rows()).toMatchObject([{ dauer_min: 25 }]);
  });

  test("yesterday's list: mistakes keep everything, then all rows at once", async () => {
    const page = await open("/beratungen/liste-erfassen", { js });
    await page.selectOption("[name=kontaktweg]", "offene_sprechstunde");
    await page.fill("[name=z1_themen]", "1 3");
    await page.fill("[name=z1_sprache]", "ukr");
    await page.fill("[name=z1_dauer]", "20");
    await page.fill("[name=z2_themen]", "ex");
    await page.fill("[name=z2_dauer]", "15");
    await press(page, "Alle speichern");
    await page.getByText("Zeile 2: Ein Thema „x“ gibt es nicht.").waitFor();
    expect(await page.inputValue("[name=z1_sprache]")).toBe("ukr");
    await page.fill("[name=z2_themen]", "e");
    await page.fill("[name=z2_sprache]", "Kauderwelsch");
    await press(page, "Alle speichern");
    // What was not understood is chosen from a list, also where no script shows one while typing.
    await page.getByText("„Kauderwelsch“ steht nicht in der Liste.").first().waitFor();
    await page.selectOption("select[name=z2_sprache]", { label: "Tigrinya" });
    await press(page, "Mehr Zeilen");
    await page.fill("[name=z12_themen]", "b");
    await page.fill("[name=z12_dauer]", "10");
    await page.selectOption("[name=z12_stufe]", "0");
    await press(page, "Alle speichern");
    await says(page, "3 Beratungen gespeichert.");
    await page.locator("[data-treffer]", { hasText: "3 Beratungen · 45 Minuten" }).waitFor();
    expect((await rows()).map((r) => [r["dauer_min"], r["stufe"]])).toEqual([
      [10, "0"],
      [15, "1"],
      [20, "1"],
    ]);
  });
});

test("the capture page weighs at most 40 kB beyond KERN and its typeface, as it is sent", async () => {
  for (let n = 1; n <= 12; n += 1) await record({ dauer: String(n) });
  await db.admin(
    "insert into kim.kommune (kreis, ags, name) select kreis, code, name from ref.kommune where kreis = '05382' on conflict do nothing",
  );
  const page = await (await window(browser(), server().url, stelle.konto.actor)).newPage();
  const sizes = new Map<string, Promise<number>>();
  page.on("requestfinished", (request) => {
    const { pathname } = new URL(request.url());
    if (/kern\.css|fira|\.woff2|\.svg/i.test(pathname)) return;
    sizes.set(
      pathname.split("/").at(-1) ?? "",
      request.sizes().then((s) => s.responseBodySize),
    );
  });
  await page.goto("/beratungen/neu");
  await page.waitForLoadState("networkidle");
  const sent = Object.fromEntries(
    await Promise.all([...sizes].map(async ([name, size]) => [name, await size] as const)),
  );
  expect(Object.keys(sent).toSorted()).toEqual(["app.css", "kim.js", "neu"]);
  const sum = Object.values(sent).reduce((all, one) => all + one, 0);
  if (SHOTS !== undefined) process.stdout.write(`${JSON.stringify(sent)} ${sum}\n`);
  expect(sum, JSON.stringify(sent)).toBeLessThanOrEqual(40_000);
});

describe.each([
  ["1280 px", { width: 1280 }],
  ["320 px", { width: 320 }],
  ["dark", { width: 1280, dark: true }],
])("axe, %s", (name, look) => {
  test("every page and state of the room", async () => {
    const anonym = await record({ notiz: "Formular erklärt", neuzuweisung: "ja", verstaendigung: "kind_dolmetscht" });
    const mitPerson = await record({ stufe: "2", neu1_vorname: "Mira", neu1_nachname: "Beispiel", notiz: "Gespräch" });
    const page = await open("/beratungen/neu", look);
    // High enough that the bar with the buttons, which stays in sight on a phone, covers no field while axe looks.
    if (look.width === PHONE.width) await page.setViewportSize(PHONE);
    const check = async (state: string) => {
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${state}-${name}.png`, fullPage: true });
      expect([state, await violations(page), await overflow(page)]).toEqual([state, [], 0]);
    };
    await check("leer");
    await page.check("[name=stufe][value='2']");
    await page.getByText("Neue Person anlegen").click();
    await page.fill("main [name=suche]", "Mira");
    await press(page, "Suchen");
    await page.locator("#personen [data-treffer]").waitFor();
    await check("person");
    await page.check("[name=stufe][value='1']");
    await page.fill("[name=notiz]", "Kind geb. 12.03.2019");
    await page.check("[name=themen][value=wohnen]");
    await page.fill("[name=dauer]", "20");
    await press(page, "Speichern und nächste");
    await page.locator("#fehler").waitFor();
    await check("bedenken");
    await page.goto("/beratungen/neu");
    await check("entwurf");
    for (const [state, path] of [
      ["liste", "/beratungen"],
      ["liste-leer", "/beratungen?thema=familie"],
      ["nachtragen", "/beratungen/liste-erfassen"],
      ["anonym", `/beratungen/${anonym}`],
      ["mit-person", `/beratungen/${mitPerson}`],
      ["korrigieren", `/beratungen/${mitPerson}/korrigieren`],
      ["zurueckziehen", `/beratungen/${anonym}/zurueckziehen`],
    ] as const) {
      await page.goto(path);
      await check(state);
    }
    await page.goto("/beratungen/liste-erfassen");
    await page.fill("[name=z1_themen]", "x");
    await press(page, "Alle speichern");
    await page.locator("#fehler").waitFor();
    await check("nachtragen-fehler");
  }, 120_000);
});
