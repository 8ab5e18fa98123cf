import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";

export const LIST = "/stellen";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id out of the address. @throws NotFound when it is none, as for one that nobody has */
export function idOf(visit: Visit, name = "id"): string {
  const id = visit.params[name] ?? "";
  if (!UUID.test(id)) throw new NotFound();
  return id;
}

const DONE = {
  angelegt: "Die Stelle ist angelegt.",
  gespeichert: "Gespeichert.",
  besetzt: "Die Besetzung ist eingetragen.",
  beendet: "Die Besetzung endet wie angegeben.",
  entfernt: "Entfernt.",
  begruendet: "Der Grund der Vakanz ist eingetragen.",
} as const;

const query = z.object({
  getan: z.enum(["angelegt", "gespeichert", "besetzt", "beendet", "entfernt", "begruendet"]).optional(),
});

/** The address of a page that says what the last request did. */
export const done = (path: string, what: keyof typeof DONE): string => `${path}?getan=${what}`;

/** The surroundings of a page, with the sentence about what was just done. */
export function frameOf(visit: Visit): Frame {
  const { getan } = readQuery(query, visit.url);
  return getan === undefined ? visit.frame : { ...visit.frame, flash: { kind: "success", text: DONE[getan] } };
}

export const maySchreiben = (visit: Visit): boolean => may(visit.actor, "stelle.schreiben");

export const mayNamen = (visit: Visit): boolean => may(visit.actor, "stelle.namen_lesen");
