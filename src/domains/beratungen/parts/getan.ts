import { ID } from "../../../platform/ids.ts";
import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";
import { FORMULAR } from "../queries/beratungen.ts";

export const LIST = "/beratungen";
export const NEW = `${LIST}/neu`;
/** Under which drafts of new consultations are kept. */
export const ENTWURF = { form: FORMULAR, name: "Beratung erfassen", resume: NEW };

/** What the pages of this room say after a change. */
export const getan = notices({
  gespeichert: "Gespeichert.",
  kontakt: "Der Kontakt ist gespeichert.",
  schon: "Dieses Formular haben Sie schon gespeichert. Stimmt etwas nicht, korrigieren Sie es hier.",
  korrektur: "Die Korrektur ist gespeichert. Was vorher galt, steht im Verlauf.",
  rueckzug: "Die Beratung ist zurückgezogen und zählt nicht mehr.",
  aufhebung: "Die Beratung zählt wieder.",
  angeschlossen: "Angeschlossen. Die Gespräche stehen jetzt bei der Person.",
  getrennt: "Zurückgenommen. Die Gespräche stehen wieder ohne Namen da.",
  // After a report that was begun here (luecken/parts/zurueck.ts).
  luecke_gemeldet:
    "Danke. Die Lücke ist gemeldet; was daraus wird, steht unter „Meine Meldungen“ und auf Ihrer Startseite.",
  luecke_bestaetigt:
    "Danke. Ihre Meldung zählt jetzt mit; was daraus wird, steht unter „Meine Meldungen“ und auf Ihrer Startseite.",
  zuviel: {
    kind: "warning",
    text: "Das sind mehr Beratungen, als eine Datei aufnimmt. Grenzen Sie die Liste ein, etwa auf ein Jahr.",
  },
  liste: (n) => `${anzahl(n, "Beratung", "Beratungen")} gespeichert.`,
});

/** The page of a case, where a contact may have been begun. */
export const fallPath = (id: string): string => `/faelle/${id}`;

const SAVED = new RegExp(`^(?:${LIST}/|${NEW}\\?beratung=|${fallPath(ID)}\\?beratung=)?(${ID})`);

/** Where the consultation stands that a sending saved, by the stored answer of it. */
export function savedPath(answer: string): string {
  const id = SAVED.exec(answer)?.[1];
  return id === undefined ? LIST : `${LIST}/${id}`;
}

/** The address that a stored answer leads to. Older versions stored the bare id, or how many a list had. */
export const addressOf = (answer: string): string =>
  answer.startsWith("/") ? answer : getan.after(savedPath(answer), "gespeichert");
