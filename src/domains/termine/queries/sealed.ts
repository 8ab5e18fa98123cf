import type { Spot } from "../../../platform/sealed-text.ts";

/** What lies sealed of an appointment: under the key of its person, without one under that of the Träger. */
export const BETREFF = { table: "kim.termin", column: "betreff" } as const satisfies Spot;
export const GRUND = { table: "kim.termin_schritt", column: "grund" } as const satisfies Spot;
