import { type Deutung, type Nachschlag, type Verzeichnis, type Wortart, merkwort } from "../woerter/verzeichnis.ts";
import { SICHER } from "../woerter/woerterbuch.ts";
import { type Teil, interpretMehrere } from "../woerter/mehrere.ts";
import type { Wort } from "./typen.ts";

type Eintrag = { readonly spalte: Wortart; readonly wort: string; anzahl: number };

/** So many different words are kept; a list with more has mistaken a column. */
const MAX_WORDS = 50_000;

/** Looks words up and counts them, so that every word of the list can be shown with what it is taken for. */
export class Wortzaehler {
  private readonly verzeichnis: Verzeichnis;
  private readonly sicher: Nachschlag;
  private readonly gezaehlt = new Map<string, Eintrag>();
  private readonly written = new Map<Wortart, Map<string, Eintrag>>();
  private readonly zellen = new Map<Wortart, Map<string, readonly Teil[]>>();

  constructor(verzeichnis: Verzeichnis) {
    this.verzeichnis = verzeichnis;
    this.sicher = (art, wort) => verzeichnis.sicher(art, wort);
  }

  /** One word that is a whole cell. Undefined when it is not certain. */
  eins(art: Wortart, wort: string, anzahl = 1): Deutung | undefined {
    this.zaehle(art, wort, anzahl);
    return this.verzeichnis.sicher(art, wort);
  }

  /** The words of a cell that may hold several. */
  mehrere(art: Wortart, text: string): readonly Teil[] {
    const zellen = this.zellen.get(art) ?? new Map<string, readonly Teil[]>();
    let teile = zellen.get(text);
    if (teile === undefined) {
      teile = interpretMehrere(this.sicher, art, text);
      if (zellen.size < MAX_WORDS) this.zellen.set(art, zellen.set(text, teile));
    }
    for (const { wort } of teile) this.zaehle(art, wort, 1);
    return teile;
  }

  /** A word in a head that its cells are counted under: one code, or undefined when it is none or several. */
  kopfwort(art: Wortart, wort: string, anzahl: number): Deutung | undefined {
    if (anzahl > 0) this.zaehle(art, wort, anzahl);
    const decided = this.verzeichnis.find(art, wort);
    if (decided?.grund === "entschieden") return decided;
    if (art !== "thema") return this.verzeichnis.sicher(art, wort);
    const codes = interpretMehrere(this.sicher, art, wort).map(({ deutung }) => deutung);
    const [first] = codes;
    if (codes.every((deutung) => deutung !== undefined && deutung.code === first?.code)) return first;
    // “Arzt / Kasse”: what one of both says, the whole says too.
    const told = codes.filter((deutung) => deutung !== undefined);
    const whole = told.length > 0 ? this.verzeichnis.sicher(art, wort) : undefined;
    return told.every(({ code }) => code === whole?.code) ? whole : undefined;
  }

  private zaehle(spalte: Wortart, wort: string, anzahl: number): void {
    const entry = this.written.get(spalte)?.get(wort) ?? this.eintrag(spalte, wort);
    if (entry !== undefined) entry.anzahl += anzahl;
  }

  /** The entry of a word however it is written, remembered for this spelling. */
  private eintrag(spalte: Wortart, wort: string): Eintrag | undefined {
    const key = merkwort(spalte, wort);
    const entry = this.gezaehlt.get(key) ?? { spalte, wort, anzahl: 0 };
    if (this.gezaehlt.size >= MAX_WORDS && !this.gezaehlt.has(key)) return undefined;
    this.gezaehlt.set(key, entry);
    const written = this.written.get(spalte) ?? new Map<string, Eintrag>();
    if (written.size < MAX_WORDS) this.written.set(spalte, written.set(wort, entry));
    return entry;
  }

  /** All words, the most frequent first. */
  woerter(): Wort[] {
    return [...this.gezaehlt.values()]
      .map(({ spalte, wort, anzahl }): Wort => {
        const kopf = this.kopfwort(spalte, wort, 0);
        const found = kopf ?? this.verzeichnis.find(spalte, wort);
        const sicher = found !== undefined && found.sicherheit >= SICHER && (kopf !== undefined || spalte !== "thema");
        return {
          spalte,
          wort,
          anzahl,
          code: sicher ? found.code : null,
          sicherheit: found?.sicherheit ?? 0,
          grund: sicher ? found.grund : "unbekannt",
          vorschlag: sicher ? null : (found?.code ?? null),
        };
      })
      .toSorted((a, b) => b.anzahl - a.anzahl || a.wort.localeCompare(b.wort, "de"));
  }
}
