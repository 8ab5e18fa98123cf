import { anzahl } from "../../../platform/words.ts";
import { notices } from "../../../platform/notices.ts";

export const LIST = "/uebernahmen";
export const WORDS = `${LIST}/woerter`;

export const LESART = `${LIST}/so-liest-kim`;
export const DECIDED = `${WORDS}/entschieden`;

export const permission = "uebernahme.schreiben";

/** What the pages of the room say after a change. */
export const getan = notices({
  gespeichert: "Gespeichert.",
  verworfen: "Die Liste ist gelöscht. Es wurde nichts übernommen.",
  geloescht: "Die Datei ist gelöscht. Was übernommen ist, bleibt.",
  geaendert: "Gespeichert. Die Zahlen folgen in den nächsten Minuten.",
  woerter: (n) =>
    n === 0
      ? "Kein neues Wort: Alles aus der Datei ist schon entschieden oder hat einen Kode, den es hier nicht gibt."
      : `${anzahl(n, "Wort", "Wörter")} übernommen. Was hier schon entschieden war, ist geblieben.`,
  zugeordnet: "Gespeichert. Die Zahlen folgen in den nächsten Minuten.",
});
