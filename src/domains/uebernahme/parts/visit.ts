import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";

export const LIST = "/uebernahmen";
export const WORDS = `${LIST}/woerter`;

export const permission = "uebernahme.schreiben";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id out of the address. @throws NotFound when it is none, as for one that nobody has */
export function idOf(visit: Visit): string {
  const id = visit.params["id"] ?? "";
  if (!UUID.test(id)) throw new NotFound();
  return id;
}

const DONE = {
  gespeichert: "Gespeichert.",
  verworfen: "Die Liste ist gelöscht. Es wurde nichts übernommen.",
  zugeordnet: "Gespeichert. Die Zahlen folgen in den nächsten Minuten.",
} as const;

const query = z.object({ getan: z.enum(["gespeichert", "verworfen", "zugeordnet"]).optional() });

/** The address of a page that says what the last request did. */
export const done = (path: string, what: keyof typeof DONE): string => `${path}?getan=${what}`;

/** The surroundings of a page, with the sentence about what was just done. */
export function frameOf(visit: Visit): Frame {
  const { getan } = readQuery(query, visit.url);
  return getan === undefined ? visit.frame : { ...visit.frame, flash: { kind: "success", text: DONE[getan] } };
}

/** Which part of a long list: `?ab=50` begins with the 51st. */
const place = z.object({ ab: z.coerce.number().int().min(0).max(1_000_000).default(0) });
export const beginOf = (visit: Visit): number => readQuery(place, visit.url).ab;
