import type { Spot } from "../../../platform/sealed-text.ts";

/** What lies sealed of a Frist, under the key of the person. */
export const TITEL = { table: "kim.frist", column: "titel" } as const satisfies Spot;
export const GRUND = { table: "kim.frist_schritt", column: "grund" } as const satisfies Spot;
