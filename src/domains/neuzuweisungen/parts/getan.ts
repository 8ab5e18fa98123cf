import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

export const LIST = "/neuzuweisungen";
export const ANNEHMEN = `${LIST}/annehmen`;
export const STAPEL = `${LIST}/stapel`;
export const ZEILEN = `${LIST}/zeilen`;
export const ABGEBEN = `${LIST}/abgeben`;
export const VERTEILEN = `${LIST}/verteilen`;
export const KARTE = `${LIST}/karte`;
export const UNTERKUENFTE = "/unterkuenfte";

/** What the pages of the room say after a change. */
export const getan = notices({
  angenommen: "Die Liste ist angenommen. Sehen Sie unten nach, was wartet, und geben Sie ab, was andere übernehmen.",
  zurueckgenommen: "Der Stapel ist zurückgenommen; von der Liste ist nichts mehr da.",
  aufgenommen: "Die Zeile ist als Haushalt aufgenommen.",
  verworfen: "Die Zeile ist verworfen.",
  weiter: "Der Schritt ist eingetragen.",
  zurueck: "Der letzte Schritt ist zurückgenommen. Er bleibt im Verlauf lesbar.",
  zusammen: "Die Haushalte sind zusammengelegt. War es ein Versehen, nehmen Sie es unten im Verlauf zurück.",
  getrennt: "Der Haushalt ist getrennt; das ist der neue. Zurücknehmen lässt es sich im Verlauf des anderen.",
  gespeichert: "Gespeichert.",
  gespraech: "Das Gespräch ist als eine Beratung für alle erfasst. Die Akten finden Sie unten.",
  abgegeben: (n: number) =>
    n === 0
      ? "Daran war nichts zu ändern."
      : `${anzahl(n, "Haushalt hat", "Haushalte haben")} jetzt eine andere Zuständige.`,
});

/** What the pages of the places say after a change. */
export const ortGetan = notices({
  angelegt: "Die Unterkunft ist eingetragen.",
  gespeichert: "Gespeichert.",
});
