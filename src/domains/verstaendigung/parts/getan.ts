import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Eingetragen.",
  gespeichert: "Gespeichert.",
  angefragt: "Die Anfrage ist eingetragen. Wer den Pool führt, sieht sie und sucht jemanden.",
  gebucht:
    "Gebucht. Sagen Sie der Person, die mittelt, Tag, Uhrzeit und Ort; um wen es geht, erfährt sie erst im Gespräch.",
  weiter: "Der Schritt ist eingetragen.",
  verliehen: "Das Gerät ist verliehen.",
  zurueck: "Die Rückgabe ist eingetragen.",
  abgerechnet: (n: number) => `${anzahl(n, "Einsatz", "Einsätze")} abgerechnet.`,
  wiederoffen: (n: number) => `${anzahl(n, "Einsatz", "Einsätze")} wieder offen.`,
});
