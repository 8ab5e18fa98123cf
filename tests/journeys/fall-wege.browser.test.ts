import { beforeAll, describe, expect, test } from "vitest";
import { NeuerFall, openFall } from "../../src/domains/faelle/index.ts";
import { addZiel } from "../../src/domains/hilfeplan/commands/add-ziel.ts";
import { beginEntwurf } from "../../src/domains/hilfeplan/commands/begin-entwurf.ts";
import { AR } from "../../src/domains/hilfeplan/model/texte/ar.ts";
import { PersonEingabe, createPerson } from "../../src/domains/personen/index.ts";
import { carryOut } from "../../src/domains/zustaendigkeit/commands/carry-out.ts";
import { countAllOpenWork } from "../../src/domains/zustaendigkeit/commands/count-open-work.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom, tagText } from "../../src/platform/span.ts";
import { window } from "../support/arbeitsplatz.ts";
import { type Beratungsstelle, beratungsstelle } from "../support/beratungsstelle.ts";
import { useBrowser } from "../support/browser.ts";
import { testDatabase } from "../support/db.ts";
import { fallImAssessment } from "../support/einschaetzen.ts";
import { vereinbart, zielEingabe } from "../support/hilfeplan.ts";
import { testKonto } from "../support/konten.ts";
import { pdfText } from "../support/pdf-text.ts";
import { useProduct } from "../support/product.ts";
import { kollegin } from "../support/vertretung.ts";
import { asWorker } from "../support/zaehlen.ts";
import { AmTastenfeld, MENSCHEN, type Mensch, forbidMouse } from "./mensch.ts";

/** Ways around a case that several people walk together, by the words on the screen. */
const db = testDatabase();
const server = useProduct();
const browser = useBrowser("tidy");
const LONG_MS = 60_000;
const KREIS = "05382";
let stelle: Beratungsstelle;
beforeAll(async () => {
  stelle = await beratungsstelle(KREIS);
});

const person = (of: Actor, vorname: string): Promise<string> =>
  writeAs(of, (tx) =>
    createPerson(tx, of, PersonEingabe.parse({ person_vorname: vorname, person_nachname: "Muster" })),
  );

/** The bytes behind the address that somebody came to, as her browser gets them: it shows a PDF itself. */
async function fileAt({ page }: Mensch): Promise<Buffer> {
  const [cookie] = await page.context().cookies();
  const answer = await fetch(page.url(), { headers: { Cookie: `${cookie?.name ?? ""}=${cookie?.value ?? ""}` } });
  return Buffer.from(await answer.arrayBuffer());
}

describe.each(MENSCHEN)("%s", (_, js, personAt) => {
  const used: string[] = [];
  const at = async (actor: Actor): Promise<Mensch> => {
    const context = await window(browser(), server().url, actor, { js });
    if (js) await forbidMouse(context, used);
    return personAt(await context.newPage());
  };

  test("the plan is printed in Arabic, and reads from its title to its steps", { timeout: LONG_MS }, async () => {
    const { actor } = stelle.konto;
    const fall = await fallImAssessment(actor, await person(actor, "ليلى"));
    await writeAs(actor, (tx) => beginEntwurf(tx, actor, fall));
    const ziel = zielEingabe("أريد شقة لنا جميعا", [["Wohnberechtigungsschein beantragen", "person", "2027-03-01"]]);
    await writeAs(actor, (tx) => addZiel(tx, actor, fall, ziel));
    await vereinbart(actor, fall);
    const mensch = await at(actor);
    await mensch.open(`/faelle/${fall}/hilfeplan`);
    await mensch.press("Kopie für die Person");
    await mensch.arrivesAt("Kopie für die Person");
    await mensch.press("Arabisch");
    await mensch.page.waitForURL(/\/hilfeplan\/pdf\?sprache=ar/);
    const { text } = pdfText(await fileAt(mensch));
    const read = text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ");
    const order = [
      AR.titel,
      "ليلى Muster",
      AR.ziel.replace("{n}", "1"),
      "أريد شقة لنا جميعا",
      AR.schritte.replace("{n}", "1"),
      "beantragen",
    ];
    const places = order.map((words) => read.indexOf(words.normalize("NFKC")));
    expect(
      places.every((place) => place >= 0),
      `${places.join()}: ${read}`,
    ).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test(
    "a Vertretung given on Friday opens the files on Saturday and is over on Monday",
    { timeout: LONG_MS },
    async () => {
      const name = `Jo Wochenende ${js ? "A" : "B"}`;
      const [mira, jo] = [await kollegin(stelle, "Mira Beispiel"), await kollegin(stelle, name)];
      const amina = await person(mira.actor, "Amina");
      const neu = NeuerFall.parse({ person: amina, begonnen: today(), dringlichkeit: "normal" });
      const fall = await writeAs(mira.actor, (tx) => openFall(tx, mira.actor, neu));
      const [absent, there] = [await at(mira.actor), await at(jo.actor)];
      // Whoever lives through the weekend does so in the database: the days of the Vertretung come nearer by one.
      const dayPasses = () => db.admin("update kim.vertretung set von = von - 1, bis = bis - 1");

      await absent.open("/vertretung");
      await absent.press("Vertretung eintragen");
      await absent.arrivesAt("Vertretung eintragen");
      await absent.choose("Wer vertritt", name);
      await absent.choose("Grund", "Urlaub");
      await absent.type("Erster Tag", tagText(daysFrom(today(), 1)));
      await absent.type("Letzter Tag", tagText(daysFrom(today(), 9)));
      await absent.press("Vertretung eintragen");
      await absent.reads("Die Vertretung ist eingetragen.");
      await there.open(`/faelle/${fall}`);
      await there.arrivesAt("Diese Seite gibt es nicht");

      await dayPasses();
      await there.open(`/faelle/${fall}`);
      await there.reads("Sie handeln in Vertretung (Urlaub");
      await there.press("Klärung beginnen");
      await there.arrivesAt("Klärung beginnen");
      await there.press("Klärung beginnen");
      await there.reads("Der Schritt ist eingetragen.");

      await dayPasses();
      await dayPasses();
      await absent.open("/vertretung");
      await absent.press("Beenden");
      await absent.arrivesAt("Vertretung beenden");
      await absent.press("Vertretung beenden");
      await absent.reads("Ab der nächsten Anfrage sind die Akten wieder zu.");
      await there.open(`/faelle/${fall}`);
      await there.arrivesAt("Diese Seite gibt es nicht");
      await absent.open(`/faelle/${fall}`);
      await absent.reads("Klärung seit");
      const steps = await db.admin(
        "select konto_id, vertreten from kim.protokoll where gegenstand_id = $1 and art = 'fall.weiter'",
        [fall],
      );
      expect(steps).toEqual([{ konto_id: jo.actor.kontoId, vertreten: mira.actor.kontoId }]);
    },
  );

  test("forty files of somebody who left go to a colleague, who sees them as new", { timeout: LONG_MS }, async () => {
    const name = `Ela Empfang ${js ? "A" : "B"}`;
    const [weg, ela] = [await kollegin(stelle, "Wera Weg"), await kollegin(stelle, name)];
    for (let i = 0; i < 40; i += 1) await person(weg.actor, `Probe ${i}`);
    await db.admin("update kim.konto set status = 'deaktiviert' where id = $1", [weg.actor.kontoId]);
    await asWorker(db, countAllOpenWork);
    const leitung = await at((await testKonto({ ...stelle, rollen: ["traeger_leitung"] })).actor);
    await leitung.open("/vertretungen");
    await leitung.press("Verteilen");
    await leitung.arrivesAt("Offene Arbeit verteilen");
    await leitung.reads("40 Personen");
    await leitung.choose("Wer übernimmt", name);
    await leitung.press("Verteilen");
    await leitung.reads("sobald eine zweite Person bestätigt hat.");
    const zeugin = await at((await testKonto({ ...stelle, rollen: ["datenschutz"] })).actor);
    await zeugin.open("/vertretungen");
    await zeugin.press("Bestätigen");
    await zeugin.arrivesAt("Übergabe bestätigen");
    await zeugin.press("Bestätigen");
    await zeugin.reads("wer übernimmt, erfährt es.");
    const [row] = await db.admin("select id from kim.uebergabe where von_konto = $1", [weg.actor.kontoId]);
    await asWorker(db, () => carryOut({ kreis: KREIS, id: String(row?.["id"]) }));
    const empfang = await at(ela.actor);
    await empfang.open("/vertretung");
    await empfang.reads("Neu für Sie");
    const told = await empfang.reads(/hat Ihnen übergeben/);
    expect(told).toContain("Wera Weg hat Ihnen übergeben: 40 Personen");
    await empfang.press(told);
    await empfang.arrivesAt("Übergabe");
    expect(
      await empfang.page
        .getByRole("main")
        .getByRole("link", { name: / Muster$/ })
        .count(),
    ).toBe(40);
    await empfang.press("Gelesen");
    await empfang.reads("Der Hinweis ist weg.");
  });

  test(
    "a call to the Telefonsprechstunde is written down and stands on top of the list",
    { timeout: LONG_MS },
    async () => {
      const muki = await beratungsstelle(KREIS, ["cm_mukis"]);
      const mensch = await at(muki.konto.actor);
      await mensch.open("/telefonsprechstunde");
      await mensch.press("Anruf erfassen");
      await mensch.arrivesAt("Anruf erfassen");
      if (mensch instanceof AmTastenfeld) await mensch.tick("Eltern oder Familie");
      else await mensch.page.getByRole("radio", { name: "Eltern oder Familie", exact: true }).check();
      await mensch.choose("Alter des Kindes", "4 Jahre");
      await mensch.choose("1. Sprache", "Arabisch");
      await mensch.choose("Worum ging es?", "spricht wenig");
      await mensch.choose("Was wurde daraus?", "beraten");
      await mensch.press("Anruf erfassen");
      await mensch.reads("Der Anruf ist erfasst.");
      const row = await mensch.page.getByRole("main").getByRole("row").nth(1).innerText();
      for (const words of ["Eltern oder Familie", "4 Jahre", "Arabisch", "spricht wenig", "beraten"])
        expect(row).toContain(words);
    },
  );
});
