import { notices } from "../../../platform/notices.ts";

export const ANRUFE = "/telefonsprechstunde";
export const DELFIN = "/delfin";
export const PLAETZE = `${DELFIN}/plaetze`;

/** What the pages of the room say after a change. */
export const getan = notices({
  anruf: "Der Anruf ist erfasst. Er zählt als eine Beratung.",
  gespeichert: "Gespeichert.",
  begonnen: "Das Kind steht jetzt bei DELFIN 4.",
  weiter: "Der Schritt ist eingetragen.",
  plaetze: "Die Plätze sind gespeichert.",
});
