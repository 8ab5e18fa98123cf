import type { Spot } from "../../../platform/sealed-text.ts";

/** The texts of a case and of its steps. All lie under the key of the person: who is erased, of whom nothing is left here. */
export const ANLIEGEN = { table: "kim.fall", column: "anliegen" } as const satisfies Spot;
export const WEITERES_WER = { table: "kim.fall", column: "weiteres_wer" } as const satisfies Spot;
export const GRUND = { table: "kim.fall_schritt", column: "grund" } as const satisfies Spot;

export const BEDARF = { table: "kim.fall_abschluss", column: "bedarf" } as const satisfies Spot;
export const LUECKE = { table: "kim.fall_abschluss", column: "luecke" } as const satisfies Spot;
export const WER = { table: "kim.vereinbarung", column: "wer" } as const satisfies Spot;
export const WAS = { table: "kim.vereinbarung", column: "was" } as const satisfies Spot;
