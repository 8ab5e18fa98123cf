import type { Spot } from "../../../platform/sealed-text.ts";

/** The texts of a consent and of its steps. All lie under the key of the person. */
export const EMPFAENGER_NAME = { table: "kim.einwilligung", column: "empfaenger" } as const satisfies Spot;
export const ZEUGE = { table: "kim.einwilligung", column: "zeuge" } as const satisfies Spot;
export const UNTERSCHRIFT = { table: "kim.einwilligung", column: "unterschrift" } as const satisfies Spot;
export const GRUND = { table: "kim.einwilligung_schritt", column: "grund" } as const satisfies Spot;
