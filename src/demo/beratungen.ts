import type { BeratungEingabe } from "../domains/beratungen/index.ts";
import { PersonEingabe } from "../domains/personen/index.ts";
import { daysBefore } from "./kalender.ts";
import { HERKUNFT, NOTIZEN } from "./menschen.ts";
import type { Zufall } from "./zufall.ts";

type Herkunft = (typeof HERKUNFT)[number];

/** A person as the demo remembers it: the id that it got, where it comes from, and the days of its birth and first consultation. */
export type DemoPerson = {
  readonly id: string;
  readonly herkunft: Herkunft;
  readonly geboren: string;
  readonly seit: string;
};

// How often what came up, after the themes that a Kreis reported for half a year.
const THEMEN = {
  sprache: 34,
  lebensunterhalt: 30,
  aufenthalt: 25,
  wohnen: 22,
  gesundheit: 20,
  schule: 15,
  arbeit: 12,
  familie: 4,
  bildung_0_6: 4,
  einbuergerung: 3,
  alltag: 3,
  teilhabe: 2,
};
const STUFEN = { "0": 8, "1": 60, "2": 32 } as const;
const KONTAKTWEGE = { offene_sprechstunde: 45, termin: 30, telefon: 12, aufsuchend: 6, email: 4, begleitung: 3 };
const VERSTAENDIGUNG = {
  uebersetzungsgeraet: 34,
  nicht_noetig: 24,
  cm_spricht_sprache: 14,
  angehoerige: 14,
  sprachmittlung: 6,
  telefondolmetschen: 4,
  kind_dolmetscht: 3,
  nicht_moeglich: 1,
};
const ERGEBNISSE = {
  beraten: 38,
  folgetermin: 16,
  an_sprachkurs: 12,
  an_jobcenter: 8,
  an_mbe: 7,
  an_sozialamt: 5,
  an_schulamt: 4,
  an_gesundheit: 3,
  an_ehrenamt: 3,
  kein_angebot: 2,
  formular: 2,
};
const ALTER = { "0-5": 2, "6-11": 3, "12-17": 5, "18-26": 25, "27-44": 45, "45-64": 17, "65+": 3 };
const DAUER = [10, 15, 20, 20, 30, 30, 30, 45, 45, 60, 90];

/** Somebody invented, with a birth date that the age band of the figures follows from. */
export function inventPerson(zufall: Zufall, ags: string): { eingabe: PersonEingabe; herkunft: Herkunft } {
  const herkunft = herkunftOf(zufall);
  const years = 3 + Math.floor(zufall.next() * 62);
  const eingabe = PersonEingabe.parse({
    person_vorname: zufall.one(herkunft.vornamen),
    person_nachname: zufall.one(herkunft.nachnamen),
    person_geburtsdatum: daysBefore("2026-01-01", Math.floor((years + zufall.next()) * 365.25)),
    person_kommune: ags,
    person_staatsangehoerigkeit: herkunft.staat,
    person_sprachen: [herkunft.sprache],
  });
  return { eingabe, herkunft };
}

const GEWICHTE = Object.fromEntries(HERKUNFT.map((h, i) => [String(i), h.gewicht]));

/** Where somebody comes from, as often as people do. */
export function herkunftOf(zufall: Zufall): Herkunft {
  const index = zufall.weighted(GEWICHTE);
  return HERKUNFT[Number(index)] ?? zufall.one(HERKUNFT);
}

function themen(zufall: Zufall): string[] {
  const chosen = new Set([zufall.weighted(THEMEN)]);
  while (zufall.chance(0.3)) chosen.add(zufall.weighted(THEMEN));
  return [...chosen];
}

/** What a case manager would have typed about one conversation on this day at this site. */
export function inventBeratung(
  am: string,
  standortId: string,
  personen: readonly Omit<DemoPerson, "geboren">[],
  zufall: Zufall,
): BeratungEingabe {
  const known = personen.filter(({ seit }) => seit <= am);
  const drawn = zufall.weighted(STUFEN);
  const stufe = drawn === "2" && known.length === 0 ? "1" : drawn;
  const person = stufe === "2" ? (known.find(({ seit }) => seit === am) ?? zufall.one(known)) : undefined;
  const herkunft = person?.herkunft ?? herkunftOf(zufall);
  return {
    am,
    stufe,
    ort: `standort:${standortId}`,
    themen: themen(zufall),
    dauer: zufall.one(DAUER),
    kontaktweg: stufe === "0" ? "fachkraft" : zufall.weighted(KONTAKTWEGE),
    sprache: stufe === "0" ? "de" : herkunft.sprache,
    verstaendigung: stufe === "0" ? "nicht_noetig" : zufall.weighted(VERSTAENDIGUNG),
    ergebnis: zufall.weighted(ERGEBNISSE),
    herkunftsgruppe: stufe === "1" ? herkunft.gruppe : null,
    altersgruppe: stufe === "1" ? zufall.weighted(ALTER) : null,
    personenzahl: stufe === "1" && zufall.chance(0.12) ? 2 + Math.floor(zufall.next() * 4) : 1,
    neuzuweisung: stufe !== "0" && zufall.chance(0.1),
    person: person === undefined ? [] : [person.id],
    suche: "",
    notiz: zufall.chance(0.3) ? zufall.one(NOTIZEN) : "",
    unbedenklich: false,
  };
}
