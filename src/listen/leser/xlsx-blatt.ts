import { minutenVonSerienzahl, tagVonSerienzahl } from "./serienzahl.ts";
import { Unlesbar } from "./unlesbar.ts";
import type { Umfang } from "./umfang.ts";
import { LONGEST_RAW, excelText, rangeOf } from "./xlsx-texte.ts";
import { isTrue, readXml } from "./xml.ts";
import { ausgeblendeteSpalten, type Spaltenbereich } from "./ausgeblendet.ts";
import { type Zellformat, isOn } from "./xlsx-formate.ts";
import type { Texte } from "./xlsx-texte.ts";
import {
  type Bereich,
  type Blatt,
  type Blattzeile,
  type Kommentar,
  OHNE_ERGEBNIS,
  type Zelle,
  sammler,
  spaltenIndex,
} from "./zelle.ts";

/** What a sheet needs from its workbook. `umfang` counts what all its sheets fill. */
export type Mappe = {
  readonly name: string;
  readonly texte: Texte;
  readonly formate: readonly Zellformat[];
  readonly ab1904: boolean;
  readonly umfang: Umfang;
  readonly versteckt: boolean;
  readonly kommentare: readonly Kommentar[];
};

type Attributes = Readonly<Record<string, string>>;

/** Column (from 0) and row (from 1) of an address such as AB12; NaN where it is none. */
function address(ref: string): readonly [column: number, row: number] {
  let i = 0;
  while (i < ref.length && ref.charCodeAt(i) >= 65) i += 1;
  return [spaltenIndex(ref.slice(0, i)), Number(ref.slice(i))];
}

/** A serial number from here on is a day even where only its time is shown. */
const SURELY_A_DAY = 20_000;

/** Turns numbers with a date format into days; the same day is one object, however often it occurs. */
export function numbers({ formate, ab1904 }: Mappe): (raw: string, style: number) => Zelle {
  const days = new Map<number, Zelle>();
  return (raw, style) => {
    const value = Number(raw);
    if (raw.trim() === "" || !Number.isFinite(value)) return raw.trim() === "" ? null : raw.trim();
    // Without its format a day would be read as a number.
    if (style > 0 && style >= formate.length) throw new Unlesbar("kaputt");
    const art = formate[style]?.art ?? "zahl";
    if (art === "zahl") return value;
    // What is shown as a share or as money is no number of anything else.
    if (art === "prozent") return `${String(Math.round(value * 10_000) / 100).replace(".", ",")} %`;
    if (art === "geld") return `${String(Math.round(value * 100) / 100).replace(".", ",")} €`;
    if (art === "zeit" && value >= 0 && value < SURELY_A_DAY)
      return { art: "zeit", minuten: minutenVonSerienzahl(value) };
    const known = days.get(Math.floor(value));
    if (known !== undefined) return known;
    const tag = tagVonSerienzahl(value, ab1904);
    const cell: Zelle = tag === undefined ? value : { art: "tag", tag };
    days.set(Math.floor(value), cell);
    return cell;
  };
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/u;

/** Collects the cells of a sheet as its elements come in. */
class Sammlung {
  readonly zeilen: Blattzeile[] = [];
  readonly verbunden: Bereich[] = [];
  ausgeblendet = 0;
  readonly spalten: Spaltenbereich[] = [];
  private struck: number[] = [];
  private farben: Map<number, string> | undefined;
  private struckText = false;
  private readonly mappe: Mappe;
  private readonly number: (raw: string, style: number) => Zelle;
  private readonly keep = sammler();
  private row: Zelle[] = [];
  private nr = 0;
  /** Whether the row says its own number. */
  private numbered = false;
  private readonly seen = new Set<number>();
  private hidden = false;
  private column = -1;
  private type = "";
  private style = 0;
  private value = "";
  private formula = false;
  private reading = false;
  private inside = false;

  constructor(mappe: Mappe) {
    this.mappe = mappe;
    this.number = numbers(mappe);
  }

  open(name: string, attributes: Attributes): void {
    if (name === "c") this.openCell(attributes);
    else if (name === "v" || name === "t") this.inside = !this.reading;
    else if (name === "f") this.formula = true;
    else if (name === "rPh") this.reading = true;
    else if (name === "row") this.openRow(attributes);
    else if (name === "strike") this.struckText ||= isOn(attributes);
    else if (name === "col") this.openColumn(attributes);
    else if (name === "mergeCell") this.merge(attributes);
  }

  text(piece: string): void {
    if (!this.inside) return;
    this.value += piece;
    if (this.value.length > LONGEST_RAW) throw new Unlesbar("zu_lang");
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.inside = false;
    else if (name === "rPh") this.reading = false;
    else if (name === "c") this.closeCell();
    else if (name === "row") this.closeRow();
  }

  private openRow(attributes: Attributes): void {
    const given = Number(attributes["r"] ?? this.nr + 1);
    if (!Number.isSafeInteger(given) || given < 1) throw new Unlesbar("kaputt");
    this.nr = given;
    this.numbered = attributes["r"] !== undefined;
    this.row = [];
    this.struck = [];
    this.farben = undefined;
    this.column = -1;
    this.hidden = isTrue(attributes["hidden"]);
  }

  private openColumn(attributes: Attributes): void {
    if (!isTrue(attributes["hidden"]) || this.spalten.length > 1000) return;
    this.spalten.push({ von: Number(attributes["min"]) - 1, bis: Number(attributes["max"]) - 1 });
  }

  private openCell(attributes: Attributes): void {
    const ref = attributes["r"];
    const [column, row] = ref === undefined ? [this.column + 1, this.nr] : address(ref);
    this.column = column;
    if (column < 0 || (this.numbered && row !== this.nr)) throw new Unlesbar("kaputt");
    this.type = attributes["t"] ?? "n";
    this.style = Number(attributes["s"] ?? "0");
    this.value = "";
    this.formula = false;
    this.struckText = false;
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === null) return;
    this.mappe.umfang.cells(Math.max(1, this.column + 1 - this.row.length), this.column);
    this.mappe.umfang.value(cell);
    while (this.row.length < this.column) this.row.push(null);
    if ((this.row[this.column] ?? null) !== null) throw new Unlesbar("kaputt");
    this.row[this.column] = cell;
    const format = this.mappe.formate[this.style];
    if (this.struckText || format?.gestrichen === true) this.struck.push(this.column);
    if (this.mappe.texte.farbig && format?.farbe != null) {
      this.farben ??= new Map();
      this.farben.set(this.column, format.farbe);
    }
  }

  private cell(): Zelle {
    if (this.value === "" && this.formula && this.type !== "str") return { art: "fehler", wert: OHNE_ERGEBNIS };
    if (this.type === "n") return this.number(this.value, this.style);
    if (this.type === "s") return this.value.trim() === "" ? null : this.shared(Number(this.value));
    if (this.type === "b") return isTrue(this.value);
    if (this.type === "e") return { art: "fehler", wert: this.value };
    if (this.type === "d" && ISO_DAY.test(this.value)) return { art: "tag", tag: this.value.slice(0, 10) };
    return this.keep(excelText(this.value)) || null;
  }

  /** @throws Unlesbar where the workbook has no such text: what stood there is lost, and nobody would see it */
  private shared(index: number): Zelle {
    const { worte, gestrichen } = this.mappe.texte;
    const text = worte[index];
    if (text === undefined) throw new Unlesbar("kaputt");
    if (gestrichen.size > 0) this.struckText = gestrichen.has(index);
    return text || null;
  }

  private closeRow(): void {
    if (this.row.length === 0) return;
    if (this.seen.has(this.nr)) throw new Unlesbar("kaputt");
    this.seen.add(this.nr);
    this.mappe.umfang.row();
    const row = { nr: this.nr, zellen: this.row };
    const marked = this.farben === undefined ? row : { ...row, farben: this.farben };
    this.zeilen.push(this.struck.length === 0 ? marked : { ...marked, gestrichen: this.struck });
    if (this.hidden) this.ausgeblendet += 1;
  }

  private merge(attributes: Attributes): void {
    const [from, to] = rangeOf(attributes).map(address);
    if (from === undefined || to === undefined) return;
    const [vonSpalte, vonZeile] = from;
    const [bisSpalte, bisZeile] = to;
    if (vonSpalte < 0 || bisSpalte < vonSpalte || !(vonZeile >= 1 && bisZeile >= vonZeile)) return;
    this.mappe.umfang.merged();
    this.verbunden.push({ vonZeile, bisZeile, vonSpalte, bisSpalte });
  }
}

/** Reads one worksheet. @throws Unlesbar when it is damaged or larger than a list can be */
export async function readSheet(pieces: AsyncIterable<string>, mappe: Mappe): Promise<Blatt> {
  const sammlung = new Sammlung(mappe);
  await readXml(pieces, {
    open: (name, attributes) => sammlung.open(name, attributes),
    text: (piece) => sammlung.text(piece),
    close: (name) => sammlung.close(name),
  });
  const { zeilen, verbunden, ausgeblendet, spalten } = sammlung;
  // Rows count by their numbers, in whatever order the file holds them.
  if (zeilen.some(({ nr }, i) => nr < (zeilen[i - 1]?.nr ?? 0))) zeilen.sort((a, b) => a.nr - b.nr);
  return {
    name: mappe.name,
    zeilen,
    verbunden,
    ausgeblendet,
    versteckt: mappe.versteckt,
    ab1904: mappe.ab1904,
    hinweise: ausgeblendeteSpalten(mappe.name, zeilen, spalten),
    kommentare: mappe.kommentare,
  };
}
