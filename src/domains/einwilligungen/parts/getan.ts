import { notices } from "../../../platform/notices.ts";

export const ONE = "/einwilligungen";
export const TEXTE = "/einwilligungstexte";

/** Where the consents of a person stand. */
export const listOf = (person: string): string => `/personen/${person}/einwilligungen`;

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Die Einwilligung ist vorbereitet. Erklären Sie sie, bevor sie gegeben wird.",
  erlaeutert: "Eingetragen: Die Einwilligung ist erklärt.",
  erteilt: "Eingetragen: Die Einwilligung ist erteilt. Ab jetzt darf das Genannte weitergegeben werden.",
  abgelehnt: "Eingetragen: Die Person möchte das nicht. Beraten können Sie weiter wie bisher.",
  eingeschraenkt: "Eingetragen: Die Einwilligung umfasst jetzt weniger.",
  widerrufen: "Eingetragen: Ab jetzt geht auf diese Einwilligung nichts mehr hinaus.",
  beleg: "Das unterschriebene Blatt ist abgelegt.",
  mitgeteilt: "Eingetragen: Der Empfänger weiß vom Widerruf.",
});

export const textGetan = notices({
  begonnen: "Der Entwurf ist gespeichert. Eingewilligt wird in ihn erst, wenn er freigegeben ist.",
  gespeichert: "Gespeichert.",
  freigegeben: "Freigegeben. Ab jetzt wird in diesen Text eingewilligt.",
});
