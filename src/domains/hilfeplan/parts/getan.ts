import { notices } from "../../../platform/notices.ts";
import { zahl } from "../../../platform/words.ts";

export const CASES = "/faelle";
export const planPath = (fallId: string): string => `${CASES}/${fallId}/hilfeplan`;
export const zielPath = (zielId: string): string => `/hilfeplan/ziele/${zielId}`;

/** What the pages of the room say after a change. */
export const getan = notices({
  begonnen: "Der Entwurf ist begonnen.",
  ziel: "Das Ziel steht im Entwurf.",
  gespeichert: "Gespeichert.",
  entfernt: "Das Ziel ist aus dem Entwurf genommen.",
  verworfen: "Der Entwurf ist verworfen. Was vereinbart war, gilt weiter.",
  vereinbart: "Der Plan ist vereinbart. Diese Fassung ändert sich nicht mehr.",
  stand: (n) => (n === 1 ? "Ein Schritt ist neu eingetragen." : `${zahl(n)} Schritte sind neu eingetragen.`),
  unveraendert: "Es hat sich nichts geändert; alle Schritte waren schon so eingetragen.",
  bewertet: "Der Rückblick ist eingetragen.",
});
