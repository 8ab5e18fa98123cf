import type { Spot } from "../../../platform/sealed-text.ts";

/** Both lie under the key of the person. */
export const TITEL = { table: "kim.dokument", column: "titel" } as const satisfies Spot;
export const SCHLUESSEL = { table: "kim.dokument", column: "schluessel" } as const satisfies Spot;
/** Where the pieces of a document are at home. */
export const stueckOrt = (kreis: string, id: string) => ({
  kreis,
  table: "kim.dokument_stueck",
  row: id,
  column: "inhalt",
});
