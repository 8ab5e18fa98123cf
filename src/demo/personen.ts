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
  createPerson,
  disputeAngabe,
  nameOf,
} from "../domains/personen/index.ts";
import type { Actor } from "../platform/actor.ts";
import { today } from "../platform/clock.ts";
import { writeAs } from "../platform/db.ts";
import { daysFrom } from "../platform/span.ts";
import { type DemoPerson, inventPerson } from "./beratungen.ts";
import { SINCE, daysBefore } from "./kalender.ts";
import type { Zufall } from "./zufall.ts";

const PERSONS_EACH = 24;

/** So many of the first persons of a counsellor are known: much, little, only by way of somebody, with what must not be told. */
const BEKANNT = 4;

/** How they are reached; nobody of two counsellors by the same number. */
const kontakteOf = (nth: number): readonly Readonly<Record<string, string>>[] => {
  const nummer = (n: number) => `0151 0000 ${100 * (nth + 1) + n}`;
  return [
    { kontakt_1_art: "mobil", kontakt_1_wert: nummer(1), kontakt_1_hinweis: "ab 16 Uhr, vorher Kurs" },
    {
      kontakt_1_art: "mobil",
      kontakt_1_wert: nummer(2),
      kontakt_1_kein_band: "ja",
      kontakt_1_hinweis: "nur vormittags",
      kontakt_2_art: "email",
      kontakt_2_wert: `probe${nth + 1}@beispiel.example`,
    },
    { kontakt_1_art: "ueber", kontakt_1_wert: `Schwester Jo, ${nummer(3)}` },
    { kontakt_1_art: "messenger", kontakt_1_wert: nummer(4), kontakt_1_hinweis: "keine Sprachnachrichten" },
  ];
};

/** Born on another day than whoever stands there for another counsellor. */
const geborenAm = (i: number, nth: number): string => daysFrom(`${1979 + 4 * i}-01-11`, 29 * nth + 3 * i);
const WOHNEN = ["gemeinschaft", "wohnung", "familie", "wohnung"] as const;
const NIVEAUS = ["a1", "b1", "a2", "b2"] as const;
const MITTLUNG = ["immer", "manchmal", "immer", "nein"] as const;

/** In which Kommune, and of the how manieth counsellor. */
type Wo = { readonly ags: string; readonly nth: number };

/** Completes the first persons of the nth counsellor, one in each state; the fourth has an Auskunftssperre. */
export async function loadAngaben(actor: Actor, personen: readonly DemoPerson[], wo: Wo): Promise<void> {
  for (const [i, person] of personen.slice(0, BEKANNT).entries()) await complete(actor, person, wo, i);
}

const complete = (actor: Actor, { id, herkunft }: DemoPerson, { ags, nth }: Wo, i: number): Promise<void> =>
  writeAs(actor, async (tx) => {
    const name = await nameOf(tx, actor, id);
    const born = { person_vorname: name.vorname, person_nachname: name.nachname, geschlecht: i === 3 ? "ohne" : "" };
    const year =
      i === 2
        ? { geburtsjahr: String(1988 - nth), geburt_geschaetzt: "ja" }
        : { person_geburtsdatum: geborenAm(i, nth) };
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
    await changeErreichbarkeit(tx, actor, { id, version: 3 }, ErreichbarEingabe.parse(kontakteOf(nth)[i] ?? {}));
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
    if (i === 2) await disputeAngabe(tx, actor, id, { feld: "geburt", erklaerung: `Im Pass steht ${1987 - nth}.` });
    if (i === 3) await blockPerson(tx, actor, { id, version: 5 }, SperreEingabe.parse({ gesperrt: "ja" }));
  });

/** The persons of a counsellor, who came for the first time over all the years. */
export const loadPersons = (actor: Actor, ags: string, zufall: Zufall): Promise<DemoPerson[]> =>
  writeAs(actor, async (tx) => {
    const personen: DemoPerson[] = [];
    for (let i = 0; i < PERSONS_EACH; i += 1) {
      const { eingabe, herkunft } = inventPerson(zufall, ags);
      const seit = daysBefore(today(), Math.floor(zufall.next() * SINCE));
      personen.push({
        id: await createPerson(tx, actor, eingabe, seit, seit),
        herkunft,
        geboren: eingabe.person_geburtsdatum ?? seit,
        seit,
      });
    }
    return personen;
  });
