import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Spalte } from "../erkennen/typen.ts";
import { minutenVon, zaehlwert, zahlVon } from "../erkennen/werte.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
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
    this.gesamt.zeilen += 1;
    this.seither.zeilen += 1;
    for (const spalte of this.spalten) {
      const zelle = cells[spalte.index] ?? null;
      if (zelle === null) continue;
      const counts = ZAEHLT.has(spalte.bedeutung);
      // Text under a theme is a cross as well.
      const gezaehlt = counts ? (zaehlwert(zelle) ?? (spalte.bedeutung === "kreuz" ? 1 : 0)) : 0;
      const summe = spalte.bedeutung === "dauer" ? minutenVon(zelle, false) : addend(zelle, counts);
      add(this.gesamt, spalte.index, gezaehlt, summe ?? 0);
      add(this.seither, spalte.index, gezaehlt, summe ?? 0);
    }
  }

  /** Nothing was counted yet: a total here is one of the rows below. */
  get leer(): boolean {
    return this.gesamt.zeilen === 0;
  }

  /** A title begins a new section. */
  abschnitt(): void {
    this.seither = neu();
  }

  /** Whether every count of a row is the sum of at least two rows above it: then it is a total, whatever it is called. */
  isSumme(cells: readonly Zelle[]): boolean {
    const told = this.spalten
      .filter(({ bedeutung }) => ZAEHLT.has(bedeutung))
      .map(({ index }) => ({ index, n: zaehlwert(cells[index]) }))
      .filter(({ n }) => n !== 0);
    if (told.length === 0) return false;
    return [this.seither, this.gesamt].some(
      ({ zeilen, spalten }) =>
        zeilen >= 2 && told.every(({ index, n }) => n !== undefined && near(spalten.get(index)?.gezaehlt ?? 0, n)),
    );
  }

  /** The totals that do not agree. Cells with shares, texts or nothing are no totals. */
  summe(cells: readonly Zelle[], blatt: string, zeile: number): Abweichung[] {
    const found = this.spalten.flatMap((spalte): Abweichung[] => {
      const zelle = cells[spalte.index] ?? null;
      const told = spalte.bedeutung === "dauer" ? (zahlVon(zelle) ?? minutenVon(zelle, false)) : zahlVon(zelle);
      // What a column holds that nobody knows cannot be compared.
      if (spalte.bedeutung === "ohne" || told === undefined || this.passt(spalte, told)) return [];
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

const addend = (zelle: Zelle, counts: boolean) => (counts || typeof zelle === "number" ? zahlVon(zelle) : 0);

function add(zaehler: Zaehler, index: number, gezaehlt: number, summe: number): void {
  let stand = zaehler.spalten.get(index);
  if (stand === undefined) {
    stand = { gefuellt: 0, gezaehlt: 0, summe: 0 };
    zaehler.spalten.set(index, stand);
  }
  stand.gefuellt += 1;
  stand.gezaehlt += gezaehlt;
  stand.summe += summe;
}

/** A row's own total that is not what its counts add up to. */
export function quersumme(cells: readonly Zelle[], plan: Spaltenplan, blatt: string, zeile: number): Abweichung[] {
  const spalte = plan.eine("summe");
  const told = spalte === undefined ? undefined : zahlVon(cells[spalte.index]);
  const counts = plan.alle("kreuz");
  if (spalte === undefined || told === undefined || counts.length === 0) return [];
  const gezaehlt = counts.reduce((sum, { index }) => sum + (zaehlwert(cells[index]) ?? 0), 0);
  return near(told, gezaehlt)
    ? []
    : [{ blatt, zeile, spalte: spalte.kopf, wert: zellText(cells[spalte.index]), gezaehlt }];
}
