import { type Spaltenbereich, ausgeblendeteSpalten } from "./ausgeblendet.ts";
import { OdsKommentare } from "./ods-kommentare.ts";
import { OdsStile } from "./ods-stile.ts";
import { Umfang } from "./umfang.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { attribute, readXml } from "./xml.ts";
import { type Bereich, type Blatt, type Blattzeile, OHNE_ERGEBNIS, type Zelle, reinerText, sammler } from "./zelle.ts";

type Attributes = Readonly<Record<string, string>>;
type Offen = {
  readonly name: string;
  readonly versteckt: boolean;
  zeilen: Blattzeile[];
  verbunden: Bereich[];
  nr: number;
  spalten: Spaltenbereich[];
  /** Styles of the cells of a column that name none themselves, up to a column. */
  stile: { readonly bis: number; readonly stil: string }[];
  breite: number;
};

const LONGEST_REPEAT = 2_000_000;
/** How often a row or cell stands there; one of a sheet's end may be told a million times. */
function times(attributes: Attributes, name: string): number {
  const n = Number(attribute(attributes, name) ?? "1");
  if (!Number.isSafeInteger(n) || n < 1 || n > LONGEST_REPEAT) throw new Unlesbar("kaputt");
  return n;
}

const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:T|$)/u;
const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?$/u;

/** Texts inside a cell that are none of it: remarks, drawings, the change history. */
const BESIDE = new Set(["annotation", "shapes", "frame", "tracked-changes", "control", "custom-shape"]);

/** Collects the sheets of a spreadsheet as its elements come in. */
class Sammlung {
  readonly blaetter: Blatt[] = [];
  private readonly umfang = new Umfang();
  private readonly keep = sammler();
  private readonly stile: OdsStile;
  private readonly kommentare = new OdsKommentare();
  private struck: number[] = [];
  private rowStil: string | undefined;
  private stil = "";
  private farben: Map<number, string> | undefined;
  private readonly gefaerbt = new Map<string, ReadonlyMap<number, string>>();
  private cellStruck = false;
  private blatt: Offen | undefined;
  private ausgeblendet = 0;
  private row: Zelle[] = [];
  private rowTimes = 1;
  private rowHidden = false;
  private column = 0;
  private cell: Attributes | undefined;
  private covered = false;
  private text = "";
  private inText = 0;
  private beside = 0;

  constructor(stile: OdsStile) {
    this.stile = stile;
  }

  open(name: string, attributes: Attributes): void {
    if (this.beside > 0 || BESIDE.has(name)) {
      this.kommentare.open(name, this.cell !== undefined);
      this.beside += 1;
    } else if (name === "table") this.openTable(attributes);
    else if (this.blatt === undefined) this.stile.open(name, attributes);
    else this.openInside(name, attributes, this.blatt);
  }

  private openInside(name: string, attributes: Attributes, blatt: Offen): void {
    if (name === "table-row") this.openRow(attributes);
    else if (name === "table-cell" || name === "covered-table-cell") this.openCell(name, attributes, blatt);
    else if (name === "table-column") openColumn(attributes, blatt);
    else if (name === "span") this.cellStruck ||= this.stile.isStruck(attribute(attributes, "style-name") ?? "");
    else if (name === "p" && this.cell !== undefined) {
      this.inText += 1;
      if (this.text !== "") this.add("\n");
    } else if (name === "s") this.add(" ".repeat(Math.min(times(attributes, "c"), GRENZEN.zelle)));
    else if (name === "tab") this.add(" ");
    else if (name === "line-break") this.add("\n");
  }

  add(piece: string): void {
    if (this.beside > 0) this.kommentare.add(piece);
    if (this.beside > 0 || this.inText === 0) return;
    this.text += piece;
    if (this.text.length > GRENZEN.zelle) throw new Unlesbar("zu_lang");
  }

  close(name: string): void {
    if (this.beside > 0) {
      this.beside -= 1;
      this.kommentare.close(name, this.blatt?.nr ?? 0, this.column);
    } else if (this.blatt === undefined) return;
    else if (name === "p" && this.inText > 0) this.inText -= 1;
    else if (name === "table-cell" || name === "covered-table-cell") this.closeCell();
    else if (name === "table-row") this.closeRow(this.blatt);
    else if (name === "table") this.closeTable(this.blatt);
  }

  private openTable(attributes: Attributes): void {
    if (this.blatt !== undefined) throw new Unlesbar("kaputt");
    if (this.blaetter.length >= GRENZEN.blaetter) throw new Unlesbar("zu_breit");
    const told = attribute(attributes, "name") ?? "";
    const name = this.blaetter.some((b) => b.name === told) ? `${told} (${this.blaetter.length + 1})` : told;
    const versteckt = this.stile.isHidden(attribute(attributes, "style-name") ?? "");
    this.blatt = { name, versteckt, zeilen: [], verbunden: [], nr: 1, spalten: [], stile: [], breite: 0 };
    this.ausgeblendet = 0;
  }

  private openRow(attributes: Attributes): void {
    this.row = [];
    this.struck = [];
    this.farben = undefined;
    this.rowStil = attribute(attributes, "default-cell-style-name");
    this.column = 0;
    this.rowTimes = times(attributes, "number-rows-repeated");
    this.rowHidden = /^(?:collapse|filter)$/u.test(attribute(attributes, "visibility") ?? "");
  }

  private openCell(name: string, attributes: Attributes, { nr, verbunden, stile }: Offen): void {
    this.cell = attributes;
    this.covered = name === "covered-table-cell";
    const column = () => stile.find(({ bis }) => this.column <= bis)?.stil;
    this.stil = attribute(attributes, "style-name") ?? this.rowStil ?? column() ?? "";
    this.cellStruck = this.stile.isStruck(this.stil);
    this.text = "";
    const columns = Number(attribute(attributes, "number-columns-spanned") ?? "1");
    const rows = Number(attribute(attributes, "number-rows-spanned") ?? "1");
    if (!(columns > 1 || rows > 1)) return;
    this.umfang.merged();
    const bisSpalte = this.column + columns - 1;
    verbunden.push({ vonZeile: nr, bisZeile: nr + rows - 1, vonSpalte: this.column, bisSpalte });
  }

  private closeCell(): void {
    const attributes = this.cell ?? {};
    const n = times(attributes, "number-columns-repeated");
    const value = this.covered ? null : this.value(attributes);
    this.cell = undefined;
    if (value !== null) {
      const farbe = this.stile.farbe(this.stil);
      const empty = this.column - this.row.length;
      this.umfang.cells(empty + n, this.column + n - 1);
      while (this.row.length < this.column) this.row.push(null);
      for (let i = 0; i < n; i++) {
        this.umfang.value(value);
        if (this.cellStruck) this.struck.push(this.row.length);
        if (farbe !== undefined) (this.farben ??= new Map()).set(this.row.length, farbe);
        this.row.push(value);
      }
    }
    this.column += n;
  }

  private value(attributes: Attributes): Zelle {
    const kind = attribute(attributes, "value-type") ?? "";
    const text = this.keep(reinerText(attributes["office:string-value"] ?? this.text));
    if (attributes["calcext:value-type"] === "error") return { art: "fehler", wert: text };
    // What is shown as a share or as money is no number of anything else.
    if ((kind === "percentage" || kind === "currency") && text !== "") return text;
    if (kind === "float" || kind === "percentage" || kind === "currency") return numberIn(attributes) ?? (text || null);
    if (kind === "date") {
      const tag = ISO_DAY.exec(attribute(attributes, "date-value") ?? "")?.[1];
      return tag === undefined ? text || null : { art: "tag", tag };
    }
    if (kind === "time") return timeIn(attributes) ?? (text || null);
    if (kind === "boolean") return attribute(attributes, "boolean-value") === "true";
    if (text === "" && kind === "" && attribute(attributes, "formula") !== undefined)
      return { art: "fehler", wert: OHNE_ERGEBNIS };
    return text || null;
  }

  private closeRow(blatt: Offen): void {
    if (this.row.length > 0) {
      for (let i = 0; i < this.rowTimes; i++) {
        this.umfang.row();
        if (i > 0) this.umfang.cells(this.row.length, this.row.length - 1);
        const row = { nr: blatt.nr + i, zellen: this.row };
        const marked = this.farben === undefined ? row : { ...row, farben: this.wieVorher(this.farben) };
        blatt.zeilen.push(this.struck.length === 0 ? marked : { ...marked, gestrichen: this.struck });
        if (this.rowHidden) this.ausgeblendet += 1;
      }
    }
    blatt.nr += this.rowTimes;
  }

  /** Rows are coloured alike: one copy for all of them. */
  private wieVorher(farben: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
    const key = [...farben].join(" ");
    const known = this.gefaerbt.get(key) ?? farben;
    if (this.gefaerbt.size < 1000) this.gefaerbt.set(key, known);
    return known;
  }

  private closeTable({ name, versteckt, zeilen, verbunden, spalten }: Offen): void {
    const hinweise = ausgeblendeteSpalten(name, zeilen, spalten);
    const kommentare = this.kommentare.desBlatts();
    this.blaetter.push({ name, versteckt, zeilen, verbunden, ausgeblendet: this.ausgeblendet, hinweise, kommentare });
    this.blatt = undefined;
  }
}

function openColumn(attributes: Attributes, blatt: Offen): void {
  const n = times(attributes, "number-columns-repeated");
  const hidden = /^(?:collapse|filter)$/u.test(attribute(attributes, "visibility") ?? "");
  if (hidden && blatt.spalten.length < 1000) blatt.spalten.push({ von: blatt.breite, bis: blatt.breite + n - 1 });
  blatt.breite += n;
  const stil = attribute(attributes, "default-cell-style-name") ?? "";
  if (blatt.stile.length < 1000) blatt.stile.push({ bis: blatt.breite - 1, stil });
}

function numberIn(attributes: Attributes): number | undefined {
  const raw = attribute(attributes, "value") ?? "";
  const value = Number(raw);
  return raw === "" || !Number.isFinite(value) ? undefined : value;
}

function timeIn(attributes: Attributes): Zelle | undefined {
  const found = DURATION.exec(attribute(attributes, "time-value") ?? "");
  return found === null ? undefined : { art: "zeit", minuten: Number(found[1] ?? "0") * 60 + Number(found[2] ?? "0") };
}

/** Reads the sheets of a content.xml; `stile` are those of the document. @throws Unlesbar when it is damaged or larger than a list can be */
export async function readOdsTabellen(pieces: AsyncIterable<string>, stile: OdsStile): Promise<Blatt[]> {
  const sammlung = new Sammlung(stile);
  await readXml(pieces, {
    open: (name, attributes) => sammlung.open(name, attributes),
    text: (piece) => sammlung.add(piece),
    close: (name) => sammlung.close(name),
  });
  return sammlung.blaetter;
}
