import { type BrowserContext, type Page, chromium } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { buildApp } from "../../src/app.ts";
import { beginSession } from "../../src/domains/zugang/commands/sessions.ts";
import { type Actor, systemActor } from "../../src/platform/actor.ts";
import { now } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { COOKIE } from "../../src/platform/http/cookie.ts";
import { draftKept, press, says, shown, typeBeratung, window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { type TestKonto, testKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { serveApp } from "../support/server.ts";

/** A form belongs to the account that it was shown to, and nobody sees or saves another's: several tabs of one browser. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
const NOTE = "Brief vom Vermieter erklärt";
const TYPED = { themen: ["wohnen", "familie"], sprache: "ar", dauer: "40", notiz: NOTE };
let mira: Beratungsstelle;
let jo: TestKonto;

beforeEach(async () => {
  mira = await beratungsstelle();
  jo = await testKonto({ kreis: mira.kreis, rollen: ["cm_lokal"], name: "Jo Muster" });
});

const enter = (js = true, on = browser()) => window(on, server().url, mira.konto.actor, { js });

async function tab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Somebody has signed in in this browser, in another tab. */
async function signIn(context: BrowserContext, actor: Actor): Promise<void> {
  const value = await writeAs(systemActor(actor.kreis), (tx) => beginSession(tx, actor, now(), "offen"));
  await context.addCookies([{ name: COOKIE, value, domain: "127.0.0.1", path: "/", secure: true, httpOnly: true }]);
  const other = await tab(context, "/hilfe");
  await other.close();
}

const count = async (table: string, { actor }: { actor: Actor } = mira.konto) =>
  (await db.admin(`select 1 from kim.${table} where konto_id = $1`, [actor.kontoId])).length;
const stored = async () => [await count("beratung"), await count("beratung", jo), await count("entwurf", jo)];
const end = (stand: string) =>
  db.admin("update kim.sitzung set stand = $2 where konto_id = $1", [mira.konto.actor.kontoId, stand]);
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const bar = (page: Page) => page.getByRole("region", { name: "Hinweis" });

describe("all tabs at once", () => {
  test("signed out in another tab: covered, not saved by who signs in there, and all there for its owner", async () => {
    const context = await enter();
    const first = await tab(context, "/beratungen/neu");
    await typeBeratung(first, TYPED);
    const second = await tab(context, "/hilfe");
    await press(second, "Abmelden");
    await heading(second, "Anmelden");
    await heading(first, "Anmelden");
    expect(await first.content()).not.toContain(NOTE);

    await signIn(context, jo.actor);
    await heading(first, "Anderes Konto");
    const text = await first.locator("main").innerText();
    expect(text).toContain(`gehört zu ${mira.konto.name}`);
    expect(text).toContain(`Angemeldet ist jetzt ${jo.name}`);
    expect(await first.content()).not.toContain(NOTE);

    await signIn(context, mira.konto.actor);
    await heading(first, "Beratung erfassen");
    expect(await shown(first)).toEqual(TYPED);
    await press(first, "Speichern und nächste");
    await says(first, "Gespeichert.");
    expect(await stored()).toEqual([1, 0, 0]);
  }, 60_000);

  test("locked by hand: covered everywhere, opened everywhere, each where it was", async () => {
    await erfasse(mira, { stufe: "2", neu1_vorname: "Zeynep", neu1_nachname: "Probe", notiz: "Gespräch" });
    const context = await enter();
    const list = await tab(context, "/personen");
    const filtered = await tab(context, "/beratungen?thema=wohnen&zurueckgezogene=ja");
    expect(await list.content()).toContain("Zeynep");
    await press(filtered, "Sperren");
    await heading(filtered, "Gesperrt");
    await heading(list, "Gesperrt");
    expect(await list.content()).not.toContain("Zeynep");
    expect(await list.title()).toBe("Gesperrt – KIM");

    await list.fill("[name=passwort]", "falsch geraten");
    await press(list, "Entsperren");
    await list.getByText("Das Passwort stimmt nicht").first().waitFor();
    await list.fill("[name=passwort]", mira.konto.passwort);
    await press(list, "Entsperren");
    await heading(list, "Personen");
    expect(await list.content()).toContain("Zeynep");
    await heading(filtered, "Meine Beratungen");
    expect(new URL(filtered.url()).search).toBe("?thema=wohnen&zurueckgezogene=ja");
    expect(new URL(list.url()).pathname).toBe("/personen");
  });

  test("out of the back/forward cache nothing is shown that the session does not open", async () => {
    const own = await chromium.launch({
      executablePath: process.env["KIM_CHROMIUM"] ?? "/usr/bin/chromium",
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    // Chromium keeps no page there that is not to be stored, other browsers do: without the header it stands for them.
    const app = buildApp({ adresse: undefined, metriken: "aus", demo: false });
    const storing = await serveApp({
      fetch: async (request, env) => {
        const answer = await app.fetch(request, env);
        answer.headers.set("Cache-Control", "no-cache");
        return answer;
      },
    });
    try {
      await erfasse(mira, { stufe: "2", neu1_vorname: "Zeynep", neu1_nachname: "Probe", notiz: "Gespräch" });
      const page = await tab(await window(own, storing.url, mira.konto.actor), "/personen");
      await page.evaluate(() => Object.assign(globalThis, { before: true }));
      await page.goto("/gesund");
      await end("gesperrt");
      await page.goBack({ waitUntil: "commit" });
      await heading(page, "Gesperrt");
      expect(await page.content()).not.toContain("Zeynep");
      // It is the very page of before, and not one that was fetched again.
      expect(await page.evaluate(() => "before" in globalThis)).toBe(true);
      await page.fill("[name=passwort]", mira.konto.passwort);
      await press(page, "Entsperren");
      await heading(page, "Personen");
    } finally {
      await own.close();
      await storing.stop();
    }
  });
});

describe("over while typing", () => {
  test.each([
    ["beendet", "Ihre Sitzung ist beendet."],
    ["gesperrt", "Ihre Sitzung ist gesperrt."],
  ])("%s: the form stays, nobody else saves it, its owner does", async (stand, sentence) => {
    const context = await enter();
    const page = await tab(context, "/beratungen/neu");
    await end(stand);
    await typeBeratung(page, TYPED);
    await press(page, "Speichern und nächste");
    await bar(page).getByText(sentence).waitFor();
    await bar(page).getByRole("link", { name: "Anmelden (neuer Tab)" }).waitFor();
    expect(await shown(page)).toEqual(TYPED);
    expect([...(await stored()), await count("entwurf")]).toEqual([0, 0, 0, 0]);

    await signIn(context, jo.actor);
    await heading(page, "Anderes Konto");
    await signIn(context, mira.konto.actor);
    await heading(page, "Beratung erfassen");
    expect(await shown(page)).toEqual(TYPED);
    await press(page, "Speichern und nächste");
    await says(page, "Gespeichert.");
    expect(await stored()).toEqual([1, 0, 0]);
  });

  test("in place: signing in on the same page gives the form back", async () => {
    const page = await tab(await enter(), "/beratungen/neu");
    await end("gesperrt");
    await typeBeratung(page, TYPED);
    await press(page, "Speichern und nächste");
    await press(page, "Hier anmelden");
    await heading(page, "Gesperrt");
    await page.fill("[name=passwort]", mira.konto.passwort);
    await press(page, "Entsperren");
    await heading(page, "Beratung erfassen");
    expect(await shown(page)).toEqual(TYPED);
    await draftKept(page);
  });

  test("the account is deactivated: what was typed can be read and copied, nothing is stored", async () => {
    const page = await tab(await enter(), "/beratungen/neu");
    await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [mira.konto.actor.kontoId]);
    await typeBeratung(page, TYPED);
    await bar(page).getByText("kopieren Sie sie").waitFor();
    expect(await shown(page)).toEqual(TYPED);
    expect(await count("entwurf")).toBe(0);
  });
});

describe("without JavaScript", () => {
  test("another account's sending: both are named, nothing is stored or shown; sent again by its owner it counts", async () => {
    const context = await enter(false);
    const page = await tab(context, "/beratungen/neu");
    await typeBeratung(page, TYPED);
    await signIn(context, jo.actor);
    await press(page, "Speichern und nächste");
    await heading(page, "Anderes Konto");
    const text = await page.locator("main").innerText();
    expect([text.includes(mira.konto.name), text.includes(jo.name)]).toEqual([true, true]);
    expect(await page.content()).not.toContain(NOTE);
    expect(await stored()).toEqual([0, 0, 0]);
    await signIn(context, mira.konto.actor);
    await page.reload();
    await says(page, "Gespeichert.");
    expect(await stored()).toEqual([1, 0, 0]);
  });

  test("signed out meanwhile: what was typed comes back and is sent after signing in", async () => {
    const context = await enter(false);
    const page = await tab(context, "/beratungen/neu");
    await typeBeratung(page, TYPED);
    await end("beendet");
    await press(page, "Speichern und nächste");
    await heading(page, "Sie sind nicht mehr angemeldet");
    await page.getByText(NOTE).waitFor();
    expect(await stored()).toEqual([0, 0, 0]);
    await signIn(context, mira.konto.actor);
    await press(page, "Noch einmal senden");
    await says(page, "Gespeichert.");
    expect(await stored()).toEqual([1, 0, 0]);
  });
});
