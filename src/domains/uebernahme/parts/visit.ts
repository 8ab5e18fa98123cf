import { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import { Refused, type Values, readQuery } from "../../../platform/form.ts";
import { notices } from "../../../platform/notices.ts";

export const LIST = "/uebernahmen";
export const WORDS = `${LIST}/woerter`;

export const permission = "uebernahme.schreiben";

/** What the pages of this room say after a change. */
export const getan = notices({
  gespeichert: "Gespeichert.",
  verworfen: "Die Liste ist gelöscht. Es wurde nichts übernommen.",
  zugeordnet: "Gespeichert. Die Zahlen folgen in den nächsten Minuten.",
});

/** Which part of a long list: `?ab=50` begins with the 51st. */
const place = z.object({ ab: z.coerce.number().int().min(0).max(1_000_000).default(0) });
export const beginOf = (visit: Visit): number => readQuery(place, visit.url).ab;

/** Fields of a form that are named by what the list holds. @throws Refused for one that no such form has */
export function refuseUnknownFields(sent: Values, known: RegExp): void {
  const unknown = Object.keys(sent).find((name) => !known.test(name));
  if (unknown !== undefined) throw new Refused(`Unbekanntes Feld im Formular: ${unknown.slice(0, 40)}.`);
}
