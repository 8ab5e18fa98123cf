import { NEUZUWEISUNG_CASES } from "./auswahl-neuzuweisungen.ts";
import { randomUUID } from "node:crypto";
import { today } from "../../src/platform/clock.ts";
import { EINBUERGERUNG_CASES } from "./auswahl-einbuergerung.ts";
import { FREIGABE_CASES } from "./auswahl-freigabe.ts";
import { KONZEPT_CASES } from "./auswahl-konzept.ts";
import { LUECKE_CASES } from "./auswahl-luecke.ts";
import { REKONSTRUKTION_CASES } from "./auswahl-rekonstruktion.ts";
import { MUKI_CASES } from "./auswahl-muki.ts";
import { TERMIN_CASES } from "./auswahl-termine.ts";
import { type Case, type Typed, named } from "./auswahl-art.ts";
import { FALL_CASES } from "./auswahl-fall.ts";
import { VERSTAENDIGUNG_CASES } from "./auswahl-verstaendigung.ts";
import { VERWEIS_CASES } from "./auswahl-verweise.ts";
import type { Beendet } from "./beendet.ts";

const neu = { form: () => "/beratungen/neu", action: () => "/beratungen/neu" };
/** What somebody types about a consultation of today, with what is open. */
export const getippteBeratung = ({ stelle }: Beendet, more: Typed = {}) => ({
  am: today(),
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
const teil = (pfad: string) => ({
  form: ({ ids }: Beendet) => `/personen/${ids.andere}/${pfad}`,
  action: ({ ids }: Beendet) => `/personen/${ids.andere}/${pfad}`,
  more: () => ({ _version: "1" }),
});
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

const lagefeld = (column: string, name: string, label: string, liste: string, more: Typed = {}): Case => {
  const path = ({ ids }: Beendet) => `/personen/${ids.person}/${column.split(".")[1]}/neu`;
  return { column, name, label, ...named(liste), form: path, action: path, more: () => more };
};
const lage = [
  lagefeld("kim.aufenthalt.status", "status", "Status", "aufenthaltsstatus"),
  lagefeld("kim.leistung.art", "art", "Leistung", "leistung"),
  lagefeld("kim.leistung.vorher", "vorher", "Leistung davor", "leistung", { art: "sgb2" }),
  lagefeld("kim.werdegang.art", "art", "Worum geht es?", "werdegang"),
];

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
  {
    column: "kim.person.unterkunftsart",
    name: "unterkunftsart",
    label: "Wohnt wie",
    ...named("unterkunftsart"),
    ...teil("herkunft"),
  },
  {
    column: "kim.person.geburtsland",
    name: "geburtsland",
    label: "Geboren in",
    ...named("staatsangehoerigkeit"),
    ...teil("herkunft"),
  },
  {
    column: "kim.person_staat.staat",
    name: "staaten",
    label: "Staatsangehörigkeiten",
    ...named("staatsangehoerigkeit"),
    ...teil("herkunft"),
  },
  {
    column: "kim.person.verstaendigungssprache",
    name: "verstaendigungssprache",
    label: "Gespräch auf",
    ...named("sprache"),
    ...teil("verstaendigung"),
  },
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
  ...FALL_CASES,
  ...MUKI_CASES,
  ...TERMIN_CASES,
  ...VERSTAENDIGUNG_CASES,
  ...VERWEIS_CASES,
  ...EINBUERGERUNG_CASES,
  ...FREIGABE_CASES,
  ...LUECKE_CASES,
  ...REKONSTRUKTION_CASES,
  ...KONZEPT_CASES,
  ...NEUZUWEISUNG_CASES,
  ...lage,
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
