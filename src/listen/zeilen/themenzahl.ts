import type { Spalte } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { teile } from "../woerter/mehrere.ts";
import { themenzahlen } from "../woerter/themenzahlen.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** What a case is mostly about is not what each of its consultations was about. */
const HAUPTTHEMA = /haupt|schwerpunkt|wichtigst|überwiegend/iu;
const NUR_EINES = "Hier steht ein Thema für mehrere Beratungen. Ging es jedes Mal darum?";

/** In a tally whose rows name the theme of each consultation, a single one beside a larger number may be of one or of all. */
export class Themenlisten {
  private readonly themen: readonly Spalte[];
  private readonly anzahl: Spalte | undefined;

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const anzahl = spalten.find(({ bedeutung }) => bedeutung === "anzahl");
    const themen = anzahl === undefined ? [] : spalten.filter(({ bedeutung }) => bedeutung === "thema");
    const listed = rows.some(({ zellen }) => {
      const n = zaehlwert(zellen[anzahl?.index ?? -1]) ?? 0;
      return n > 1 && themen.some(({ index }) => themenzahlen(zellText(zellen[index]), n) !== null);
    });
    this.anzahl = anzahl;
    this.themen = themen.filter(({ wort }) => listed || HAUPTTHEMA.test(wort));
  }

  an(cells: readonly Zelle[]): Problem | null {
    const n = zaehlwert(cells[this.anzahl?.index ?? -1]) ?? 0;
    for (const spalte of n > 1 ? this.themen : []) {
      const zelle = cells[spalte.index] ?? null;
      const text = zellText(zelle);
      if (text !== "" && teile(text).length === 1 && themenzahlen(text, n) === null)
        return { ...problem(spalte, zelle, NUR_EINES), doch: true };
    }
    return null;
  }
}
