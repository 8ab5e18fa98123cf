import { notices } from "../../../platform/notices.ts";

export const LIST = "/stellen";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Die Stelle ist angelegt.",
  gespeichert: "Gespeichert.",
  besetzt: "Die Besetzung ist eingetragen.",
  beendet: "Die Besetzung endet wie angegeben.",
  entfernt: "Entfernt.",
  begruendet: "Der Grund der Vakanz ist eingetragen.",
});
