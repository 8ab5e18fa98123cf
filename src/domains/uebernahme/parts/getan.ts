import { notices } from "../../../platform/notices.ts";

export const LIST = "/uebernahmen";
export const WORDS = `${LIST}/woerter`;

export const permission = "uebernahme.schreiben";

/** What the pages of the room say after a change. */
export const getan = notices({
  gespeichert: "Gespeichert.",
  verworfen: "Die Liste ist gelöscht. Es wurde nichts übernommen.",
  geloescht: "Die Datei ist gelöscht. Was übernommen ist, bleibt.",
  zugeordnet: "Gespeichert. Die Zahlen folgen in den nächsten Minuten.",
});
