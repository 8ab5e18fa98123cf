import { type BeratungEingabe, recordBeratung } from "../domains/beratungen/index.ts";
import { addAngehoerige, addStelle } from "../domains/familie/index.ts";
import {
  AUFENTHALT,
  AufenthaltEingabe,
  LEISTUNG,
  LeistungEingabe,
  SCHUTZBEDARF,
  SchutzEingabe,
  WERDEGANG,
  WerdegangEingabe,
  changeEintrag,
  recordEintrag,
} from "../domains/lebenslage/index.ts";
import { PersonEingabe, createPerson } from "../domains/personen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { type Tx, writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import { daysBefore } from "./kalender.ts";

/** What the families are called; of each somebody is born some months later than in the one before. */
const NACHNAMEN = ["Musterfamilie", "Probehaus", "Beispielheim"] as const;
const MONATE = 137;
/** So many counsellors have a family with everything. */
export const FAMILIEN = NACHNAMEN.length;

type Wo = { readonly ags: string; readonly nth: number };

const ago = (days: number): string => daysBefore(today(), days);
const ahead = (days: number): string => daysBefore(today(), -days);

const mensch = (vorname: string, geboren: string, { ags, nth }: Wo) =>
  PersonEingabe.parse({
    person_vorname: vorname,
    person_nachname: NACHNAMEN[nth],
    person_geburtsdatum: daysFrom(geboren, MONATE * nth),
    person_kommune: ags,
    person_staatsangehoerigkeit: "475",
    person_sprachen: ["ar"],
  });

/**
 * A family that shows what the pages can: two parents with children, a grandmother who is cared for, a nephew whose guardian is an
 * office; titles that run out, a change of benefits with days without money; and one consultation for all of them.
 */
export const loadFamilie = (actor: Actor, wo: Wo, beratung: BeratungEingabe): Promise<void> =>
  writeAs(actor, async (tx) => {
    const mutter = await createPerson(tx, actor, mensch("Amal", "1991-04-12", wo), ago(300), ago(300));
    const add = (
      vorname: string,
      geboren: string,
      beziehung: "partner" | "kind" | "elternteil" | "muendel",
      zusammen = true,
    ) => addAngehoerige(tx, actor, mutter, { beziehung, von: null, zusammen }, mensch(vorname, geboren, wo));
    const vater = await add("Karim", "1988-09-30", "partner");
    const tochter = await add("Lina", "2017-02-03", "kind");
    const sohn = await add("Sami", "2022-06-21", "kind");
    const oma = await add("Huda", "1958-01-15", "elternteil", false);
    const neffe = await add("Nabil", "2011-11-11", "muendel");
    await addStelle(tx, actor, neffe, { art: "vormund", stelle: "Jugendamt Beispielstadt", von: ago(400), bis: null });
    await addStelle(tx, actor, oma, { art: "betreuung", stelle: "Betreuungsverein Muster", von: ago(90), bis: null });
    await loadAufenthalte(tx, actor, { mutter, vater, oma, neffe });
    await loadLeistungen(tx, actor, { mutter, oma });
    await loadWerdegang(tx, actor, { mutter, vater, tochter, sohn });
    const bedarf = { arten: ["uma", "kindeswohl"], von: ago(400), hinweis: "Termine nur mit dem Vormund absprechen." };
    await recordEintrag(tx, actor, SCHUTZBEDARF, neffe, SchutzEingabe.parse(bedarf));
    const alle = [mutter, vater, tochter, sohn];
    await recordBeratung(tx, actor, {
      ...beratung,
      stufe: "2",
      person: alle,
      herkunftsgruppe: null,
      altersgruppe: null,
    });
  });

type Wer = Readonly<Record<string, string>>;

async function loadAufenthalte(tx: Tx, actor: Actor, { mutter = "", vater = "", oma = "", neffe = "" }: Wer) {
  const titel = (person: string, more: object) =>
    recordEintrag(tx, actor, AUFENTHALT, person, AufenthaltEingabe.parse(more));
  await titel(mutter, { status: "gestattung", von: ago(900), bis: ago(500) });
  const arbeit = { beschaeftigung: "ja", wohnsitzauflage: "ja" };
  await titel(mutter, { status: "subsidiaer", von: ago(500), gueltig_bis: ahead(45), ...arbeit });
  const id = await titel(vater, { status: "gestattung", von: ago(700) });
  const jetzt = { status: "fluechtling", von: ago(200), gueltig_bis: ahead(900), notiz: "Pass liegt vor", ...arbeit };
  const geaendert = { falsch: false, e: AufenthaltEingabe.parse(jetzt) };
  await changeEintrag(tx, actor, AUFENTHALT, { id, version: 1 }, geaendert);
  await titel(oma, { status: "familie", von: ago(800), gueltig_bis: ago(20), fiktion_bis: ahead(60) });
  await titel(neffe, { status: "keine_angabe", von: ago(400) });
}

async function loadLeistungen(tx: Tx, actor: Actor, { mutter = "", oma = "" }: Wer) {
  const geld = (person: string, more: object) =>
    recordEintrag(tx, actor, LEISTUNG, person, LeistungEingabe.parse(more));
  await geld(mutter, { art: "asylblg", von: ago(880), bis: ago(460) });
  const davor = { vorher: "asylblg", vorher_bis: ago(460) };
  await geld(mutter, { art: "sgb2", beantragt_am: ago(470), von: ago(425), ...davor });
  await geld(mutter, { art: "kindergeld", beantragt_am: ago(50), unterlagen: "Schulbescheinigung, Geburtsurkunde" });
  await geld(oma, { art: "sgb12", beantragt_am: ago(40), vorher: "asylblg", vorher_bis: ago(25) });
}

async function loadWerdegang(tx: Tx, actor: Actor, { mutter = "", vater = "", tochter = "", sohn = "" }: Wer) {
  const weg = (person: string, more: object) =>
    recordEintrag(tx, actor, WERDEGANG, person, WerdegangEingabe.parse(more));
  const kurs = { art: "integrationskurs", was: "Kursträger Muster" };
  await weg(mutter, { ...kurs, stand: "abgebrochen", abbruch: "kinderbetreuung", von: ago(300), bis: ago(220) });
  await weg(mutter, { ...kurs, stand: "warteliste", von: ago(60) });
  await weg(mutter, { art: "studienabschluss", was: "Pharmazie", von: "2014-07-01" });
  await weg(mutter, { art: "anerkennung", was: "Apothekerin", stand: "beantragt", von: ago(120) });
  await weg(vater, { art: "beschaeftigt", was: "Bäckerei Probe", von: ago(150) });
  await weg(tochter, { art: "grundschule", was: "Grundschule am Musterweg", von: ago(460) });
  await weg(sohn, { art: "kita", was: "Kita Vorlage", von: ago(100) });
}
