import { ausgeblendeteSpalten } from "./ausgeblendet.ts";
import { Umfang } from "./umfang.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { stromIn } from "./xls-behaelter.ts";
import { type Formatpalette, formateIn } from "./xls-formate.ts";
import { rkZahl, saetzeIn } from "./xls-saetze.ts";
import { type Satz, type Schrifttext, gemeinsameTexte, kurzerText, textIn } from "./xls-texte.ts";
import { numbers } from "./xlsx-blatt.ts";
import type { Bereich, Blatt, Blattzeile, Zelle } from "./zelle.ts";

/** Kinds of records (MS-XLS, 2.3). */
const ART = {
  formel: 0x06,
  ende: 0x0a,
  note: 0x1c,
  datum1904: 0x22,
  kennwort: 0x2f,
  spalte: 0x7d,
  blatt: 0x85,
  mehrereRk: 0xbd,
  verbunden: 0xe5,
  texte: 0xfc,
  textzelle: 0xfd,
  zahl: 0x203,
  text: 0x204,
  wahrheit: 0x205,
  formeltext: 0x207,
  zeile: 0x208,
  rk: 0x27e,
  anfang: 0x809,
  reich: 0xd6,
} as const;
const BIFF8 = 0x600;
const FEHLER = new Map([
  [0, "#NULL!"],
  [7, "#DIV/0!"],
  [15, "#VALUE!"],
  [23, "#REF!"],
  [29, "#NAME?"],
  [36, "#NUM!"],
  [42, "#N/A"],
]);

type Mappe = {
  readonly formate: Formatpalette;
  readonly texte: readonly Schrifttext[];
  readonly ab1904: boolean;
  readonly umfang: Umfang;
};
type Zellstelle = { readonly zeile: number; readonly spalte: number; readonly stil: number };

/** Collects the cells of a sheet as its records come in. */
class Sammlung {
  readonly verbunden: Bereich[] = [];
  readonly verborgen: { readonly von: number; readonly bis: number }[] = [];
  notizen = 0;
  private readonly hidden = new Set<number>();
  private readonly rows = new Map<
    number,
    Map<number, { readonly zelle: Zelle; readonly stil: number; readonly gestrichen: boolean }>
  >();
  private readonly mappe: Mappe;
  private readonly number: (raw: string, style: number) => Zelle;
  private formel: Zellstelle | undefined;

  constructor(mappe: Mappe, name: string) {
    this.mappe = mappe;
    const { formate, ab1904, umfang } = mappe;
    const texte = { worte: [], gestrichen: new Set<number>(), farbig: false };
    this.number = numbers({ name, texte, formate: formate.formate, ab1904, umfang, versteckt: false, kommentare: [] });
  }

  private set({ zeile, spalte, stil }: Zellstelle, zelle: Zelle, gestrichen = false): void {
    if (zelle === null || zelle === "") return;
    const { umfang } = this.mappe;
    umfang.cells(1, spalte);
    umfang.value(zelle);
    const row = this.rows.get(zeile) ?? new Map();
    if (!this.rows.has(zeile)) umfang.row();
    this.rows.set(zeile, row.set(spalte, { zelle, stil, gestrichen }));
  }

  private schrift(stelle: Zellstelle, { text, schriften }: Schrifttext): void {
    this.set(
      stelle,
      text,
      schriften.some((font) => this.mappe.formate.gestrichen(font)),
    );
  }

  satz(saetze: readonly Satz[], at: number): void {
    const { art, daten } = saetze[at] ?? { art: -1, daten: Buffer.alloc(0) };
    if (art === ART.verbunden) this.merge(daten);
    else if (art === ART.zeile) this.row(daten);
    else if (art === ART.spalte) this.column(daten);
    else if (art === ART.note) this.notizen += 1;
    else if (art === ART.formeltext && this.formel !== undefined) this.schrift(this.formel, textIn(saetze, at, 0));
    else if (ZELLEN.has(art))
      this.cell(saetze, at, {
        zeile: daten.readUInt16LE(0) + 1,
        spalte: daten.readUInt16LE(2),
        stil: daten.readUInt16LE(4),
      });
  }

  private cell(saetze: readonly Satz[], at: number, stelle: Zellstelle): void {
    const { art, daten } = saetze[at] ?? { art: -1, daten: Buffer.alloc(0) };
    this.formel = undefined;
    if (art === ART.zahl) this.set(stelle, this.number(String(daten.readDoubleLE(6)), stelle.stil));
    else if (art === ART.rk) this.set(stelle, this.number(String(rkZahl(daten.readInt32LE(6))), stelle.stil));
    else if (art === ART.mehrereRk) this.several(daten, stelle.zeile);
    else if (art === ART.textzelle) {
      const text = this.mappe.texte[daten.readUInt32LE(6)];
      if (text === undefined) throw new Unlesbar("kaputt");
      this.schrift(stelle, text);
    } else if (art === ART.text || art === ART.reich) this.schrift(stelle, textIn(saetze, at, 6));
    else if (art === ART.wahrheit) this.set(stelle, wahrheit(daten.readUInt8(6), daten.readUInt8(7) === 1));
    else this.formula(daten, stelle);
  }

  private formula(daten: Buffer, stelle: Zellstelle): void {
    if (daten.readUInt16LE(12) !== 0xff_ff) {
      this.set(stelle, this.number(String(daten.readDoubleLE(6)), stelle.stil));
      return;
    }
    const kind = daten.readUInt8(6);
    if (kind === 0) this.formel = stelle;
    else if (kind !== 3) this.set(stelle, wahrheit(daten.readUInt8(8), kind === 2));
  }

  private several(daten: Buffer, zeile: number): void {
    const first = daten.readUInt16LE(2);
    for (let i = 0; 4 + i * 6 + 6 <= daten.length - 2; i++) {
      const stil = daten.readUInt16LE(4 + i * 6);
      const value = rkZahl(daten.readInt32LE(6 + i * 6));
      this.set({ zeile, spalte: first + i, stil }, this.number(String(value), stil));
    }
  }

  private row(daten: Buffer): void {
    if ((daten.readUInt16LE(12) & 0x20) !== 0) this.hidden.add(daten.readUInt16LE(0) + 1);
  }

  private column(daten: Buffer): void {
    if ((daten.readUInt16LE(8) & 1) === 1)
      this.verborgen.push({ von: daten.readUInt16LE(0), bis: daten.readUInt16LE(2) });
  }

  private merge(daten: Buffer): void {
    for (let i = 0; 2 + i * 8 + 8 <= daten.length && i < daten.readUInt16LE(0); i++) {
      const [von = 0, bis = 0, vonSpalte = 0, bisSpalte = 0] = [0, 2, 4, 6].map((by) =>
        daten.readUInt16LE(2 + i * 8 + by),
      );
      this.mappe.umfang.merged();
      this.verbunden.push({ vonZeile: von + 1, bisZeile: bis + 1, vonSpalte, bisSpalte });
    }
  }

  get ausgeblendet(): number {
    return [...this.hidden].filter((nr) => this.rows.has(nr)).length;
  }

  zeilen(): Blattzeile[] {
    return [...this.rows]
      .toSorted((a, b) => a[0] - b[0])
      .map(([nr, cells]): Blattzeile => {
        const zellen: Zelle[] = Array.from({ length: Math.max(...cells.keys()) + 1 }, () => null);
        const farben = new Map<number, string>();
        const gestrichen: number[] = [];
        for (const [spalte, one] of [...cells].toSorted((a, b) => a[0] - b[0])) {
          const format = this.mappe.formate.formate[one.stil];
          zellen[spalte] = one.zelle;
          if (one.gestrichen || format?.gestrichen === true) gestrichen.push(spalte);
          if (format?.farbe != null) farben.set(spalte, format.farbe);
        }
        return {
          nr,
          zellen,
          ...(farben.size === 0 ? {} : { farben }),
          ...(gestrichen.length === 0 ? {} : { gestrichen }),
        };
      });
  }
}

const ZELLEN = new Set<number>([
  ART.formel,
  ART.zahl,
  ART.rk,
  ART.mehrereRk,
  ART.textzelle,
  ART.text,
  ART.reich,
  ART.wahrheit,
]);

const wahrheit = (value: number, isFehler: boolean): Zelle =>
  isFehler ? { art: "fehler", wert: FEHLER.get(value) ?? "#NV" } : value !== 0;

const NOTIZEN =
  "In der alten Excel-Datei haben Zellen Kommentare; sie sind nicht gelesen. Sehen Sie nach, ob einer sagt, dass etwas nicht zählt.";

/**
 * Reads the worksheets of an old workbook (.xls of Excel 97 to 2003: BIFF8 in a compound file). Macros, pictures and charts are passed over.
 * @throws Unlesbar for an older format, a password, or a damaged file
 */
export function readXls(bytes: Uint8Array): Blatt[] {
  try {
    const strom = stromIn(bytes, "Workbook");
    if (strom === undefined) throw new Unlesbar("altes_format");
    return blaetterIn(strom);
  } catch (error) {
    // The file ends before what it announces.
    if (error instanceof RangeError) throw new Unlesbar("kaputt");
    throw error;
  }
}

function blaetterIn(strom: Buffer): Blatt[] {
  const saetze = saetzeIn(strom, 0);
  if (saetze[0]?.art !== ART.anfang || saetze[0].daten.readUInt16LE(0) !== BIFF8) throw new Unlesbar("altes_format");
  if (saetze.some(({ art }) => art === ART.kennwort)) throw new Unlesbar("verschluesselt");
  const at = saetze.findIndex(({ art }) => art === ART.texte);
  const umfang = new Umfang();
  const mappe: Mappe = {
    formate: formateIn(saetze),
    texte: at === -1 ? [] : gemeinsameTexte(saetze, at),
    ab1904: saetze.some(({ art, daten }) => art === ART.datum1904 && daten.readUInt16LE(0) === 1),
    umfang,
  };
  const sheets = saetze.filter(({ art, daten }) => art === ART.blatt && (daten.readUInt8(5) & 15) === 0);
  if (sheets.length > GRENZEN.blaetter) throw new Unlesbar("zu_breit");
  return sheets.map(({ daten }): Blatt => {
    const name = kurzerText(daten.subarray(6));
    const own = saetzeIn(strom, daten.readUInt32LE(0));
    const sammlung = new Sammlung(mappe, name);
    for (const i of own.keys()) sammlung.satz(own, i);
    const zeilen = sammlung.zeilen();
    return {
      name,
      zeilen,
      verbunden: sammlung.verbunden,
      ausgeblendet: sammlung.ausgeblendet,
      versteckt: (daten.readUInt8(4) & 3) !== 0,
      ab1904: mappe.ab1904,
      hinweise: [...ausgeblendeteSpalten(name, zeilen, sammlung.verborgen), ...(sammlung.notizen > 0 ? [NOTIZEN] : [])],
    };
  });
}
