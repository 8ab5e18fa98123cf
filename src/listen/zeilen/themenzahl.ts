import type { Spalte } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { teile } from "../woerter/mehrere.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** One theme of a cell, and how often it is said to have been. */
export type Themenzahl = { readonly wort: string; readonly n: number };

const VORN = /^(\d{1,3})\s?(?:x|×|mal)\s*(\p{L}.*)$/iu;
const HINTEN = /^(.*\p{L}[^\d]*?)\s*(?:\(?(\d{1,3})\s?(?:x|×|mal)\)?|\((\d{1,3})\)|(?<=\s)(\d{1,3}))$/iu;

function zahlIn(teil: string): Themenzahl & { readonly gesagt: boolean } {
  const front = VORN.exec(teil);
  if (front !== null) return { wort: front[2] ?? "", n: Number(front[1]), gesagt: true };
  // “SGB 2” is a name.
  const back = /^sgb\s/iu.test(teil) ? null : HINTEN.exec(teil);
  return back === null
    ? { wort: teil, n: 1, gesagt: false }
    : { wort: (back[1] ?? "").trim(), n: Number(back[2] ?? back[3] ?? back[4]), gesagt: true };
}

/** The themes of a cell beside a number of consultations, where each has its own, or one by one they come to it; null otherwise. */
export function themenzahlen(text: string, n: number): readonly Themenzahl[] | null {
  const found = teile(text).map(zahlIn);
  const sum = found.reduce((all, one) => all + one.n, 0);
  const each = found.length > 0 && found.every(({ gesagt }) => gesagt);
  return each || (found.length > 1 && sum === n) ? found : null;
}

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
