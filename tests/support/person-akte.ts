import {
  ErreichbarEingabe,
  HerkunftEingabe,
  NameEingabe,
  VerstaendigungEingabe,
  changeErreichbarkeit,
  changeHerkunft,
  changePerson,
  changeVerstaendigung,
} from "../../src/domains/personen/index.ts";
import { disputeAngabe } from "../../src/domains/personen/commands/dispute-angabe.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";

/** What is typed about somebody invented, in every portion. */
export const AMINA = {
  name: {
    person_vorname: "Amina Magdalena",
    zusatz: "al-",
    person_nachname: "Musterhaus",
    rufname: "Mina",
    original: "أمينة المثال",
    frueher: "Beispielowa",
    geburtsjahr: "1985",
    geburt_geschaetzt: "ja",
    geschlecht: "w",
  },
  herkunft: {
    strasse: "Probeweg 1",
    plz: "53721",
    ort: "Musterstadt",
    bei: "Beispiel",
    unterkunftsart: "gemeinschaft",
    staaten: ["475", "163"],
    geburtsland: "475",
    in_deutschland_seit: "3/2022",
    im_kreis_seit: "2023",
  },
  verstaendigung: {
    verstaendigungssprache: "ar",
    sprachmittlung: "manchmal",
    sprache_1_code: "ar",
    sprache_1_erst: "ja",
    sprache_2_code: "de",
    sprache_2_hoeren: "b1",
    sprache_2_sprechen: "a2",
    sprache_2_lesen: "a2",
    sprache_2_schreiben: "a1",
    sprache_2_basis: "kurs",
  },
  erreichbarkeit: {
    kontakt_1_art: "mobil",
    kontakt_1_wert: "0151 0000001",
    kontakt_1_hinweis: "abends nicht",
    kontakt_1_kein_band: "ja",
    kontakt_2_art: "ueber",
    kontakt_2_wert: "Schwester Jo",
  },
} as const;

/** Fills every portion of a person in version 1 and disputes a field; she is in version 5 then. */
export async function fillPerson(actor: Actor, id: string): Promise<void> {
  await writeAs(actor, async (tx) => {
    await changePerson(tx, actor, { id, version: 1 }, NameEingabe.parse(AMINA.name));
    await changeHerkunft(tx, actor, { id, version: 2 }, HerkunftEingabe.parse(AMINA.herkunft));
    await changeVerstaendigung(tx, actor, { id, version: 3 }, VerstaendigungEingabe.parse(AMINA.verstaendigung));
    await changeErreichbarkeit(tx, actor, { id, version: 4 }, ErreichbarEingabe.parse(AMINA.erreichbarkeit));
    await disputeAngabe(tx, actor, id, { feld: "geburt", erklaerung: "Ich bin 1986 geboren." });
  });
}
