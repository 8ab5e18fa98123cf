import { type Case, named } from "./auswahl-art.ts";

/** What a chapter of a concept keeps of lists. */
export const KONZEPT_CASES: readonly Case[] = [
  {
    column: "kim.konzept_kapitel.handlungsfeld",
    name: "handlungsfelder",
    label: "Handlungsfelder",
    ...named("handlungsfeld"),
    form: () => "/konzept/neu",
    action: () => "/konzept",
    who: "office",
    more: () => ({ titel: "Konzept", zeitraum: "2025-01-01_2025-12-31" }),
  },
];
