import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { NotFound, Refused, type Values, readQuery } from "../../../platform/form.ts";
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

const shownDone = z.object({ getan: z.enum(["gespeichert", "verworfen", "zugeordnet"]).optional() });

/** The address of a page that says what the last request did. */
export function done(path: string, what: keyof typeof DONE): string {
  const [address = "", search = ""] = path.split("?");
  const query = new URLSearchParams(search);
  query.set("getan", what);
  return `${address}?${query.toString()}`;
}

/** The surroundings of a page, with the sentence about what was just done. */
export function frameOf(visit: Visit): Frame {
  const { getan } = readQuery(shownDone, visit.url);
  return getan === undefined ? visit.frame : { ...visit.frame, flash: { kind: "success", text: DONE[getan] } };
}

/** Which part of a long list: `?ab=50` begins with the 51st. */
const place = z.object({ ab: z.coerce.number().int().min(0).max(1_000_000).default(0) });
export const beginOf = (visit: Visit): number => readQuery(place, visit.url).ab;

/** Fields of a form that are named by what the list holds. @throws Refused for one that no such form has */
export function refuseUnknownFields(sent: Values, known: RegExp): void {
  const unknown = Object.keys(sent).find((name) => !known.test(name));
  if (unknown !== undefined) throw new Refused(`Unbekanntes Feld im Formular: ${unknown.slice(0, 40)}.`);
}
