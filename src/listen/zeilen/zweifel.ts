import type { Bedeutung, Spalte, Tabelle } from "../erkennen/typen.ts";
import { farbname, isWeiss, nachbarn } from "../leser/farben.ts";
import { type Bereich, type Blatt, type Blattzeile, type Zelle, spaltenBuchstaben, zellText } from "../leser/zelle.ts";
import { Ausreisser } from "./ausreisser.ts";
import { isAusfall, keineBeratung, klingtAnders } from "./abwesend.ts";
import { Bemerkungen } from "./bemerkung.ts";
import { isErklaert } from "./erklaert.ts";
import { Korrekturzeilen } from "./korrekturzeilen.ts";
import type { Lauf } from "./lauf.ts";
import { Mehrfach } from "./mehrfach.ts";
import { Nummern } from "./nummern.ts";
import { OhneZahl } from "./ohne-zahl.ts";
import { OHNE_TAG, OHNE_THEMA, imTagebuch } from "./tagebuchzeilen.ts";
import { Spaltenplan } from "./spaltenplan.ts";
import { Statuszeichen } from "./statuszeichen.ts";
import { Teilzeilen } from "./teilzeilen.ts";
import { Themenlisten } from "./themenzahl.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Columns whose value is of one row: the same one for several rows would count several times. */
const JE_ZEILE = new Set<Bedeutung>(["anzahl", "kreuz", "neuzuweisung", "personenzahl", "dauer", "summe"]);

const GESTRICHEN = "Hier ist etwas durchgestrichen. Zählt die Zeile?";
const VERBUNDEN = "Die Zahl steht in verbundenen Zellen. Für welche von ihnen sie gilt, steht nicht da.";

/** What makes a whole row doubtful, although each of its cells can be read. A person decides whether it counts. */
export class Zweifel {
  private readonly tabelle: Tabelle;
  private readonly verzeichnis: Lauf["verzeichnis"];
  private readonly plan: Spaltenplan;
  private readonly farben: ReadonlyMap<string, string>;
  private readonly verbunden: readonly Bereich[];
  private readonly kommentare: ReadonlyMap<number, string>;
  private readonly teile: Teilzeilen | null;
  private readonly mehrfach: Mehrfach | null;
  private readonly bemerkungen: Bemerkungen | null;
  private readonly korrekturen: Korrekturzeilen | null;
  private readonly ohneZahl: OhneZahl | null;
  private readonly tagebuch: boolean;
  private readonly status: Statuszeichen | null;
  private readonly listen: Themenlisten | null;
  private readonly nummern: Nummern | null;
  private readonly ausreisser: Ausreisser | null;

  constructor(
    tabelle: Tabelle,
    blatt: Blatt,
    rows: readonly Blattzeile[],
    { farben, heute, verzeichnis }: Pick<Lauf, "farben" | "heute" | "verzeichnis">,
  ) {
    this.verzeichnis = verzeichnis;
    this.plan = new Spaltenplan(tabelle.spalten);
    this.tabelle = tabelle;
    this.farben = farben;
    const counted = tabelle.spalten.filter(({ bedeutung }) => JE_ZEILE.has(bedeutung)).map(({ index }) => index);
    this.verbunden = blatt.verbunden.filter(
      ({ vonZeile, bisZeile, vonSpalte, bisSpalte }) =>
        vonZeile <= tabelle.bisZeile &&
        bisZeile >= tabelle.vonZeile &&
        counted.some((i) => i >= vonSpalte && i <= bisSpalte) &&
        (bisZeile > vonZeile || counted.filter((i) => i >= vonSpalte && i <= bisSpalte).length > 1),
    );
    this.kommentare = new Map(
      (blatt.kommentare ?? []).filter(({ text }) => isAusfall(text)).map(({ zeile, text }) => [zeile, text]),
    );
    this.mehrfach = tabelle.art === "einzeln" ? new Mehrfach(tabelle.spalten) : null;
    this.teile = tabelle.art === "summen" ? new Teilzeilen(tabelle.spalten, rows) : null;
    this.korrekturen = tabelle.art === "summen" ? new Korrekturzeilen(tabelle.spalten, rows) : null;
    this.ohneZahl = tabelle.art === "summen" ? new OhneZahl(tabelle.spalten, rows) : null;
    this.status = tabelle.art === "einzeln" ? new Statuszeichen(tabelle.spalten, rows) : null;
    this.listen = tabelle.art === "summen" ? new Themenlisten(tabelle.spalten, rows) : null;
    this.nummern =
      tabelle.art === "einzeln" || tabelle.art === "summen" ? new Nummern(tabelle.spalten, rows, heute) : null;
    this.ausreisser = tabelle.art === "summen" ? new Ausreisser(tabelle.spalten, rows) : null;
    this.tagebuch = blatt.tagebuch !== undefined && tabelle.art !== "summen";
    this.bemerkungen = tabelle.art === "summen" ? new Bemerkungen(tabelle.spalten) : null;
  }

  /** Why nobody can tell whether this row counts as it stands; null where nothing speaks against it. */
  an(zeile: Blattzeile, cells: readonly Zelle[]): Problem | null {
    const kommentar = this.kommentare.get(zeile.nr);
    if (kommentar !== undefined) return ganze(`Ein Kommentar sagt „${kommentar}“. Zählt die Zeile?`, kommentar);
    return (
      this.gestrichen(zeile) ??
      this.farbig(zeile) ??
      this.inVerbundenen(zeile, cells) ??
      this.korrekturen?.an(zeile) ??
      this.teile?.teil(cells) ??
      this.bemerkungen?.an(cells) ??
      this.ohneZahl?.an(cells) ??
      this.mehrfach?.an(cells) ??
      this.status?.an(cells) ??
      this.nummern?.an(zeile.nr) ??
      this.listen?.an(cells) ??
      this.ausreisser?.an(cells) ??
      (this.tagebuch ? imTagebuch(cells) : null)
    );
  }

  /** Why a text without a day, which is no title, may be a row of its own; null where it is a remark. */
  get ohneTag(): string | null {
    return this.tagebuch ? OHNE_TAG : null;
  }

  /** Why a row that was read is perhaps no consultation; `themen`: how many themes its words name. */
  keine(cells: readonly Zelle[], themen: number): string | undefined {
    if (isErklaert(cells, this.plan, this.verzeichnis)) return undefined;
    const away = keineBeratung(cells, this.tabelle.spalten, themen);
    return away ?? (this.tagebuch && themen === 0 ? OHNE_THEMA : undefined);
  }

  private spalte(index: number): Spalte | undefined {
    return this.tabelle.spalten.find((s) => s.index === index);
  }

  private gestrichen({ zellen, gestrichen = [] }: Blattzeile): Problem | null {
    const { vonSpalte, bisSpalte } = this.tabelle;
    const at = gestrichen.find((i) => i >= vonSpalte && i < bisSpalte && (zellen[i] ?? null) !== null);
    return at === undefined ? null : this.stelle(at, zellen[at], GESTRICHEN);
  }

  private stelle(at: number, zelle: Zelle | undefined, grund: string): Problem {
    const spalte = this.spalte(at);
    const buchstabe = spaltenBuchstaben(at);
    const found =
      spalte === undefined
        ? { spalte: buchstabe, buchstabe, wert: zellText(zelle), grund }
        : problem(spalte, zelle, grund);
    return { ...found, doch: true };
  }

  /** Where the list explains its colours: one that means “abgesagt”, or one that nobody can name. */
  private farbig({ zellen, farben }: Blattzeile): Problem | null {
    if (farben === undefined || this.farben.size === 0) return null;
    const { vonSpalte, bisSpalte } = this.tabelle;
    for (const [at, argb] of farben) {
      if (at < vonSpalte || at >= bisSpalte || isWeiss(argb)) continue;
      const name = farbname(argb);
      const grund = this.farbgrund(name);
      if (grund !== null) return this.stelle(at, zellen[at], grund);
    }
    return null;
  }

  /** Why a cell of this colour is doubtful; of one that the list does not explain, those are looked at that it is near to. */
  private farbgrund(name: string | null): string | null {
    if (name === null) return "Die Zelle ist farbig, und die Liste erklärt Farben. Zählt die Zeile?";
    const own = this.farben.get(name);
    const called = own === undefined ? nachbarn(name) : [name];
    const odd = called.find((one) => klingtAnders(this.farben.get(one) ?? ""));
    return odd === undefined
      ? null
      : `Die Zelle ist ${name}; nach der Liste heißt ${odd === name ? "das" : odd} „${this.farben.get(odd)}“. Zählt die Zeile?`;
  }

  private inVerbundenen({ nr }: Blattzeile, cells: readonly Zelle[]): Problem | null {
    for (const { vonZeile, bisZeile, vonSpalte, bisSpalte } of this.verbunden) {
      if (nr < vonZeile || nr > bisZeile) continue;
      const at = cells.findIndex((zelle, i) => i >= vonSpalte && i <= bisSpalte && zelle !== null);
      if (at !== -1) return this.stelle(vonSpalte, cells[at], VERBUNDEN);
    }
    return null;
  }
}

const ganze = (grund: string, wert: string): Problem => ({ spalte: "Zeile", buchstabe: null, wert, grund, doch: true });
