import type { Case } from "./auswahl-art.ts";

/** Where an appointment or a series of hours takes place. */
export const TERMIN_CASES: readonly Case[] = [
  {
    column: "kim.termin.standort_id",
    name: "standort",
    label: "Standort",
    value: ({ standort }) => standort,
    word: () => "Altes Rathaus",
    form: () => "/termine/neu",
    action: () => "/termine/neu",
    more: () => ({ person: "", tag: "heute", beginn: "9:00", dauer: "45" }),
  },
  {
    column: "kim.sprechstunde.standort_id",
    name: "standort",
    label: "Standort",
    value: ({ standort }) => standort,
    word: () => "Altes Rathaus",
    form: () => "/sprechstunden/neu",
    action: () => "/sprechstunden/neu",
    more: () => ({ wochentag: "1", rhythmus: "woche", beginn: "9:00", ende: "12:00", von: "heute" }),
  },
];
