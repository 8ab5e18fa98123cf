import { notices } from "../../../platform/notices.ts";

export const LIST = "/berichte";
export const VORLAGEN = `${LIST}/vorlagen`;

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Der Entwurf ist angelegt. Prüfen Sie Zahlen und Texte.",
  gespeichert: "Gespeichert.",
  kapitel: "Das Kapitel ist hinzugefügt. Schreiben Sie seinen Text.",
  vorlage: "Die Vorlage ist gespeichert.",
  word: "Die Word-Datei ist geprüft und gespeichert.",
  ohneword: "Die Vorlage hat keine Word-Datei mehr.",
  geordnet: "Die Reihenfolge ist gespeichert.",
  entfernt: "Das Kapitel ist entfernt.",
  freigegeben: "Der Bericht ist freigegeben. Er ändert sich nicht mehr.",
  verworfen: "Der Entwurf ist verworfen.",
});
