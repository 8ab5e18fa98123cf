import { isTagwert } from "../erkennen/kopfzeile.ts";
import type { Spalte } from "../erkennen/typen.ts";
import { type Blattzeile, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Heads of a number that a consultation has, and not a person or case. */
const DER_BERATUNG =
  /^(?:beratung|beratungs|kontakt|gespraech|gespraechs|vorgang|vorgangs|vorg|termin) ?(?:nr|nummer|id)$/;
const STORNO = /(?:storno|storniert|aufgehoben|ersetzt)\s+(?:von\s+)?nr\.?\s*(\d{1,6})(?!\d)/iu;
const JAHR = /(?<!\d)(20[1-4]\d)(?!\d)/u;

const isNummer = ({ bedeutung, wort }: Spalte): boolean =>
  bedeutung === "nummer" || /^(?:nr|lfd nr|nummer|id)$/.test(schluessel(wort));

/** Rows of which others say that they are the same consultation, or none; and rows whose year is none of their neighbours'. */
export class Nummern {
  private readonly probleme = new Map<number, Problem>();

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[], heute: string | null) {
    this.gleiche(spalten, rows);
    this.stornierte(spalten, rows);
    this.fremdesJahr(spalten, rows, heute?.slice(0, 4));
  }

  an(nr: number): Problem | null {
    return this.probleme.get(nr) ?? null;
  }

  private frage(nr: number, spalte: Spalte, wert: string, grund: string): void {
    this.probleme.set(nr, { ...problem(spalte, wert, grund), doch: true });
  }

  private gleiche(spalten: readonly Spalte[], rows: readonly Blattzeile[]): void {
    const spalte = spalten.find(({ wort }) => DER_BERATUNG.test(schluessel(wort)));
    const seen = new Map<string, number>();
    for (const { nr, zellen } of spalte === undefined ? [] : rows) {
      const text = zellText(zellen[spalte?.index ?? -1]);
      const first = seen.get(text);
      if (text !== "" && first === undefined) seen.set(text, nr);
      else if (first !== undefined && spalte !== undefined)
        this.frage(nr, spalte, text, `Zeile ${first} hat dieselbe Nummer. Ist es dieselbe Beratung?`);
    }
  }

  private stornierte(spalten: readonly Spalte[], rows: readonly Blattzeile[]): void {
    const spalte = spalten.find(isNummer);
    if (spalte === undefined) return;
    const named = rows.flatMap(({ nr, zellen }) =>
      zellen.flatMap((zelle) => {
        const of = typeof zelle === "string" && zelle.length < 80 ? STORNO.exec(zelle)?.[1] : undefined;
        return of === undefined ? [] : [{ nr, of }];
      }),
    );
    if (named.length === 0) return;
    const byNumber = Map.groupBy(rows, ({ zellen }) => zellText(zellen[spalte.index]));
    for (const { nr, of } of named)
      for (const row of byNumber.get(of) ?? [])
        if (row.nr !== nr) this.frage(row.nr, spalte, of, `Zeile ${nr} hebt diese auf. Zählt sie?`);
  }

  /** A year still to come is refused as that. */
  private fremdesJahr(spalten: readonly Spalte[], rows: readonly Blattzeile[], latest = "9999"): void {
    const spalte = spalten.find(({ bedeutung }) => bedeutung === "datum");
    if (spalte === undefined) return;
    const days = rows.flatMap(({ nr, zellen }) => {
      const zelle = zellen[spalte.index];
      const jahr = isTagwert(zelle) ? JAHR.exec(zellText(zelle))?.[1] : undefined;
      return jahr === undefined ? [] : [{ nr, jahr, text: zellText(zelle) }];
    });
    const odd = days.filter(({ jahr }, i) => {
      const [before, after] = [days[i - 1]?.jahr, days[i + 1]?.jahr];
      return before !== undefined && before === after && before !== jahr && jahr <= latest;
    });
    if (odd.length > Math.max(1, days.length / 10)) return;
    const grund = "Das Jahr ist ein anderes als in den Zeilen davor und danach. Stimmt es?";
    for (const { nr, text } of odd) this.frage(nr, spalte, text, grund);
  }
}
