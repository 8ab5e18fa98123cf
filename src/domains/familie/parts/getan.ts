import { notices } from "../../../platform/notices.ts";

/** What the pages of this room say after a change. */
export const getan = notices({
  ergaenzt: "Die Familie ist ergänzt.",
  geaendert: "Gespeichert.",
  entfernt: "Die Beziehung ist entfernt.",
  haushalt: "Wer zusammenlebt, ist gespeichert.",
});

/** The family as it is seen from a person. */
export const familiePath = (person: string): string => `/personen/${person}/familie`;
