import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { summenwort } from "../erkennen/kopf.ts";
import { zaehlwert, zahlVon } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { isLeer } from "./felder.ts";
import { isAnzahlzeile } from "./strichthemen.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

const BESCHRIFTUNG = new Set<Bedeutung>(["thema", "kommune"]);
const ZAEHLT = new Set<Bedeutung>(["anzahl", "kreuz"]);
/** Below this nobody knows what a column is. */
const KNOWN = 0.6;

/** “davon Frauen”, “darunter Mietschulden”: a part of another row. */
const DAVON = /^[\s\-–—•·>]*(?:davon|darunter|hiervon|dv\.|inkl\.?)\s/iu;
const BULLET = /^\s*[-–—•·>→]\s*\S/u;

const TEIL = "Das klingt nach einem Teil einer anderen Zeile. Zählt die Zeile noch dazu?";
const UNBEKANNT = "Was diese Zeile zählt, steht in einer Spalte, die nicht bekannt ist. Zählt sie Beratungen?";

/** Rows of a tally that count a part of what another row counts, or nobody knows what. */
export class Teilzeilen {
  private readonly labels: readonly Spalte[];
  private readonly fremd: Spalte | undefined;
  private readonly gemischt: boolean;
  /** “davon Wohnen” below “Beratungen” is how many of them had that theme: mentions, and no further consultations. */
  private readonly unterAllen: boolean;

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const counted = spalten.filter(({ bedeutung }) => ZAEHLT.has(bedeutung));
    this.labels = spalten.filter(({ bedeutung }) => BESCHRIFTUNG.has(bedeutung));
    this.fremd = this.labels.length > 0 ? undefined : fremdeBeschriftung(spalten, counted, rows);
    const texts = rows.flatMap(({ zellen }) => this.labels.slice(0, 1).map(({ index }) => zellText(zellen[index])));
    const bullets = texts.filter((text) => BULLET.test(text)).length;
    const counts = rows.filter(({ zellen }) => counted.some(({ index }) => (zellen[index] ?? null) !== null));
    const told = counts.flatMap(({ zellen }) => this.labels.slice(0, 1).map(({ index }) => zellText(zellen[index])));
    const davon = told.filter((text) => DAVON.test(text)).length;
    this.unterAllen = davon > 0 && told.every((text) => isLeer(text) || DAVON.test(text) || isAllgemein(text));
    this.gemischt = bullets > 0 && texts.some((text) => !isLeer(text) && !BULLET.test(text));
  }

  teil(cells: readonly Zelle[]): Problem | null {
    const { fremd } = this;
    for (const spalte of fremd === undefined ? this.labels : [fremd]) {
      const text = zellText(cells[spalte.index]);
      if ((DAVON.test(text) && !this.unterAllen) || (this.gemischt && BULLET.test(text)))
        return { ...problem(spalte, text, TEIL), doch: true };
    }
    const text = fremd === undefined ? "" : zellText(cells[fremd.index]);
    if (fremd === undefined || isLeer(text) || isAnzahlzeile(text) || summenwort(text) !== undefined) return null;
    return { ...problem(fremd, text, UNBEKANNT), doch: true };
  }
}

/** A row of all consultations, a total, or a head printed again. */
const isAllgemein = (text: string): boolean => isAnzahlzeile(text) || summenwort(text) !== undefined;

/** A column of several words, before the counts, that says what the rows are, and that nobody knows. */
function fremdeBeschriftung(
  spalten: readonly Spalte[],
  counted: readonly Spalte[],
  rows: readonly Blattzeile[],
): Spalte | undefined {
  const [first] = counted;
  return spalten.find(({ index, bedeutung, entschieden, sicherheit }) => {
    if (bedeutung !== "ohne" || entschieden || sicherheit >= KNOWN || index >= (first?.index ?? 0)) return false;
    const told = rows.filter(({ zellen }) => counted.some((s) => (zaehlwert(zellen[s.index]) ?? 0) > 0));
    const words = told.map(({ zellen }) => zellText(zellen[index])).filter((text) => zahlVon(text) === undefined);
    return new Set(words.filter((text) => !isLeer(text))).size > 1;
  });
}
