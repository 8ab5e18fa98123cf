import {
  ErreichbarEingabe,
  HerkunftEingabe,
  NameEingabe,
  SperreEingabe,
  VerstaendigungEingabe,
  blockPerson,
  changeErreichbarkeit,
  changeHerkunft,
  changePerson,
  changeVerstaendigung,
  disputeAngabe,
  nameOf,
} from "../domains/personen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { writeAs } from "../platform/db.ts";
import type { DemoPerson } from "./beratungen.ts";

/** How some of the first persons of a counsellor are known: much, little, only by way of somebody, with what must not be told. */
const KONTAKTE = [
  { kontakt_1_art: "mobil", kontakt_1_wert: "0151 0000 101", kontakt_1_hinweis: "ab 16 Uhr, vorher Kurs" },
  {
    kontakt_1_art: "mobil",
    kontakt_1_wert: "0151 0000 102",
    kontakt_1_kein_band: "ja",
    kontakt_1_hinweis: "nur vormittags",
    kontakt_2_art: "email",
    kontakt_2_wert: "probe@beispiel.example",
  },
  { kontakt_1_art: "ueber", kontakt_1_wert: "Schwester Jo, 0151 0000 103" },
  { kontakt_1_art: "messenger", kontakt_1_wert: "0151 0000 104", kontakt_1_hinweis: "keine Sprachnachrichten" },
] as const;
const WOHNEN = ["gemeinschaft", "wohnung", "familie", "wohnung"] as const;
const NIVEAUS = ["a1", "b1", "a2", "b2"] as const;
const MITTLUNG = ["immer", "manchmal", "immer", "nein"] as const;

/** Completes the first persons of a counsellor, one in each state; the fourth has an Auskunftssperre. */
export async function loadAngaben(actor: Actor, personen: readonly DemoPerson[], ags: string): Promise<void> {
  for (const [i, person] of personen.slice(0, KONTAKTE.length).entries()) await complete(actor, person, ags, i);
}

const complete = (actor: Actor, { id, herkunft }: DemoPerson, ags: string, i: number): Promise<void> =>
  writeAs(actor, async (tx) => {
    const name = await nameOf(tx, actor, id);
    const born = { person_vorname: name.vorname, person_nachname: name.nachname, geschlecht: i === 3 ? "ohne" : "" };
    const year =
      i === 2 ? { geburtsjahr: "1988", geburt_geschaetzt: "ja" } : { person_geburtsdatum: `${1979 + 4 * i}-05-17` };
    const more = i === 0 ? { rufname: "Mina", frueher: "Probeblum" } : {};
    await changePerson(tx, actor, { id, version: 1 }, NameEingabe.parse({ ...born, ...year, ...more }));
    const niveau = NIVEAUS[i] ?? "a1";
    const deutsch = {
      sprache_2_code: "de",
      sprache_2_hoeren: niveau,
      sprache_2_sprechen: niveau,
      sprache_2_basis: "kurs",
    };
    const erst = { sprache_1_code: herkunft.sprache, sprache_1_erst: "ja", verstaendigungssprache: herkunft.sprache };
    const sprachen = VerstaendigungEingabe.parse({ ...erst, ...deutsch, sprachmittlung: MITTLUNG[i] ?? "nein" });
    await changeVerstaendigung(tx, actor, { id, version: 2 }, sprachen);
    await changeErreichbarkeit(tx, actor, { id, version: 3 }, ErreichbarEingabe.parse(KONTAKTE[i] ?? {}));
    const wohnen = HerkunftEingabe.parse({
      person_kommune: ags,
      unterkunftsart: WOHNEN[i] ?? "wohnung",
      strasse: `Probeweg ${i + 1}`,
      staaten: [herkunft.staat],
      geburtsland: herkunft.staat,
      in_deutschland_seit: `${i + 1}/${2021 + i}`,
      im_kreis_seit: String(2022 + i),
    });
    await changeHerkunft(tx, actor, { id, version: 4 }, wohnen);
    if (i === 2) await disputeAngabe(tx, actor, id, { feld: "geburt", erklaerung: "Im Pass steht 1987." });
    if (i === 3) await blockPerson(tx, actor, { id, version: 5 }, SperreEingabe.parse({ gesperrt: "ja" }));
  });
