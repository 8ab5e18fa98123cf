import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { isMitAnzahl } from "../woerter/themenzahlen.ts";
import { sagtWieOft } from "./mehrfach.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

const ZAEHLT = new Set<Bedeutung>(["anzahl", "kreuz", "neuzuweisung", "summe"]);
const ZEIT = new Set<Bedeutung>(["monat", "woche"]);
const WIE_VIELE = "Die Zeile nennt einen Zeitraum, aber keine Zahl. War es eine Beratung?";
const MEHRERE = "Das klingt nach mehr als einer Beratung. Ist die Zeile eine?";
const LAUFEND = "Das sind Zahlen, die fortlaufen, wie die Tage eines Kalenders. Zählen sie etwas?";
/** Fewer numbers may run on by chance. */
const LEAST = 4;

/** Rows of a tally that count nothing by a number, or whose numbers are those of a calendar. */
export class OhneZahl {
  private readonly zeit: Spalte | undefined;
  private readonly themen: readonly Spalte[];
  /** Each row has a month or week of its own: then it tells of all that came, and not of one of them. */
  private readonly jeZeit: boolean;

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const counted = spalten.some(({ bedeutung }) => ZAEHLT.has(bedeutung));
    this.zeit = counted ? undefined : spalten.find(({ bedeutung }) => ZEIT.has(bedeutung));
    const themen = spalten.filter(({ bedeutung, kopf }) => bedeutung === "thema" && !isMitAnzahl(kopf));
    this.themen = counted ? [] : themen;
    const at = this.zeit?.index ?? -1;
    const times = rows.flatMap(({ zellen }) => schluessel(zellText(zellen[at])) || []);
    this.jeZeit = times.length > 1 && new Set(times).size === times.length;
  }

  an(cells: readonly Zelle[]): Problem | null {
    const filled = cells.filter((z) => z !== null);
    const runs = filled.every((z, i) => typeof z === "number" && (i === 0 || z === Number(filled[i - 1]) + 1));
    if (runs && filled.length >= LEAST)
      return { spalte: "Zeile", buchstabe: null, wert: filled.map(zellText).join(" "), grund: LAUFEND, doch: true };
    for (const spalte of this.themen) {
      const text = zellText(cells[spalte.index]);
      if (sagtWieOft(text)) return { ...problem(spalte, text, MEHRERE), doch: true };
    }
    const { zeit } = this;
    if (zeit === undefined || !this.jeZeit || this.themen.every(({ index }) => (cells[index] ?? null) === null))
      return null;
    return { ...problem(zeit, cells[zeit.index], WIE_VIELE), doch: true };
  }
}
