import type { Zelle } from "../leser/zelle.ts";
import { zellText } from "../leser/zelle.ts";
import type { Spalte } from "../erkennen/typen.ts";
import { minutenVon, zaehlwert, zahlVon } from "../erkennen/werte.ts";
import type { Abweichung } from "./typen.ts";

/** What was counted of a column. */
type Stand = { gefuellt: number; gezaehlt: number; summe: number };
type Zaehler = { zeilen: number; readonly spalten: Map<number, Stand> };

const neu = (): Zaehler => ({ zeilen: 0, spalten: new Map() });
const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
/** Meanings that count something in each row; others a total can only count the rows of. */
const ZAEHLT = new Set(["kreuz", "anzahl", "personenzahl", "summe", "dauer"]);

/** Adds up the rows of a table, and compares totals with them: of all rows, or of those since the total before. */
export class Summenprobe {
  private readonly spalten: readonly Spalte[];
  private readonly gesamt = neu();
  private seither = neu();

  constructor(spalten: readonly Spalte[]) {
    this.spalten = spalten;
  }

  /** A row with data. */
  zeile(cells: readonly Zelle[]): void {
    for (const zaehler of [this.gesamt, this.seither]) {
      zaehler.zeilen += 1;
      for (const spalte of this.spalten) add(zaehler, spalte, cells[spalte.index] ?? null);
    }
  }

  /** A title begins a new section. */
  abschnitt(): void {
    this.seither = neu();
  }

  /** The totals that do not agree. Cells with shares, texts or nothing are no totals. */
  summe(cells: readonly Zelle[], blatt: string, zeile: number): Abweichung[] {
    const found = this.spalten.flatMap((spalte): Abweichung[] => {
      const zelle = cells[spalte.index] ?? null;
      const told = spalte.bedeutung === "dauer" ? (zahlVon(zelle) ?? minutenVon(zelle, false)) : zahlVon(zelle);
      if (told === undefined || this.passt(spalte, told)) return [];
      const gezaehlt = this.erwartet(this.seither.zeilen > 0 ? this.seither : this.gesamt, spalte);
      return [{ blatt, zeile, spalte: spalte.kopf || spalte.buchstabe, wert: zellText(zelle), gezaehlt }];
    });
    this.seither = neu();
    return found;
  }

  private passt(spalte: Spalte, told: number): boolean {
    return [this.seither, this.gesamt].some((zaehler) => {
      const { gefuellt, gezaehlt, summe } = zaehler.spalten.get(spalte.index) ?? { gefuellt: 0, gezaehlt: 0, summe: 0 };
      const mean = gefuellt === 0 ? 0 : summe / gefuellt;
      const sums = [gezaehlt, summe, spalte.bedeutung === "dauer" ? mean : summe, summe / 60];
      const counts = ZAEHLT.has(spalte.bedeutung) ? [] : [gefuellt, zaehler.zeilen];
      return [...sums, ...counts].some((n) => near(n, told) || near(Math.round(n), told));
    });
  }

  private erwartet(zaehler: Zaehler, spalte: Spalte): number {
    const { gezaehlt = 0, summe = 0 } = zaehler.spalten.get(spalte.index) ?? {};
    if (spalte.bedeutung === "dauer") return summe;
    return ZAEHLT.has(spalte.bedeutung) ? gezaehlt : zaehler.zeilen;
  }
}

function add(zaehler: Zaehler, { index, bedeutung }: Spalte, zelle: Zelle): void {
  if (zelle === null) return;
  const stand = zaehler.spalten.get(index) ?? { gefuellt: 0, gezaehlt: 0, summe: 0 };
  stand.gefuellt += 1;
  // Text under a theme is a cross as well.
  stand.gezaehlt += zaehlwert(zelle) ?? (bedeutung === "kreuz" ? 1 : 0);
  stand.summe += (bedeutung === "dauer" ? minutenVon(zelle, false) : zahlVon(zelle)) ?? 0;
  zaehler.spalten.set(index, stand);
}
