import { type Case, named } from "./auswahl-art.ts";
import type { Beendet } from "./beendet.ts";

const HAUS = { value: ({ standort }: Beendet) => standort, word: () => "Altes Rathaus" };
const termin = {
  form: () => "/termine/neu",
  action: () => "/termine/neu",
  more: () => ({ person: "", tag: "heute", beginn: "9:00", dauer: "45" }),
};
const besprechung = {
  form: ({ ids }: Beendet) => `/fallbesprechungen/neu?fall=${ids.fall}`,
  action: () => "/fallbesprechungen",
  more: ({ ids }: Beendet) => ({ fall: ids.fall, art: "besprechung", am: "heute", frage: "Was noch?" }),
};
const einsatz = {
  form: () => "/sprachmittlungen/neu",
  action: () => "/sprachmittlungen/neu",
  more: () => ({ sprache: "ar", weg: "vor_ort", tag: "heute", beginn: "9:00", dauer: "60" }),
};
const geraet = {
  form: () => "/uebersetzungsgeraete/neu",
  action: () => "/uebersetzungsgeraete/neu",
  more: ({ stelle }: Beendet) => ({ name: "Gerät 1", zustand: "bereit", standort: stelle.standortId }),
} as const;

/** How people understood each other, who interprets, devices. */
export const VERSTAENDIGUNG_CASES: readonly Case[] = [
  { column: "kim.termin.sprache", name: "sprache", label: "Sprache", ...named("sprache"), ...termin },
  {
    column: "kim.termin.verstaendigung",
    name: "verstaendigung",
    label: "Verständigung",
    ...named("verstaendigung"),
    ...termin,
  },
  { column: "kim.fallbesprechung.sprache", name: "sprache", label: "Sprache", ...named("sprache"), ...besprechung },
  {
    column: "kim.fallbesprechung.verstaendigung",
    name: "verstaendigung",
    label: "Verständigung",
    ...named("verstaendigung"),
    ...besprechung,
  },
  { column: "kim.sprachmittlung.sprache", name: "sprache", label: "Sprache", ...named("sprache"), ...einsatz },
  { column: "kim.sprachmittlung.standort_id", name: "standort", label: "Standort", ...HAUS, ...einsatz },
  {
    column: "kim.sprachmittler_sprache.sprache",
    name: "sprachen",
    label: "Sprachen",
    ...named("sprache"),
    form: () => "/sprachmittelnde/neu",
    action: () => "/sprachmittelnde/neu",
    more: () => ({ name: "Sina Beispiel", geschlecht: "weiblich", art: "honorar" }),
  },
  { column: "kim.uebersetzungsgeraet.standort_id", name: "standort", label: "Standort", ...HAUS, ...geraet },
  {
    column: "kim.uebersetzungsgeraet_sprache.sprache",
    name: "sprachen",
    label: "Sprachen",
    ...named("sprache"),
    ...geraet,
  },
];
