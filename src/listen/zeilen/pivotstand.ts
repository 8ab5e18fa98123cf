import { summenwort } from "../erkennen/kopf.ts";
import { monatVon } from "../erkennen/monate.ts";
import type { Kontext, Pivot, Tabelle } from "../erkennen/typen.ts";
import { monatsZeitraum, zeitangabe, zeitraumVon } from "../erkennen/zeitraum.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { beratungstag } from "./datum.ts";

/** Why a row of a pivot table counts nothing itself. */
export const OBEN = "Summe der Zeilen darunter";

/** What the rows of a pivot table say for those below them, while it is read from top to bottom. Below each of them months begin again. */
export class Pivotstand {
  private readonly pivot: Pivot;
  private readonly oben: ReadonlyMap<number, number>;
  private readonly basis: Kontext;
  private readonly folge: Tabelle["datumsfolge"];
  private readonly verzeichnis: Verzeichnis;
  private labels: Zelle[] = [];

  private constructor(pivot: Pivot, { kontext, datumsfolge }: Tabelle, verzeichnis: Verzeichnis) {
    this.pivot = pivot;
    this.oben = new Map(pivot.oben);
    this.basis = kontext;
    this.folge = datumsfolge;
    this.verzeichnis = verzeichnis;
  }

  /** Null for a table that is none, or whose rows somebody called something else. */
  static von(tabelle: Tabelle, verzeichnis: Verzeichnis): Pivotstand | null {
    const { pivot = null, art } = tabelle;
    return pivot === null || art !== "summen" ? null : new Pivotstand(pivot, tabelle, verzeichnis);
  }

  /** Whether a row only sums up those below it; what it says holds for them from here. */
  isOben(nr: number, cells: readonly Zelle[]): boolean {
    const ebene = this.oben.get(nr);
    if (ebene === undefined) return false;
    this.labels = [...this.labels.slice(0, ebene), cells[this.pivot.spalte] ?? null];
    return true;
  }

  /** Whether a row counts something itself: neither sums up others nor all of them. */
  zaehlt(nr: number, cells: readonly Zelle[]): boolean {
    return !this.oben.has(nr) && summenwort(zellText(cells[this.pivot.spalte])) === undefined;
  }

  /** Time and Kommune of the rows below. */
  kontext(): Kontext {
    return this.labels.reduce((kontext: Kontext, label, i) => this.unter(kontext, label, i), this.basis);
  }

  /** The theme of the rows below, where one stands above them. */
  thema(): string | null {
    const at = this.pivot.arten.indexOf("thema");
    return at === -1 || at >= this.labels.length ? null : zellText(this.labels[at]);
  }

  /** What tells the rows below from those of another block. */
  marke(): string {
    return this.labels.map((label) => schluessel(zellText(label))).join("\n");
  }

  private unter(kontext: Kontext, label: Zelle, ebene: number): Kontext {
    const text = zellText(label);
    const art = this.pivot.arten[ebene];
    if (art === "kommune") return { ...kontext, kommune: this.verzeichnis.sicher("kommune", text)?.code ?? null };
    if (art === "jahr")
      return { ...kontext, jahr: Number(text), jahre: null, zeitraum: monatsZeitraum(Number(text), 1, 12) };
    if (art === "tag") {
      const tag = beratungstag(label, { folge: this.folge, kontext, heute: null });
      return { ...kontext, zeitraum: "tag" in tag ? { von: tag.tag, bis: tag.tag } : null };
    }
    if (art !== "quartal" && art !== "monat" && art !== "woche") return kontext;
    const said = zeitangabe(text);
    const angabe = { ...said, monat: said.monat ?? (art === "monat" ? (monatVon(text) ?? null) : null) };
    return { ...kontext, jahr: said.jahr ?? kontext.jahr, zeitraum: zeitraumVon(angabe, kontext.jahr) };
  }
}
