import { schluessel } from "../woerter/schluessel.ts";
import { isFrei } from "./abwesend.ts";
import { isAnzahlzeile } from "./strichthemen.ts";
import type { Spalte } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { type Zeichensinn, zeichenlegende } from "./zeichenlegende.ts";

/** Signs and words that may be a mark, a stroke or “none”. */
const SIGN = /^(?:[/\\*+.?●✓✔☑]|x+|ja?)$/iu;
const CROSS = /^[xX×✓✔☑☒✗✘●]$/u;
const STROKE = /^[/\\]+$/u;
const ASKED = /^\?+$/u;
/** Several ones: eleven, or two strokes. */
const ONES = /^1{2,}$/u;
const LONG_ONES = /^1{3,}$/u;
/** Numbers of the Romans that no strokes are; beside them X is ten and no cross. */
const ROMAN = /^(?:i[vx]|vi{0,3}|x[iv]+)$/iu;
const LONGEST = 12;

type Spaltenbild = { digits: boolean; others: boolean; crosses: boolean; ones: number; roman: boolean };

/**
 * What signs mean in each column of a table: beside numbers a sign is no count, beside crosses a stroke is no cross. Cells
 * whose sign is unclear are not counted but asked about.
 */
export class Zeichenregel {
  private readonly bilder = new Map<number, Spaltenbild>();
  private readonly crosses: boolean;
  /** Nothing but crosses is counted: how many each of them stands for, nobody says. */
  readonly nurKreuze: boolean;
  /** A row for all consultations stands among those of the themes. */
  readonly anzahlzeilen: boolean;

  /** Strokes are the only marks: they can be no “none”. */
  private readonly nurStriche: boolean;
  private readonly kuerzel: ReadonlySet<string>;
  private readonly legende: ReadonlyMap<string, Zeichensinn>;

  /** `kuerzel`: short forms by which the file says that nobody counselled. `blatt`: all rows of the sheet, which may explain signs. */
  constructor(
    zeilen: readonly Blattzeile[],
    spalten: readonly Spalte[],
    kuerzel: ReadonlySet<string> = new Set(),
    blatt: readonly Blattzeile[] = zeilen,
  ) {
    this.kuerzel = kuerzel;
    this.legende = zeichenlegende(blatt);
    const counted = spalten.filter(({ bedeutung }) => ZAEHLEND.has(bedeutung));
    let several = false;
    let others = false;
    for (const { zellen } of zeilen) {
      for (const { index } of counted) {
        const zelle = zellen[index] ?? null;
        if (zelle === null) continue;
        const bild = this.bilder.get(index) ?? { digits: false, others: false, crosses: false, ones: 0, roman: false };
        this.bilder.set(index, bild);
        several = look(bild, zelle) || several;
        others ||= !STROKE.test(zellText(zelle)) && zaehlwert(zelle) !== 0;
      }
    }
    const tally = spalten.some(({ bedeutung }) => bedeutung === "anzahl");
    const themen = spalten.filter(({ bedeutung }) => tally && bedeutung === "thema");
    this.anzahlzeilen = zeilen.some(({ zellen }) => themen.some(({ index }) => isAnzahlwort(zellen[index])));
    this.crosses = [...this.bilder.values()].some(({ crosses }) => crosses);
    this.nurKreuze = this.crosses && !several;
    this.nurStriche = !others;
  }

  /** What the list itself says that the sign in this cell means; undefined where it says nothing of it. */
  gesagt(zelle: Zelle): Zeichensinn | undefined {
    return this.legende.size === 0 ? undefined : this.legende.get(zellText(zelle).trim().toLowerCase());
  }

  /** Whether a stroke beside other marks may be one of them, or none. */
  isStrich(zelle: Zelle): boolean {
    return typeof zelle === "string" && STROKE.test(zelle);
  }

  /** Whether a cell says that nobody counselled. */
  frei(zelle: Zelle): boolean {
    return typeof zelle === "string" && (this.kuerzel.has(schluessel(zelle)) || isFrei(zelle) || KEINE.test(zelle));
  }

  /** Whether nobody can tell what the sign in this cell says. */
  unklar(index: number, zelle: Zelle, summen: boolean): boolean {
    const bild = this.bilder.get(index);
    if (typeof zelle === "number") return summen && bild !== undefined && isStrichzahl(bild, String(zelle));
    if (typeof zelle !== "string") return false;
    if (summen && vierOderFuenf(zelle) !== undefined) return true;
    if (zelle.length > LONGEST) return false;
    if (ASKED.test(zelle)) return true;
    if (!summen) return !this.nurStriche && STROKE.test(zelle);
    if (bild === undefined) return false;
    if (bild.roman && /^[ivx]*x[ivx]*$/iu.test(zelle)) return true;
    return isStrichzahl(bild, zelle) || (bild.digits && SIGN.test(zelle));
  }
}

/** None at all, in words. */
const KEINE = /^(?:keine[rs]?|niemand)$/iu;

/** Collects what a cell shows of its column; whether it counts more than one, or a number. */
function look(bild: Spaltenbild, zelle: Exclude<Zelle, null>): boolean {
  const text = zellText(zelle);
  const n = zaehlwert(zelle) ?? 0;
  if (ONES.test(text)) bild.ones += LONG_ONES.test(text) ? 2 : 1;
  else if (/^\d*[02-9]\d*$/u.test(text) && n > 1) bild.others = true;
  if (/^\d/u.test(text) && n > 1) bild.digits = true;
  if (CROSS.test(text)) bild.crosses = true;
  if (ROMAN.test(text)) bild.roman = true;
  return n > 1 || /^\d|^[I|l]/u.test(text);
}

/** Four strokes, and more behind them: “|||| ||”. Each group is four, or five whose stroke across nobody could type. */
const VIERER = /^([|Ilǀ∣¦])\1{3}(?:\s+\1{4})*\s+\1{1,4}$/u;
const VIER_ODER_FUENF =
  "Die Striche stehen in Gruppen zu vier. Zählt eine Gruppe vier, oder fünf mit dem Querstrich? Schreiben Sie die Zahl.";

/** What to ask about strokes in groups of four; undefined for any other text. */
export const vierOderFuenf = (text: string): string | undefined =>
  text.length <= LONGEST_STROKES && VIERER.test(text.trim()) ? VIER_ODER_FUENF : undefined;
const LONGEST_STROKES = 120;

/** “111” in a column of nothing but ones may be three strokes. */
const isStrichzahl = ({ ones, others }: Spaltenbild, text: string): boolean => ones > 1 && !others && ONES.test(text);

const isAnzahlwort = (zelle: Zelle | undefined): boolean =>
  typeof zelle === "string" && zelle.length <= LONGEST_HEAD && isAnzahlzeile(zelle);
const LONGEST_HEAD = 40;

const ZAEHLEND = new Set<Spalte["bedeutung"]>(["anzahl", "kreuz", "neuzuweisung"]);
