import { notices } from "../../../platform/notices.ts";

export const LIST = "/rekonstruktionen";
export const STATION = `${LIST}/station`;

/** What the pages of the room say after a change. */
export const getan = notices({
  begonnen: "Begonnen. Tragen Sie ein, welche Stellen am Tisch sitzen, dann beginnt die Arbeit.",
  gespeichert: "Gespeichert.",
  aufgenommen: "Aufgenommen.",
  ausgeschieden: "Herausgenommen. Was geschrieben ist, bleibt.",
  weiter: "Der Schritt ist eingetragen.",
  station: "Die Station ist eingetragen.",
  verschoben: "Die Station steht jetzt an ihrer neuen Stelle.",
  heraus: "Die Station ist herausgenommen. Unten können Sie sie zurückholen.",
  zurueck: "Die Station ist wieder da.",
  fall: "Ihr Fall zählt jetzt mit. Welcher es ist, steht nur in seiner Akte.",
  fall_heraus: "Ihr Fall zählt nicht mehr mit.",
  zugeordnet: "Die Station spricht jetzt für diese Systemlücke, und ihre Fälle zählen dort, jeder einmal.",
  zurueckgenommen: "Zurückgenommen. Für die Systemlücke zählt die Station nicht mehr.",
  luecke: "Gemeldet. Alle aus der Gruppe, die sich bei KIM anmelden, lesen unter „Meine Meldungen“, was daraus wird.",
});
