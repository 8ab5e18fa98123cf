import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { notices } from "../../../platform/notices.ts";

export const LIST = "/berichte";

/** What the pages of this room say after a change. */
export const getan = notices({
  angelegt: "Der Entwurf ist angelegt. Prüfen Sie Zahlen und Texte.",
  gespeichert: "Gespeichert.",
  freigegeben: "Der Bericht ist freigegeben. Er ändert sich nicht mehr.",
  verworfen: "Der Entwurf ist verworfen.",
});

export const maySchreiben = (visit: Visit): boolean => may(visit.actor, "bericht.schreiben");

export const mayFreigeben = (visit: Visit): boolean => may(visit.actor, "bericht.freigeben");
