import type { Spot } from "../../../platform/sealed-text.ts";

/** The office that is guardian, under the key of the person it is guardian of. */
export const STELLE = { table: "kim.beziehung", column: "stelle" } as const satisfies Spot;
