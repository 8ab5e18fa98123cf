import type { BrowserContext } from "playwright-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/platform/actor.ts";
import { runDueJobs } from "../support/auftraege.ts";
import { window } from "../support/arbeitsplatz.ts";
import { useBrowser } from "../support/browser.ts";
import { erwartet } from "../support/handlisten.ts";
import { testCodes } from "../support/codes.ts";
import { testDatabase } from "../support/db.ts";
import { testKonto } from "../support/konten.ts";
import { useProduct } from "../support/product.ts";
import { HANDLISTEN, handliste, kommunenVon } from "../support/uebernahme.ts";
import { SCHWIERIGE_LISTE } from "../support/uebernahme-staende.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** Old lists on their way through the browser, until their figures stand on the screen, and back. */
const db = testDatabase();
const server = useProduct({ metriken: "loopback" });
const browser = useBrowser();
const KREIS = "05382";
const LONG_MS = 240_000;
const themen = new Map(testCodes().handlungsfeld.map(({ code, name }) => [code, name]));

beforeAll(async () => {
  await testKonto({ kreis: KREIS, rollen: [] });
  await kommunenVon(KREIS);
});

/** Chooses a file and sends it; on the list's own page then, when it was read. */
async function bring(mensch: Mensch, name: string, buffer: Buffer): Promise<void> {
  await mensch.open("/uebernahmen");
  await mensch.page.getByLabel("Datei", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
  await mensch.press("Hochladen und lesen");
  await mensch.arrivesAt(name);
  await mensch.reads("KIM liest die Liste");
}

/** The figures of a table on the screen, by the words of its first column. */
async function figures(mensch: Mensch, caption: string): Promise<Record<string, number>> {
  const rows = mensch.page.getByRole("table", { name: caption, exact: true }).locator("tbody tr");
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
  );
  return Object.fromEntries(cells.map(([word = "", n = ""]) => [word, Number(n.replaceAll(".", ""))]));
}

const named = (byCode: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(byCode).map(([code, n]) => [themen.get(code) ?? code, n]));
const months = (byMonth: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(Object.entries(byMonth).map(([iso, n]) => [iso.split("-").toReversed().join("/"), n]));

const stored = async (actor: Actor): Promise<unknown> =>
  (
    await db.admin(
      `select (select count(*)::int from kim.beratung where konto_id = $1) as beratungen,
         (select coalesce(sum(beratungen), 0)::int from kim.summe where traeger_id = $2) as gezaehlt`,
      [actor.kontoId, actor.traegerId],
    )
  )[0];

describe.each(MENSCHEN)("%s", (_, js, at) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(mouse).toEqual([]);
  });

  async function somebody(): Promise<{ mensch: Mensch; actor: Actor }> {
    const { actor } = await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] });
    const context = await window(browser(), server().url, actor, { js });
    contexts.push(context);
    if (js) await forbidMouse(context, mouse);
    return { mensch: at(await context.newPage()), actor };
  }

  /** The worker does what it has to; without scripts somebody looks again. */
  async function worked(mensch: Mensch, then: string): Promise<void> {
    await runDueJobs(db);
    if (!js) await mensch.press("Jetzt nachsehen");
    await mensch.reads(then);
  }

  test(
    "the four lists of the teams: uploading, checking, taking over; the figures are right, and one is taken back",
    async () => {
      const { mensch, actor } = await somebody();
      for (const datei of HANDLISTEN) {
        const wanted = erwartet.dateien[datei];
        if (wanted === undefined) throw new Error(`Von ${datei} ist nichts bekannt.`);
        await bring(mensch, datei, handliste(datei));
        await worked(mensch, "Das hat KIM gefunden");
        await mensch.reads("KIM kennt jedes Wort.");
        await mensch.press("Prüfen und übernehmen");
        await mensch.reads("Wie die Zeilen enden");
        const ends = await figures(mensch, "Zeilen");
        expect(ends["fehlerhaft"]).toBe(wanted.fehlerhafte_zeilen);
        expect(ends["wiederholt, werden nicht noch einmal übernommen"]).toBe(wanted.wiederholte_zeilen);
        const { "zusammen: alle Zeilen der Liste": all, ...parts } = ends;
        expect(Object.values(parts).reduce((sum, n) => sum + n, 0)).toBe(all);
        await mensch.press("Übernehmen");
        await mensch.reads("KIM übernimmt die Liste");
        await worked(mensch, "Die Liste ist übernommen");
        expect(await figures(mensch, "Themen (Mehrfachnennung)")).toEqual(named(wanted.themen));
        expect(await figures(mensch, "Kommunen")).toEqual(wanted.kommunen);
        if (wanted.monate !== undefined) expect(await figures(mensch, "Monate")).toEqual(months(wanted.monate));
        const beside = mensch.page.locator(".counts dd");
        expect(await beside.allInnerTexts()).toEqual([String(wanted.beratungen), String(wanted.neuzuweisungen)]);
      }
      const strichliste = erwartet.dateien["Strichliste_Bornheim_Alfter_Swisttal.xlsx"]?.beratungen ?? 0;
      const einzeln = erwartet.gesamt.beratungen - strichliste;
      expect(await stored(actor)).toEqual({ beratungen: einzeln, gezaehlt: strichliste });

      await mensch.press("Übernahme zurücknehmen");
      await mensch.reads("248 Beratungen verschwinden");
      await mensch.press("Übernahme zurücknehmen");
      await mensch.reads("KIM nimmt die Übernahme zurück");
      await worked(mensch, "Aus dieser Liste zählt nichts mehr.");
      expect(await stored(actor)).toEqual({ beratungen: einzeln, gezaehlt: 0 });
    },
    LONG_MS,
  );

  test(
    "a difficult list: assigning words, mending values, taking rows after all or leaving them out",
    async () => {
      const { mensch, actor } = await somebody();
      await bring(mensch, "Lohmar 2023.csv", Buffer.from(SCHWIERIGE_LISTE));
      await worked(mensch, "4 Wörter kennt KIM nicht.");
      await mensch.press("Wörter zuordnen");
      await mensch.reads("Was Sie hier wählen, merkt sich KIM");
      await mensch.choose("Zauberei bedeutet", "Freizeit");
      await mensch.choose("Atlantis bedeutet", "Siegburg");
      await mensch.press("Speichern und weiter");
      await mensch.reads("KIM liest die Liste");
      await worked(mensch, "Wie die Zeilen enden");
      await mensch.reads("1 offen");
      await mensch.type("Blatt Lohmar 2023, Zeile 4, Datum: Wert", "28.2.2023");
      await mensch.choose("Blatt Lohmar 2023, Zeile 3: was tun?", "trotzdem");
      await mensch.press("Speichern und neu prüfen");
      await mensch.reads("KIM liest die Liste");
      await worked(mensch, "Gespeichert werden");
      await mensch.reads(/3 anonyme Beratungen und 3 Beratungen mit Person/);
      await mensch.press("Übernehmen");
      await mensch.reads("KIM übernimmt die Liste");
      await worked(mensch, "Die Liste ist übernommen");
      expect(await stored(actor)).toEqual({ beratungen: 6, gezaehlt: 0 });
      await mensch.press("Wörter zuordnen");
      await mensch.arrivesAt("Nicht zugeordnete Wörter");
      await mensch.choose("Astralreise bedeutet", "Gesundheit");
      await mensch.press("Zuordnungen speichern");
      await mensch.reads("Jedes Wort aus Ihren Listen ist zugeordnet.");
      await runDueJobs(db);
      const found = await db.admin(
        "select count(*)::int as n from kim.beratung_thema where konto_id = $1 and handlungsfeld = 'gesundheit'",
        [actor.kontoId],
      );
      expect(found).toEqual([{ n: 1 }]);
    },
    LONG_MS,
  );

  test("a file that is no list: the sentence says what to do", async () => {
    const { mensch, actor } = await somebody();
    await mensch.open("/uebernahmen");
    await mensch.press("Hochladen und lesen");
    await mensch.reads("Wählen Sie eine Datei aus.");
    await bring(mensch, "Foto.xlsx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    await worked(mensch, "Die Datei ist ein Bild oder PDF, keine Liste.");
    await mensch.press("Andere Datei hochladen");
    await mensch.arrivesAt("Listen übernehmen");
    const rows = await db.admin("select inhalt from kim.uebernahme where konto_id = $1", [actor.kontoId]);
    expect(rows).toEqual([{ inhalt: null }]);
  });
});
