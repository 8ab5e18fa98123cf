import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id out of the address. @throws NotFound when it is none, as for one that nobody has */
export function idOf(visit: Visit, name = "id"): string {
  const id = visit.params[name] ?? "";
  if (!UUID.test(id)) throw new NotFound();
  return id;
}

const DONE = {
  angelegt: "Angelegt.",
  gespeichert: "Gespeichert.",
  rolle: "Die Rolle ist vergeben. Sie gilt ab der nächsten Seite, die aufgerufen wird.",
  rolle_beendet: "Die Rolle endet wie angegeben.",
  deaktiviert: "Der Zugang ist deaktiviert. Offene Sitzungen enden mit der nächsten Anfrage.",
} as const;

const query = z.object({
  getan: z.enum(["angelegt", "gespeichert", "rolle", "rolle_beendet", "deaktiviert"]).optional(),
});

/** The address of a page that says what the last request did. */
export const done = (path: string, what: keyof typeof DONE): string => `${path}?getan=${what}`;

/** The surroundings of a page, with the sentence about what was just done. */
export function frameOf(visit: Visit): Frame {
  const { getan } = readQuery(query, visit.url);
  return getan === undefined ? visit.frame : { ...visit.frame, flash: { kind: "success", text: DONE[getan] } };
}
