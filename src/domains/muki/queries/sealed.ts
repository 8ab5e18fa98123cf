import type { Spot } from "../../../platform/sealed-text.ts";

/** Where a child goes, under the child's own key. */
export const KITA = { table: "kim.delfin", column: "kita" } as const satisfies Spot;
