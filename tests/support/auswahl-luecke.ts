import { type Case, named } from "./auswahl-art.ts";
import type { Beendet } from "./beendet.ts";

const typed = ({ stelle }: Beendet) => ({
  handlungsfeld: "sprache",
  satz: "Es fehlt ein Kurs.",
  kommunen: [stelle.ags[0]],
});
const vorlage = { form: () => "/gremien/vorlagen/neu", action: () => "/gremien/vorlagen" };
const form = () => "/luecken/neu";
const action = () => "/luecken";

/** What a reported gap keeps of lists. */
export const LUECKE_CASES: readonly Case[] = [
  {
    column: "kim.luecke.handlungsfeld",
    name: "handlungsfeld",
    label: "Handlungsfeld",
    ...named("handlungsfeld"),
    form,
    action,
    more: typed,
  },
  {
    column: "kim.luecke.rechtskreis",
    name: "rechtskreis",
    label: "Rechtskreis",
    ...named("rechtskreis"),
    form,
    action,
    more: typed,
  },
  {
    column: "kim.vorlage.handlungsfeld",
    name: "handlungsfeld",
    label: "Handlungsfeld",
    ...named("handlungsfeld"),
    ...vorlage,
    who: "office",
    more: () => ({ titel: "Räume gemeinsam nutzen" }),
  },
  {
    column: "kim.luecke_meldung_kommune.ags",
    name: "kommunen",
    label: "In welchen Kommunen?",
    value: ({ kommune }) => kommune,
    word: () => "Alfter",
    form,
    action,
    more: typed,
  },
];
