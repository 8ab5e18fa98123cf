import { notices } from "../../../platform/notices.ts";

export const LIST = "/luecken";
export const TAFEL = `${LIST}/tafel`;
export const MEINE = `${LIST}/meine`;

/** What the pages of the room say after a change. */
export const getan = notices({
  gemeldet: "Danke. Die Lücke ist gemeldet; was daraus wird, steht hier und auf Ihrer Startseite.",
  bestaetigt: "Danke. Ihre Meldung zählt jetzt mit; was daraus wird, steht hier und auf Ihrer Startseite.",
  luecke_gemeldet:
    "Danke. Die Lücke ist gemeldet; was daraus wird, steht unter „Meine Meldungen“ und auf Ihrer Startseite.",
  luecke_bestaetigt:
    "Danke. Ihre Meldung zählt jetzt mit; was daraus wird, steht unter „Meine Meldungen“ und auf Ihrer Startseite.",
  weiter: "Der Schritt ist eingetragen. Wer gemeldet hat, liest davon.",
  zusammengefuehrt: "Zusammengeführt: Die Meldungen zählen jetzt hier. Trennen können Sie sie unten wieder.",
  getrennt: "Wieder getrennt. Die Lücke steht, wo sie vorher stand.",
  zurueckgezogen: "Ihre Meldung ist zurückgezogen.",
  gelesen: "Alles gelesen.",
  mail: "Gespeichert.",
  geantwortet: "Danke. Ihre Antwort zählt; von wem sie ist, sieht niemand.",
});
