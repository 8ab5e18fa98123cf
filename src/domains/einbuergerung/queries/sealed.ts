import type { Spot } from "../../../platform/sealed-text.ts";

/** What was noted on a step, under the key of the person. */
export const NOTIZ = { table: "kim.einbuergerung_schritt", column: "notiz" } as const satisfies Spot;
