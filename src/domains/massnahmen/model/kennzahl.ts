import { DEFINITIONEN } from "../../auswertung/model/definitionen.ts";

/** What a figure is about, beside its period: everything, one Handlungsfeld, or one Kommune (none: the Kreis). */
export type Wovon = "alles" | "handlungsfeld" | "kommune";

/** How a figure of the program is told: by year (DELFIN 4) or by half-year. */
export type Takt = "jahr" | "halbjahr";

type Def = {
  readonly name: string;
  readonly einheit: string;
  readonly takt: Takt;
  readonly wovon: Wovon;
  /** What it counts, in the words of the evaluation. */
  readonly definition: string;
};

/** Figures that an indicator can be bound to: it follows them by itself. Stored by their names. */
const DEFS = {
  delfin_bedarf: {
    name: "DELFIN 4: Kinder mit Bedarf",
    einheit: "Kinder",
    takt: "jahr",
    wovon: "kommune",
    definition: DEFINITIONEN.delfin,
  },
  delfin_besucht: {
    name: "DELFIN 4: Kinder mit Bedarf, die Kita oder Sprachförderung besuchen",
    einheit: "Kinder",
    takt: "jahr",
    wovon: "kommune",
    definition: DEFINITIONEN.delfin,
  },
  delfin_plaetze: {
    name: "DELFIN 4: Plätze der Sprachförderung",
    einheit: "Plätze",
    takt: "jahr",
    wovon: "kommune",
    definition: DEFINITIONEN.delfin,
  },
  verweis_abgelehnt: {
    name: "Verweise, die abgelehnt wurden (ungedeckter Bedarf)",
    einheit: "Verweise",
    takt: "halbjahr",
    wovon: "handlungsfeld",
    definition: DEFINITIONEN.verweise,
  },
  verweis_angekommen: {
    name: "Verweise, die angekommen sind",
    einheit: "Verweise",
    takt: "halbjahr",
    wovon: "handlungsfeld",
    definition: DEFINITIONEN.verweise,
  },
  kein_angebot: {
    name: "Beratungen ohne passendes Angebot",
    einheit: "Beratungen",
    takt: "halbjahr",
    wovon: "alles",
    definition: `${DEFINITIONEN.ergebnis} Gezählt sind die mit dem Ergebnis „kein passendes Angebot“.`,
  },
  thema: {
    name: "Nennungen eines Handlungsfelds in Beratungen",
    einheit: "Nennungen",
    takt: "halbjahr",
    wovon: "handlungsfeld",
    definition: DEFINITIONEN.themen,
  },
  neuzuweisungen: {
    name: "Beratungen mit neu zugewiesenen Menschen",
    einheit: "Beratungen",
    takt: "halbjahr",
    wovon: "alles",
    definition: DEFINITIONEN.neuzuweisungen,
  },
} as const satisfies Readonly<Record<string, Def>>;

export type Zahl = keyof typeof DEFS;
export const KENNZAHLEN: Readonly<Record<Zahl, Def>> = DEFS;
export const ZAHL = [
  "delfin_bedarf",
  "delfin_besucht",
  "delfin_plaetze",
  "verweis_abgelehnt",
  "verweis_angekommen",
  "kein_angebot",
  "thema",
  "neuzuweisungen",
] as const satisfies readonly Zahl[];

/** The period that a day lies in, as the figure is told: from, to (ISO days) and how people call it. */
export type Abschnitt = { readonly von: string; readonly bis: string; readonly name: string };

export function abschnittAm(takt: Takt, day: string): Abschnitt {
  const jahr = day.slice(0, 4);
  if (takt === "jahr") return { von: `${jahr}-01-01`, bis: `${jahr}-12-31`, name: jahr };
  return day.slice(5, 7) < "07"
    ? { von: `${jahr}-01-01`, bis: `${jahr}-06-30`, name: `1. Halbjahr ${jahr}` }
    : { von: `${jahr}-07-01`, bis: `${jahr}-12-31`, name: `2. Halbjahr ${jahr}` };
}

const MOST = 20;

/** Every period from the one of a day to the one of another, the oldest first; of very many the last. */
export function abschnitte(takt: Takt, von: string, bis: string): Abschnitt[] {
  const found: Abschnitt[] = [];
  for (let year = Number(von.slice(0, 4)); year <= Number(bis.slice(0, 4)); year += 1)
    for (const day of takt === "jahr" ? [`${year}-01-01`] : [`${year}-01-01`, `${year}-07-01`]) {
      const one = abschnittAm(takt, day);
      if (one.bis >= von && one.von <= bis) found.push(one);
    }
  return found.slice(-MOST);
}
