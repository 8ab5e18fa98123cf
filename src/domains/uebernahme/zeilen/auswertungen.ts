import type { Tabelle, Tabellenentscheidung } from "../erkennen/typen.ts";
import { schluessel } from "../woerter/schluessel.ts";

/** Sheets that sum up the others. */
const OVERVIEW =
  /\b(?:gesamt|uebersicht|auswertung|zusammenfassung|summe|summen|total|totals|statistik|overview|summary|jahres\w*|ergebnis\w*|toplam)\b/u;

/**
 * Finds tables that repeat what others of the same file say, so that nothing counts twice: sums beside single rows, and an
 * overview beside the sums it adds up. A person may decide otherwise.
 */
export function markAuswertungen(
  tabellen: readonly Tabelle[],
  entscheidungen: readonly Tabellenentscheidung[],
): Tabelle[] {
  const decided = new Set(entscheidungen.filter((e) => e.art !== undefined).map((e) => e.tabelle));
  const single = tabellen.some(({ art }) => art === "einzeln");
  const isOverview = ({ blatt, titel }: Tabelle) =>
    OVERVIEW.test(schluessel(blatt)) || OVERVIEW.test(schluessel(titel.at(-1) ?? ""));
  const summen = tabellen.filter(({ art }) => art === "summen");
  const details = summen.filter((tabelle) => !isOverview(tabelle));
  return tabellen.map((tabelle): Tabelle => {
    if (tabelle.art !== "summen" || decided.has(tabelle.schluessel)) return tabelle;
    if (single)
      return {
        ...tabelle,
        art: "auswertung",
        grund: "Die Datei hat auch einzelne Zeilen; diese Zahlen werden nicht noch einmal gezählt",
      };
    return isOverview(tabelle) && details.length > 0
      ? {
          ...tabelle,
          art: "auswertung",
          grund: "Fasst andere Tabellen der Datei zusammen; wird nicht noch einmal gezählt",
        }
      : tabelle;
  });
}
