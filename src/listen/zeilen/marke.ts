import type { Bedeutung, Tabelle } from "../erkennen/typen.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";

/** Columns that say when, or count, or nothing that tells one row of figures from another. */
const OHNE_UNTERSCHIED = new Set<Bedeutung>([
  ...(["datum", "bis", "monat", "woche", "jahr", "anzahl", "kreuz", "summe", "personenzahl", "dauer"] as const),
  ...(["notiz", "nummer", "neuzuweisung"] as const),
]);

/** What a row of figures is about besides its time: its words, those above it (`oben`), and whose sheet it stands in. */
export function markeVon(cells: readonly Zelle[], { spalten, kontext, blatt }: Tabelle, oben = ""): string {
  const words = spalten.flatMap(({ index, bedeutung }) => {
    const zelle = cells[index] ?? null;
    return zelle === null || OHNE_UNTERSCHIED.has(bedeutung) || zahlVon(zelle) !== undefined
      ? []
      : schluessel(zellText(zelle));
  });
  return [kontext.blattname === "beratend" ? blatt : "", oben, ...words].join("\n");
}
