import type { Spot } from "../../../platform/sealed-text.ts";

/** Where texts of this room lie, all of them under the key of the person. */
export const NOTIZ = { table: "kim.aufenthalt", column: "notiz" } as const satisfies Spot;
export const UNTERLAGEN = { table: "kim.leistung", column: "unterlagen" } as const satisfies Spot;
export const WAS = { table: "kim.werdegang", column: "was" } as const satisfies Spot;
export const ANGABEN = { table: "kim.schutzbedarf", column: "angaben" } as const satisfies Spot;
export const WERTE = { table: "kim.lage_fassung", column: "werte" } as const satisfies Spot;
