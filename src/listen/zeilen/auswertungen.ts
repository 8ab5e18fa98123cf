import type { Tabelle, Tabellenentscheidung } from "../erkennen/typen.ts";
import type { Blatt } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { Vergleich, figurenSummen, hauptsache, postenEinzeln, zahlenIn } from "./stellen.ts";

/** Sheets that sum up the others. */
const OVERVIEW =
  /\b(?:gesamt|uebersicht|auswertung|zusammenfassung|summe|summen|total|totals|statistik|overview|summary|jahres\w*|ergebnis\w*|toplam)\b/u;

const ZEILEN = "Die Datei hat dazu einzelne Zeilen; diese Zahlen werden nicht noch einmal gezählt";
const TABELLEN = "Fasst andere Tabellen der Datei zusammen; wird nicht noch einmal gezählt";
const ANDERS =
  "Zählt, was andere Tabellen der Datei auch zählen, kommt aber auf andere Zahlen. Wählen Sie, ob sie zählt oder nur zusammenfasst";

/** `neu`: other days, places or matters; `gleich`: the same again; `anders`: the same ones, with other numbers. */
type Urteil = "neu" | "gleich" | "anders";

/** How a table of sums stands to what others of the file say. */
function urteil(tabelle: Tabelle, blatt: Blatt, verzeichnis: Verzeichnis, vergleich: Vergleich): Urteil {
  const figuren = hauptsache(figurenSummen(tabelle, blatt, verzeichnis), tabelle);
  if (figuren.length === 0) {
    const sums = vergleich.summen();
    return zahlenIn(tabelle, blatt).every((n) => sums.has(n)) ? "gleich" : "anders";
  }
  if (!figuren.some((one) => vergleich.beruehrt(one))) return "neu";
  return figuren.every((one) => vergleich.ergibt(one)) ? "gleich" : "anders";
}

/**
 * Finds tables that repeat what others of the same file say, so that nothing counts twice: sums of the days and Kommunen that
 * single rows are about, and an overview beside the sums it adds up. Where they say something else, nobody knows which is right,
 * and the table waits. A person may decide otherwise.
 */
export function markAuswertungen(
  tabellen: readonly Tabelle[],
  blaetter: readonly Blatt[],
  verzeichnis: Verzeichnis,
  entscheidungen: readonly Tabellenentscheidung[],
): Tabelle[] {
  const decided = new Set(entscheidungen.filter((e) => e.art !== undefined).map((e) => e.tabelle));
  const summen = tabellen.filter(({ art }) => art === "summen");
  if (summen.length === 0) return [...tabellen];
  const blattOf = new Map(blaetter.map((blatt) => [blatt.name, blatt]));
  const on = <T>(tabelle: Tabelle, work: (blatt: Blatt) => readonly T[]): readonly T[] => {
    const blatt = blattOf.get(tabelle.blatt);
    return blatt === undefined ? [] : work(blatt);
  };
  const isOverview = ({ blatt, titel }: Tabelle) =>
    OVERVIEW.test(schluessel(blatt)) || OVERVIEW.test(schluessel(titel.at(-1) ?? ""));
  const einzeln = tabellen.filter(({ art }) => art === "einzeln");
  const rows = new Vergleich(einzeln.flatMap((t) => on(t, (blatt) => postenEinzeln(t, blatt, verzeichnis))));
  const details = summen.filter((tabelle) => !isOverview(tabelle));
  const sums = new Vergleich(
    details.length === summen.length
      ? []
      : details.flatMap((t) => on(t, (blatt) => figurenSummen(t, blatt, verzeichnis))),
  );
  return tabellen.map((tabelle): Tabelle => {
    const blatt = blattOf.get(tabelle.blatt);
    if (tabelle.art !== "summen" || decided.has(tabelle.schluessel) || blatt === undefined) return tabelle;
    const ofRows = einzeln.length === 0 ? "neu" : urteil(tabelle, blatt, verzeichnis, rows);
    if (ofRows !== "neu") return ende(tabelle, ofRows, ZEILEN);
    const ofSums = details.length > 0 && isOverview(tabelle) ? urteil(tabelle, blatt, verzeichnis, sums) : "neu";
    return ofSums === "neu" ? tabelle : ende(tabelle, ofSums, TABELLEN);
  });
}

const ende = (tabelle: Tabelle, urteil: "gleich" | "anders", grund: string): Tabelle =>
  urteil === "gleich" ? { ...tabelle, art: "auswertung", grund } : { ...tabelle, art: "keine", grund: ANDERS };
