import { today } from "../../src/platform/clock.ts";
import { type Case, named } from "./auswahl-art.ts";

/** What is chosen in a case, and in what hangs from it. */
export const FALL_CASES: readonly Case[] = [
  {
    column: "kim.dokument.art",
    name: "art",
    label: "Was ist es?",
    ...named("dokumentart"),
    form: ({ ids }) => `/dokumente/${ids.dokument}/bearbeiten`,
    action: ({ ids }) => `/dokumente/${ids.dokument}/bearbeiten`,
    more: () => ({ _version: "1", quelle: "behoerde", am: today() }),
  },
  {
    column: "kim.fall.zugangsweg",
    name: "zugangsweg",
    label: "Wie kam die Person zu Ihnen?",
    ...named("zugangsweg"),
    form: ({ ids }) => `/faelle/neu?person=${ids.person}`,
    action: () => "/faelle/neu",
    more: ({ ids }) => ({ person: ids.person, begonnen: today(), dringlichkeit: "bald" }),
  },
  ...["kim.fall.abschlussgrund", "kim.fall_schritt.abschlussgrund"].map((column): Case => ({
    column,
    name: "abschlussgrund",
    label: "Warum endet der Fall?",
    ...named("abschlussgrund"),
    form: ({ ids }) => `/faelle/${ids.fall}/schritt?nach=abgeschlossen`,
    action: ({ ids }) => `/faelle/${ids.fall}/schritt`,
    more: () => ({ _version: "5", nach: "abgeschlossen", am: today() }),
  })),
  {
    column: "kim.fall_abschluss_feld.handlungsfeld",
    name: "bedarf_felder",
    label: "Wo bleibt Bedarf?",
    ...named("handlungsfeld"),
    form: ({ ids }) => `/faelle/${ids.fall}/abschluss`,
    action: ({ ids }) => `/faelle/${ids.fall}/abschluss`,
    more: () => ({ _version: "5", am: today(), abschlussgrund: "erreicht" }),
  },
  {
    column: "kim.hilfeplan_ziel.handlungsfeld",
    name: "handlungsfeld",
    label: "Worum geht es?",
    ...named("handlungsfeld"),
    form: ({ ids }) => `/faelle/${ids.fall}/hilfeplan/ziel`,
    action: ({ ids }) => `/faelle/${ids.fall}/hilfeplan/ziel`,
    more: () => ({ ziel: "Ich möchte lesen lernen" }),
  },
  {
    column: "kim.verbindung.art",
    name: "art",
    label: "Wer oder was ist es?",
    ...named("netzwerkart"),
    form: ({ ids }) => `/faelle/${ids.fall}/netzwerk/neu`,
    action: ({ ids }) => `/faelle/${ids.fall}/netzwerk/neu`,
    more: () => ({
      name: "Rima",
      staerke: "3",
      richtung: "gegenseitig",
      von: today(),
    }),
  },
  {
    column: "kim.einwilligung.verstaendigung",
    name: "verstaendigung",
    label: "Verständigung",
    ...named("verstaendigung"),
    form: ({ ids }) => `/einwilligungen/${ids.einwilligung}/erlaeutern`,
    action: ({ ids }) => `/einwilligungen/${ids.einwilligung}/erlaeutern`,
    more: () => ({ _version: "1", am: today(), sprache: "de" }),
  },
];
