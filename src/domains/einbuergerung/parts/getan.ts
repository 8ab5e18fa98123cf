import { notices } from "../../../platform/notices.ts";

export const LIST = "/einbuergerungen";
export const REGELN = "/rechtslage";

/** Where the checklist of a person stands. */
export const checklisteOf = (person: string): string => `/personen/${person}/einbuergerung`;

export const getan = notices({
  begonnen: "Die Einbürgerung ist eingetragen. Der nächste Schritt steht unter „Schritt eintragen“.",
  weiter: "Der Schritt ist eingetragen.",
  zurueckgenommen: "Der letzte Schritt ist zurückgenommen. Er bleibt im Verlauf lesbar.",
});
