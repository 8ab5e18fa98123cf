import type { Spot } from "../../../platform/sealed-text.ts";

/** What lies sealed of a meeting, under the key of the person. */
const spot = (column: "frage" | "beschreibung" | "protokoll") =>
  ({ table: "kim.fallbesprechung", column }) as const satisfies Spot;
export const FRAGE = spot("frage");
export const BESCHREIBUNG = spot("beschreibung");
export const PROTOKOLL = spot("protokoll");
export const NAME = { table: "kim.fallbesprechung_teilnahme", column: "name" } as const satisfies Spot;
export const STELLE = { table: "kim.fallbesprechung_teilnahme", column: "stelle" } as const satisfies Spot;
