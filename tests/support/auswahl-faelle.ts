import { randomUUID } from "node:crypto";
import type { Beendet } from "./beendet.ts";

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A column that keeps a choice, and how something new is made with a closed place or ended code in it. */
export type Case = {
  readonly column: string;
  /** How it is called in the sentence, and how it is sent. */
  readonly label: string;
  readonly name: string;
  readonly value: (b: Beendet) => string;
  readonly word: (b: Beendet) => string;
  /** Where something new is made with it. */
  readonly form: (b: Beendet) => string;
  readonly action: (b: Beendet) => string;
  readonly who?: "office";
  readonly more?: (b: Beendet) => Typed;
};

const named = (liste: string) => ({
  value: ({ code }: Beendet) => code(liste),
  word: ({ word }: Beendet) => word(liste),
});
const neu = { form: () => "/beratungen/neu", action: () => "/beratungen/neu" };
/** What somebody types about a consultation of today, with what is open. */
export const getippteBeratung = ({ stelle }: Beendet, more: Typed = {}) => ({
  am: new Date().toISOString().slice(0, 10),
  ort: `standort:${stelle.standortId}`,
  kontaktweg: "termin",
  stufe: "1",
  themen: ["sprache"],
  dauer: "30",
  ...more,
});
const kodefeld = (column: string, name: string, label: string, liste = name): Case => ({
  column,
  name,
  label,
  ...named(liste),
  ...neu,
  more: (b) => getippteBeratung(b),
});
const person = { form: () => "/personen/neu", action: () => "/personen/neu", more: () => ({ person_vorname: "Jo" }) };
const posten = { form: () => "/stellen/neu", action: () => "/stellen", who: "office" } as const;
const getippt = ({ stelle }: Beendet) => ({
  traegerId: stelle.traegerId,
  art: "koordination",
  vzae: "1",
  von: "01.01.2023",
});
const mitarbeit = {
  form: ({ stelle }: Beendet) => `/verwaltung/mitarbeitende/neu?traeger=${stelle.traegerId}`,
  action: () => "/verwaltung/mitarbeitende",
  who: "office",
} as const;
const zugang = ({ stelle }: Beendet) => ({
  name: "Jo Muster",
  email: `${randomUUID()}@beispiel.example`,
  traeger: stelle.traegerId,
  rolle: "cm_lokal",
  von: "01.01.2023",
});
const haus = { form: () => "/verwaltung/standorte/neu", action: () => "/verwaltung/standorte", who: "office" } as const;
const ALFTER = { value: ({ kommune }: Beendet) => kommune, word: () => "Alfter" };
const TRAEGER = { value: ({ traeger }: Beendet) => traeger, word: () => "Musterwerk" };

export const CASES: readonly Case[] = [
  kodefeld("kim.beratung.stufe", "stufe", "Stufe"),
  kodefeld("kim.beratung.kontaktweg", "kontaktweg", "Kontaktweg"),
  kodefeld("kim.beratung.sprache", "sprache", "Sprache"),
  kodefeld("kim.beratung.verstaendigung", "verstaendigung", "Verständigung"),
  kodefeld("kim.beratung.ergebnis", "ergebnis", "Ergebnis"),
  kodefeld("kim.beratung.herkunftsgruppe", "herkunftsgruppe", "Herkunft"),
  kodefeld("kim.beratung.altersgruppe", "altersgruppe", "Alter"),
  kodefeld("kim.beratung_thema.handlungsfeld", "themen", "Themen", "handlungsfeld"),
  {
    column: "kim.beratung.ags",
    name: "ort",
    label: "Standort oder Kommune",
    value: ({ kommune }) => `kommune:${kommune}`,
    word: () => "Alfter",
    ...neu,
    more: (b) => getippteBeratung(b),
  },
  {
    column: "kim.beratung.standort_id",
    name: "ort",
    label: "Standort oder Kommune",
    value: ({ standort }) => `standort:${standort}`,
    word: () => "Altes Rathaus",
    ...neu,
    more: (b) => getippteBeratung(b),
  },
  { column: "kim.person.ags", name: "person_kommune", label: "Wohnt in", ...ALFTER, ...person },
  {
    column: "kim.person.altersgruppe",
    name: "person_altersgruppe",
    label: "oder Altersgruppe",
    ...named("altersgruppe"),
    ...person,
  },
  {
    column: "kim.person.staatsangehoerigkeit",
    name: "person_staatsangehoerigkeit",
    label: "Staatsangehörigkeit",
    ...named("staatsangehoerigkeit"),
    ...person,
  },
  { column: "kim.person_sprache.sprache", name: "person_sprachen", label: "Sprachen", ...named("sprache"), ...person },
  { column: "kim.stelle.traeger_id", name: "traegerId", label: "Träger", ...TRAEGER, ...posten, more: getippt },
  { column: "kim.stelle.art", name: "art", label: "Art der Stelle", ...named("stelle_art"), ...posten, more: getippt },
  { column: "kim.stelle_kommune.ags", name: "kommunen", label: "Kommunen", ...ALFTER, ...posten, more: getippt },
  {
    column: "kim.stelle_vakanz.grund",
    name: "grund",
    label: "Grund der Vakanz",
    ...named("vakanzgrund"),
    form: ({ ids }) => `/stellen/${ids.stelle}/vakanz`,
    action: ({ ids }) => `/stellen/${ids.stelle}/vakanz`,
    who: "office",
    more: () => ({ von: "01.02.2023" }),
  },
  {
    column: "kim.fall.zugangsweg",
    name: "zugangsweg",
    label: "Wie kam die Person zu Ihnen?",
    ...named("zugangsweg"),
    form: ({ ids }) => `/faelle/neu?person=${ids.person}`,
    action: () => "/faelle/neu",
    more: ({ ids }) => ({ person: ids.person, begonnen: new Date().toISOString().slice(0, 10), dringlichkeit: "bald" }),
  },
  ...["kim.fall.abschlussgrund", "kim.fall_schritt.abschlussgrund"].map((column): Case => ({
    column,
    name: "abschlussgrund",
    label: "Warum endet der Fall?",
    ...named("abschlussgrund"),
    form: ({ ids }) => `/faelle/${ids.fall}/schritt?nach=abgeschlossen`,
    action: ({ ids }) => `/faelle/${ids.fall}/schritt`,
    more: () => ({ _version: "5", nach: "abgeschlossen", am: new Date().toISOString().slice(0, 10) }),
  })),
  { column: "kim.konto.traeger_id", name: "traeger", label: "Träger", ...TRAEGER, ...mitarbeit, more: zugang },
  {
    column: "kim.konto.standort_id",
    name: "standort",
    label: "Standort",
    value: ({ standort }) => standort,
    word: () => "Altes Rathaus",
    ...mitarbeit,
    more: zugang,
  },
  {
    column: "kim.standort.traeger_id",
    name: "traegerId",
    label: "Träger",
    ...TRAEGER,
    ...haus,
    more: ({ stelle }) => ({ ags: stelle.ags[0], name: "Neues Haus" }),
  },
  {
    column: "kim.standort.ags",
    name: "ags",
    label: "Kommune",
    ...ALFTER,
    ...haus,
    more: ({ stelle }) => ({ traegerId: stelle.traegerId, name: "Neues Haus" }),
  },
];
