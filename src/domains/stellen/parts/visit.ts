import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { notices } from "../../../platform/notices.ts";

export const LIST = "/stellen";

/** What the pages of this room say after a change. */
export const getan = notices({
  angelegt: "Die Stelle ist angelegt.",
  gespeichert: "Gespeichert.",
  besetzt: "Die Besetzung ist eingetragen.",
  beendet: "Die Besetzung endet wie angegeben.",
  entfernt: "Entfernt.",
  begruendet: "Der Grund der Vakanz ist eingetragen.",
});

export const maySchreiben = (visit: Visit): boolean => may(visit.actor, "stelle.schreiben");

export const mayNamen = (visit: Visit): boolean => may(visit.actor, "stelle.namen_lesen");
