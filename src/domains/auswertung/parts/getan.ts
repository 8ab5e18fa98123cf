import { notices } from "../../../platform/notices.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";

export const PATH = "/auswertung";
export const FRAGEN = `${PATH}/fragen`;
export const LIEFERUNG = `${PATH}/lieferung`;
export const LAST = `${PATH}/auslastung`;
export const EINRICHTEN = `${PATH}/einrichten`;

/** A period in an address, kept for the chosen Träger. */
export function queryOf(zeitraum: Zeitraum, traegerId: string | undefined): string {
  const words = new URLSearchParams({ von: zeitraum.von.slice(0, 7), bis: zeitraum.bis.slice(0, 7) });
  if (traegerId !== undefined) words.set("traeger", traegerId);
  return `?${words.toString()}`;
}

/** What the pages of the room say after a change. */
export const getan = notices({
  gemeldet: "Gemeldet.",
  zurueckgenommen: "Die Meldung ist zurückgenommen.",
  gespeichert: "Gespeichert.",
  eingetragen: (n: number) => `${n === 1 ? "Eine Einwohnerzahl ist" : `${n} Einwohnerzahlen sind`} eingetragen.`,
});
