import type { Spot } from "../../../platform/sealed-text.ts";

/** The texts of a plan. All lie under the key of the person, as those of the case do. */
export const BEMERKUNG = { table: "kim.hilfeplan", column: "bemerkung" } as const satisfies Spot;
export const ZIEL = { table: "kim.hilfeplan_ziel", column: "ziel" } as const satisfies Spot;
export const WAS = { table: "kim.hilfeplan_schritt", column: "was" } as const satisfies Spot;
export const WER_NAME = { table: "kim.hilfeplan_schritt", column: "wer_name" } as const satisfies Spot;
export const RUECKBLICK = { table: "kim.hilfeplan_bewertung", column: "bemerkung" } as const satisfies Spot;
