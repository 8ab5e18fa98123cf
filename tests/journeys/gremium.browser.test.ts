import type { BrowserContext } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { addVorlage } from "../../src/domains/gremien/index.ts";
import { remindAll } from "../../src/domains/gremien/jobs/remind.ts";
import { setPlaetze } from "../../src/domains/muki/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom, tagText } from "../../src/platform/span.ts";
import { violations } from "../support/accessible.ts";
import { window } from "../support/arbeitsplatz.ts";
import { beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { alsThema } from "../support/gremien.ts";
import { testKonto } from "../support/konten.ts";
import { useMailSink } from "../support/mail-sink.ts";
import { useProduct } from "../support/product.ts";
import { ERGEBNIS, FRAGE, inArbeit, station, weiter } from "../support/rekonstruktion.ts";
import { asWorker } from "../support/zaehlen.ts";
import { begonnen, freigegeben, schritt, sitzung, vorlage } from "./gremium-wege.ts";
import { MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** What bodies decide and agree, by the words on the screen: the Lenkungsgruppe of 13.09.2023, the exchange of 16.10.2023. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser();
const mail = useMailSink();
const LONG_MS = 240_000;
/** One Kreis for each way to use KIM, so that both find the first Beschluss of 2023. */
const KREISE = ["05382", "05315"];

const DELFIN = "DELFIN 4: Vorschulkindern mit Förderbedarf fehlen Angebote";
const DOPPELT = "Ukrainische Kinder werden doppelt beschult";
const AERZTE = "Mehrsprachige Praxen fehlen";

describe.each(MENSCHEN.map((one, i) => [...one, KREISE[i] ?? ""] as const))("%s", (_, js, at, kreis) => {
  const contexts: BrowserContext[] = [];
  const mouse: string[] = [];
  afterAll(async () => {
    for (const context of contexts) await context.close();
    expect(mouse).toEqual([]);
  });
  const sitDown = async (actor: Actor): Promise<Mensch> => {
    const context = await window(browser(), server().url, actor, { js });
    contexts.push(context);
    if (js) await forbidMouse(context, mouse);
    return at(await context.newPage());
  };
  /** What is to be done with a point of the agenda; the point stands behind the verb for those who do not see it. */
  const zuPunkt = (m: Mensch, verb: string, titel: string) =>
    js ? m.press(`${verb}: ${titel}`) : m.page.getByRole("link", { name: new RegExp(`^${verb} ?: ${titel}$`) }).click();
  const tidy = async (m: Mensch) => expect(js ? await violations(m.page) : []).toEqual([]);
  const koordination = async () => (await testKonto({ kreis, rollen: ["kim_koordination"] })).actor;

  test(
    "three gaps reach the Lenkungsgruppe, one founds DELFIN-4 with a goal that is tracked, and each reporter reads what became of hers",
    async () => {
      const stelle = await beratungsstelle(kreis);
      const leitet = await koordination();
      const melden = [
        stelle.konto.actor,
        (await testKonto({ kreis, rollen: ["cm_lokal"] })).actor,
        (await testKonto({ kreis, rollen: ["cm_mukis"] })).actor,
      ];
      const ids: string[] = [];
      for (const [i, satz] of [DELFIN, DOPPELT, AERZTE].entries())
        ids.push(await alsThema(melden[i] ?? leitet, leitet, stelle.ags, satz));
      const [delfin = "", doppelt = "", aerzte = ""] = ids;
      const places = { jahr: Number(today().slice(0, 4)), ags: stelle.ags[0], plaetze: 30 };
      await writeAs(leitet, (tx) => setPlaetze(tx, leitet, places));

      const m = await sitDown(leitet);
      await vorlage(m, delfin, "Die Projektgruppe DELFIN-4 wird eingesetzt.");
      for (const id of [doppelt, aerzte]) await writeAs(leitet, (tx) => addVorlage(tx, leitet, id));
      await sitzung(m, "Lenkungsgruppe", "Lenkungsgruppe KIM", ["Jobcenter", "Caritas"], "13.09.2023");
      await m.press("Punkte hinzufügen");
      await m.arrivesAt("Tagesordnung zusammenstellen");
      const chips = (await m.page.locator("main label").allInnerTexts()).map((text) => text.trim());
      for (const chip of chips.filter((text) => [DELFIN, DOPPELT, AERZTE].some((satz) => text.startsWith(satz))))
        await m.tick(chip);
      await m.press("Aufnehmen");
      await m.reads("3 Punkte sind auf der Tagesordnung.");
      await begonnen(m, ["Jobcenter", "Caritas"]);
      await tidy(m);
      const heading = (await m.page.locator("main h3").allInnerTexts()).map((text) => text.replace(/^\d+\. /, ""));
      expect(new Set(heading)).toEqual(new Set([DELFIN, DOPPELT, AERZTE]));
      const page = m.page.url();

      await zuPunkt(m, "Beschluss", DELFIN);
      await m.arrivesAt("Beschluss festhalten");
      await m.type("Ja", "2");
      await m.type("Nein", "0");
      await m.type("Enthaltung", "0");
      await m.type("Gründet eine Projektgruppe", "DELFIN-4");
      await m.press("Festhalten");
      await m.reads("Der Beschluss ist festgehalten.");
      await tidy(m);
      for (const [satz, nach] of [
        [DOPPELT, "an das Land gemeldet"],
        [AERZTE, "zurückgestellt"],
      ] as const) {
        await m.open(page);
        await zuPunkt(m, "Beschluss", satz);
        await m.arrivesAt("Beschluss festhalten");
        await m.type("Wortlaut", `Die Lücke wird ${nach}.`);
        await m.choose("Was wird aus der Lücke?", nach);
        if (nach === "zurückgestellt") await m.type("Wieder vorlegen am", tagText(daysFrom(today(), 60)));
        await m.press("Festhalten");
        await m.reads("Der Beschluss ist festgehalten.");
      }
      await m.open(page);
      await freigegeben(m);
      await tidy(m);

      await m.open(`/ketten/${delfin}`);
      await m.press("Maßnahme vorschlagen");
      await m.arrivesAt("Maßnahme vorschlagen");
      await m.type("Wie heißt die Maßnahme?", "Sprachförderung vor der Schule");
      await m.type("Was soll sich ändern?", "Jedes Kind mit Bedarf hat ein Angebot.");
      await m.type("Wer verantwortet sie?", "Projektgruppe DELFIN-4");
      await m.choose("Aus welchem Beschluss?", "1/2023");
      await m.choose("Projektgruppe", "DELFIN-4");
      await m.press("Vorschlagen");
      await m.arrivesAt("Sprachförderung vor der Schule");
      await m.press("Indikator anlegen");
      await m.arrivesAt("Indikator anlegen");
      await m.choose("Woher kommen die Werte?", "DELFIN 4: Plätze");
      await m.type("Ziel", "40");
      await m.type("Ziel erreicht bis", "31.12.2099");
      await m.press("Anlegen");
      await m.reads(/Anfang 30 \(Zeitraum läuft noch\), Ziel mindestens 40 Plätze bis 31\.12\.2099/);
      await schritt(m, "Ist beschlossen", "Der Schritt ist eingetragen.");
      await tidy(m);

      const gelesen = [
        [DELFIN, "Projektgruppe – Beschluss 1/2023 vom 13.09.2023 (Lenkungsgruppe KIM): Die Projektgruppe DELFIN-4"],
        [DOPPELT, "an das Land gemeldet – Beschluss 2/2023 vom 13.09.2023 (Lenkungsgruppe KIM): Die Lücke wird an"],
        [AERZTE, "zurückgestellt – Beschluss 3/2023 vom 13.09.2023 (Lenkungsgruppe KIM): Die Lücke wird zurück"],
      ];
      for (const [i, [satz = "", wurde = ""]] of gelesen.entries()) {
        const liest = await sitDown(melden[i] ?? leitet);
        await liest.open("/luecken/meine");
        await liest.reads(satz);
        const told = (await liest.page.locator("main").innerText()).replaceAll(/\s+/g, " ");
        expect(told).toContain(wurde);
        const others = gelesen.filter((__, n) => n !== i).map(([other = ""]) => other);
        expect(others.filter((other) => told.includes(other))).toEqual([]);
        if (i === 0) expect(told).toContain("Maßnahme");
        await tidy(liest);
      }
    },
    LONG_MS,
  );

  test(
    "an exchange discusses a case without persons, agrees who does what by when, and whoever does it is reminded until it is done",
    async () => {
      const leitet = await koordination();
      const m = await sitDown(leitet);
      const name = "Austausch Einbürgerungsbehörde und Case Management";
      const both = ["Einbürgerungsbehörde", "Case Management"];
      await sitzung(m, "Austauschtreffen", name, both, "16.10.2023");
      // A case is discussed without anybody in it: as the paper of a reconstruction.
      const fall = await inArbeit(leitet);
      await station(leitet, fall);
      await weiter(leitet, fall, "abgeschlossen", ERGEBNIS);
      await m.press("Punkte hinzufügen");
      await m.arrivesAt("Tagesordnung zusammenstellen");
      await m.tick(FRAGE);
      await m.press("Aufnehmen");
      await m.reads("Ein Punkt ist auf der Tagesordnung.");
      for (const titel of ["Einbürgerungsverfahren und Gesetzeslage", "Absprachen"]) {
        await m.press("Punkte hinzufügen");
        await m.arrivesAt("Tagesordnung zusammenstellen");
        await m.type("Eigener Punkt", titel);
        await m.press("Aufnehmen");
        await m.reads("Ein Punkt ist auf der Tagesordnung.");
      }
      await begonnen(m, both);
      await m.reads("Fallrekonstruktion zu Punkt 1 als PDF");
      const page = m.page.url();
      const bald = daysFrom(today(), 5);
      for (const [was, tag] of [
        ["Eine Liste der häufigen Rückfragen schicken.", bald],
        ["Eine Sprechzeit für das Case Management einrichten.", daysFrom(today(), 90)],
      ] as const) {
        await m.open(page);
        await zuPunkt(m, "Auftrag", "Absprachen");
        await m.arrivesAt("Auftrag festhalten");
        await m.type("Was ist zu tun?", was);
        await m.choose("Wer?", "Einbürgerungsbehörde");
        await m.type("Bis wann?", tagText(tag));
        await m.press("Festhalten");
        await m.reads("Der Auftrag ist festgehalten.");
      }
      await m.open(page);
      await tidy(m);
      await freigegeben(m);
      mail.letters.length = 0;
      await asWorker(db, () => remindAll(mail.config()));
      expect(mail.letters.map(({ to }) => to)).toEqual(["ein@beispiel.example"]);
      await m.open("/gremien/auftraege");
      await m.reads("2 Aufträge");
      await tidy(m);
      await m.press("Eine Liste der häufigen Rückfragen schicken.");
      await m.reads(`Zuletzt erinnert`);
      await m.page.getByRole("radio", { name: "Ist erledigt", exact: true }).focus();
      await m.page.keyboard.press("Space");
      await m.press("Eintragen");
      await m.reads("Der Schritt ist eingetragen.");
      await db.admin("update kim.auftrag set erinnert_am = $1", [daysFrom(today(), -30)]);
      mail.letters.length = 0;
      await asWorker(db, () => remindAll(mail.config()));
      expect(mail.letters).toEqual([]);
    },
    LONG_MS,
  );
});
