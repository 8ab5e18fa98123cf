import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

export const LIST = "/verweise";
export const ORGANISATIONEN = "/organisationen";
export const ANGEBOTE = "/angebote";

/** Where the referrals of a person stand. */
export const listOf = (person: string): string => `/personen/${person}/verweise`;

/** What the pages of referrals say after a change. */
export const getan = notices({
  angelegt: "Der Verweis ist eingetragen. Den Zettel für die Person gibt es unten.",
  gespeichert: "Gespeichert.",
  weiter: "Das Ergebnis ist eingetragen.",
  zurueck: "Der letzte Schritt ist zurückgenommen. Er bleibt im Verlauf lesbar.",
  eingetragen: (n: number) =>
    n === 0 ? "Nichts war gewählt, nichts ist geändert." : `${anzahl(n, "Ergebnis", "Ergebnisse")} eingetragen.`,
});

/** What the pages of organisations say after a change. */
export const stellenGetan = notices({
  angelegt: "Die Organisation ist eingetragen. Angebote fügen Sie unten hinzu.",
  gespeichert: "Gespeichert.",
  angebot: "Das Angebot ist eingetragen.",
  eingelesen: (n: number) => `${anzahl(n, "Organisation", "Organisationen")} aus der Datei eingetragen.`,
});
