import { notices } from "../../../platform/notices.ts";

export const FAELLE = "/faelle";
export const assessmentPath = (fallId: string): string => `${FAELLE}/${fallId}/assessment`;
export const netzwerkPath = (fallId: string): string => `${FAELLE}/${fallId}/netzwerk`;
export const BEREICH = `${FAELLE}/lebensbereich`;
export const TAG = `${FAELLE}/assessment`;
export const VERBINDUNG = `${FAELLE}/verbindung`;

/** Why somebody opens a case here; the purposes of the access log. */
export const ZWECK = { assessment: "assessment", netzwerk: "netzwerk" } as const;

/** What the pages of the room say after a change. */
export const getan = notices({
  begonnen: "Das Assessment ist begonnen. Fangen Sie an, wo Sie möchten, und lassen Sie aus, was nicht passt.",
  gespeichert: "Gespeichert.",
  entfernt: "Das leere Assessment ist entfernt.",
  eingetragen: "Auf der Karte eingetragen.",
  geaendert: "Die Änderung ist eingetragen. Wie es davor war, zeigt die Karte unter „Stand“.",
  geloescht: "Der Eintrag ist von der Karte gelöscht.",
});
