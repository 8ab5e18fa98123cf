import { Parser } from "htmlparser2";
import { Umfang } from "./umfang.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { type Bereich, type Blatt, type Blattzeile, type Zelle, reinerText } from "./zelle.ts";

type Attribute = Readonly<Record<string, string>>;

const UNSEEN = new Set(["head", "style", "script", "xml", "noscript", "template"]);
const LINES = new Set(["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "caption"]);
/** A new line where they stand; they have no end. */
const BREAKS = new Set(["br", "hr"]);
const STRUCK = new Set(["s", "strike", "del"]);
const MOST_SPANNED = 1000;

/** Whether a text is a page with a table, as programs of other makers export it under the name of a spreadsheet. */
export const isHtmlTabelle = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!|[a-z])/iu.test(text.slice(0, 1000)) && /<table[\s>]/iu.test(text);

const spanned = (told: string | undefined): number => {
  const n = Number(told ?? "1");
  return Number.isInteger(n) && n >= 1 && n <= MOST_SPANNED ? n : 1;
};
const isStruck = ({ style = "" }: Attribute): boolean => /text-decoration[^;]*line-through/iu.test(style);
const farbe = ({ bgcolor = "", style = "" }: Attribute): string | undefined =>
  /^#([0-9a-f]{6})/iu.exec(bgcolor)?.[1] ?? /background(?:-color)?\s*:\s*#([0-9a-f]{6})/iu.exec(style)?.[1];

/** One table with the titles above it, while its rows come in. */
class Tafel {
  readonly zeilen: Blattzeile[] = [];
  readonly verbunden: Bereich[] = [];
  private nr = 0;
  private row: Zelle[] | undefined;
  private cell: { text: string; struck: boolean; attributes: Attribute } | undefined;
  private struck: number[] = [];
  private farben = new Map<number, string>();
  /** Columns that a cell further up reaches down to, with how many rows more. */
  private readonly reach = new Map<number, number>();

  private readonly umfang: Umfang;

  constructor(umfang: Umfang) {
    this.umfang = umfang;
  }

  titel(text: string): void {
    for (const line of text.split("\n").map(reinerText)) if (line !== "") this.push([line]);
  }

  openRow(): void {
    this.closeRow();
    this.row = [];
  }

  openCell(attributes: Attribute): void {
    this.closeCell();
    this.row ??= [];
    this.cell = { text: "", struck: isStruck(attributes), attributes };
  }

  add(text: string, struck = false): void {
    if (this.cell === undefined) return;
    this.cell.text += text;
    if (struck) this.cell.struck = true;
    if (this.cell.text.length > GRENZEN.zelle * 2) throw new Unlesbar("zu_lang");
  }

  closeCell(): void {
    const { row, cell } = this;
    this.cell = undefined;
    if (row === undefined || cell === undefined) return;
    while ((this.reach.get(row.length) ?? 0) > 0) row.push(null);
    const at = row.length;
    const [columns, rows] = [spanned(cell.attributes["colspan"]), spanned(cell.attributes["rowspan"])];
    const value = reinerText(cell.text) || null;
    if (value !== null) {
      if (cell.struck) this.struck.push(at);
      const fill = farbe(cell.attributes);
      if (fill !== undefined) this.farben.set(at, fill);
    }
    this.umfang.cells(columns, at + columns - 1);
    row.push(value, ...Array.from({ length: columns - 1 }, () => null));
    if (columns === 1 && rows === 1) return;
    this.umfang.merged();
    const nr = this.nr + 1;
    this.verbunden.push({ vonZeile: nr, bisZeile: nr + rows - 1, vonSpalte: at, bisSpalte: at + columns - 1 });
    for (let i = at; i < at + columns; i++) if (rows > 1) this.reach.set(i, rows);
  }

  closeRow(): void {
    this.closeCell();
    if (this.row === undefined) return;
    this.push(this.row);
    for (const [column, left] of this.reach) this.reach.set(column, left - 1);
    this.row = undefined;
  }

  private push(zellen: Zelle[]): void {
    this.nr += 1;
    while (zellen.at(-1) === null) zellen.pop();
    if (zellen.length > 0) {
      this.umfang.row();
      for (const zelle of zellen) this.umfang.value(zelle);
      const looks = {
        ...(this.struck.length === 0 ? {} : { gestrichen: this.struck }),
        ...(this.farben.size === 0 ? {} : { farben: this.farben }),
      };
      this.zeilen.push({ nr: this.nr, zellen, ...looks });
    }
    this.struck = [];
    this.farben = new Map();
  }
}

/** Takes a page apart: its tables, and the texts around them. */
class Seite {
  readonly tafeln: Tafel[] = [];
  private readonly umfang = new Umfang();
  private readonly open: Tafel[] = [];
  private around = "";
  private unseen = "";
  private struck = 0;

  text(piece: string): void {
    if (this.unseen !== "" || piece === "") return;
    const tafel = this.open.at(-1);
    // In the source a line ends anywhere; only a tag begins a new one.
    const line = piece.replaceAll(/\s+/gu, " ");
    if (tafel === undefined) this.around += line;
    else tafel.add(line, this.struck > 0 && line.trim() !== "");
    if (this.around.length > GRENZEN.zelle) throw new Unlesbar("zu_lang");
  }

  begin(name: string, attributes: Attribute): void {
    // A head that nobody ended ends there.
    if (name === "body") this.unseen = "";
    if (this.unseen !== "") return;
    const tafel = this.open.at(-1);
    if (UNSEEN.has(name)) this.unseen = name;
    else if (name === "table") this.tafel();
    else if (STRUCK.has(name)) this.struck += 1;
    else if (name === "tr") tafel?.openRow();
    else if (name === "td" || name === "th") tafel?.openCell(attributes);
    else if (LINES.has(name) || BREAKS.has(name)) this.line();
  }

  end(name: string): void {
    if (this.unseen !== "") {
      if (name === this.unseen) this.unseen = "";
      return;
    }
    const tafel = this.open.at(-1);
    if (name === "table") this.open.pop()?.closeRow();
    else if (STRUCK.has(name)) this.struck = Math.max(0, this.struck - 1);
    else if (name === "tr") tafel?.closeRow();
    else if (name === "td" || name === "th") tafel?.closeCell();
    else if (LINES.has(name)) this.line();
  }

  private line(): void {
    const tafel = this.open.at(-1);
    if (tafel === undefined) this.around += "\n";
    else tafel.add("\n");
  }

  private tafel(): void {
    if (this.tafeln.length >= GRENZEN.blaetter) throw new Unlesbar("zu_breit");
    const tafel = new Tafel(this.umfang);
    tafel.titel(this.around);
    this.around = "";
    this.tafeln.push(tafel);
    this.open.push(tafel);
  }

  /** What stands below the last table belongs to it. */
  ende(): void {
    for (const tafel of this.open.toReversed()) tafel.closeRow();
    this.tafeln.at(-1)?.titel(this.around);
  }
}

/**
 * Reads the tables of a page (HTML), a sheet each, with the titles above them. Pages are rarely well formed: tags that do not end
 * where they should end where the next one begins. Nothing is executed or fetched. @throws Unlesbar when it is too large
 */
export function readHtml(text: string, name: string, hinweise: readonly string[]): Blatt[] {
  const seite = new Seite();
  const parser = new Parser({
    onopentag: (tag, attributes) => seite.begin(tag, attributes),
    ontext: (piece) => seite.text(piece),
    onclosetag: (tag) => seite.end(tag),
  });
  parser.end(text);
  seite.ende();
  const several = seite.tafeln.length > 1;
  return seite.tafeln.map(({ zeilen, verbunden }, i) => ({
    name: several ? `${name} ${i + 1}` : name,
    zeilen,
    verbunden,
    ausgeblendet: 0,
    versteckt: false,
    hinweise: i === 0 ? hinweise : [],
  }));
}
