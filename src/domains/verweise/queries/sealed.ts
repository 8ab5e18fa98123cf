import type { Spot } from "../../../platform/sealed-text.ts";

/** What is needed, and what was noted on a step; both under the key of the person. */
export const BEDARF = { table: "kim.verweis", column: "bedarf" } as const satisfies Spot;
export const NOTIZ = { table: "kim.verweis_schritt", column: "notiz" } as const satisfies Spot;
