import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

/** What the pages of this room say after a change. */
export const getan = notices({
  gespeichert: "Gespeichert.",
  schon: "Dieses Formular haben Sie schon gespeichert. Stimmt etwas nicht, korrigieren Sie es hier.",
  korrektur: "Die Korrektur ist gespeichert. Was vorher galt, steht im Verlauf.",
  rueckzug: "Die Beratung ist zurückgezogen und zählt nicht mehr.",
  aufhebung: "Die Beratung zählt wieder.",
  liste: (n) => `${anzahl(n, "Beratung", "Beratungen")} gespeichert.`,
});
