import { zahl } from "../../../../platform/words.ts";
import type { Grundlage, Namen } from "../grundlage.ts";
import { type Block, type Tabelle, absatz } from "../papier.ts";
import { rangfolge, summe } from "../rangfolge.ts";
import { kindDolmetschtSatz } from "../saetze.ts";
import { anteil, gross, zahlwort } from "../sprache.ts";

/** Counts of one trait of single consultations. Those without an answer are told below, not hidden and not shared in. */
function merkmal(counts: Readonly<Record<string, number>>, namen: Namen, titel: string, word: string): Block[] {
  const without = counts[""] ?? 0;
  const ranks = rangfolge({ ...counts, "": 0 }, namen);
  const told = summe(counts) - without;
  if (told === 0) return [];
  const tabelle: Tabelle = {
    art: "tabelle",
    titel,
    summe: true,
    spalten: [
      { titel: word },
      {
        titel: "Beratungen",
        zahl: true,
      },
      {
        titel: "Anteil",
        zahl: true,
      },
    ],
    zeilen: [
      ...ranks.map((r) => [gross(r.name), zahl(r.wert), anteil(r.wert, told)]),
      ["Zusammen", zahl(told), anteil(told, told)],
    ],
    anmerkungen: [
      without === 0
        ? "Grundlage sind die einzeln dokumentierten Beratungen."
        : `Grundlage sind die einzeln dokumentierten Beratungen mit Angabe; zu ${without === 1 ? "einer weiteren" : `${zahlwort(without)} weiteren`} fehlt sie.`,
    ],
  };
  return [tabelle];
}

/** What came of it, and where people were referred to. */
export const ergebnisBloecke = ({ kennzahlen, namen }: Grundlage): Block[] =>
  merkmal(kennzahlen.merkmale.ergebnis, namen.ergebnis, "Ergebnisse und Vermittlungen", "Ergebnis");

/** How people understood each other. */
export function verstaendigungBloecke({ kennzahlen, namen }: Grundlage): Block[] {
  const counts = kennzahlen.merkmale.verstaendigung;
  const table = merkmal(counts, namen.verstaendigung, "Verständigung in den Beratungen", "Verständigung");
  const child = kindDolmetschtSatz(counts["kind_dolmetscht"] ?? 0);
  return table.length === 0 || child === "" ? table : [...table, absatz(child)];
}
