import { entziffert } from "./html-zeichen.ts";
import { Umfang } from "./umfang.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { type Bereich, type Blatt, type Blattzeile, type Zelle, reinerText } from "./zelle.ts";

/** Where a comment begins, or a tag with its attributes. */
const TAG = /<!--|<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/giu;
const COMMENT_ENDS = "-->";
const UNSEEN = new Set(["head", "style", "script", "xml", "noscript", "template"]);
const LINES = new Set(["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "hr"]);
const STRUCK = new Set(["s", "strike", "del"]);
const MOST_SPANNED = 1000;

/** Whether a text is a page with a table, as programs of other makers export it under the name of a spreadsheet. */
export const isHtmlTabelle = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!|[a-z])/iu.test(text.slice(0, 1000)) && /<table[\s>]/iu.test(text);

const attribut = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3];
};
const spanned = (attributes: string, name: string): number => {
  const n = Number(attribut(attributes, name) ?? "1");
  return Number.isInteger(n) && n >= 1 && n <= MOST_SPANNED ? n : 1;
};
const isStruck = (attributes: string): boolean => /text-decoration[^;"']*line-through/iu.test(attributes);
const farbe = (attributes: string): string | undefined =>
  /(?:bgcolor\s*=\s*["']?|background(?:-color)?\s*:\s*)#([0-9a-f]{6})/iu.exec(attributes)?.[1];

/** One table with the titles above it, while its rows come in. */
class Tafel {
  readonly zeilen: Blattzeile[] = [];
  readonly verbunden: Bereich[] = [];
  private nr = 0;
  private row: Zelle[] | undefined;
  private cell: { text: string; struck: boolean; attributes: string } | undefined;
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

  openCell(attributes: string): void {
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
    const [columns, rows] = [spanned(cell.attributes, "colspan"), spanned(cell.attributes, "rowspan")];
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
    const plain = entziffert(piece);
    const tafel = this.open.at(-1);
    // In the source a line ends anywhere; only a tag begins a new one.
    const line = plain.replaceAll(/\s+/gu, " ");
    if (tafel === undefined) this.around += line;
    else tafel.add(line, this.struck > 0 && line.trim() !== "");
    if (this.around.length > GRENZEN.zelle) throw new Unlesbar("zu_lang");
  }

  tag(name: string, ends: boolean, attributes: string): void {
    if (this.unseen !== "") {
      if (ends && name === this.unseen) this.unseen = "";
      return;
    }
    const tafel = this.open.at(-1);
    if (UNSEEN.has(name)) this.unseen = ends ? "" : name;
    else if (name === "table") this.tafel(ends);
    else if (STRUCK.has(name)) this.struck = Math.max(0, this.struck + (ends ? -1 : 1));
    else if (name === "tr") {
      if (ends) tafel?.closeRow();
      else tafel?.openRow();
    } else if (name === "td" || name === "th") {
      if (ends) tafel?.closeCell();
      else tafel?.openCell(attributes);
    } else if (LINES.has(name)) {
      if (tafel === undefined) this.around += "\n";
      else tafel.add("\n");
    }
  }

  private tafel(ends: boolean): void {
    if (ends) {
      this.open.pop()?.closeRow();
      return;
    }
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
  const tags = new RegExp(TAG);
  let at = 0;
  for (let found = tags.exec(text); found !== null; found = tags.exec(text)) {
    seite.text(text.slice(at, found.index));
    const [all, slash, tag, attributes = ""] = found;
    at = found.index + all.length;
    if (tag !== undefined) seite.tag(tag.toLowerCase(), slash === "/", attributes);
    else {
      const end = text.indexOf(COMMENT_ENDS, at);
      at = end === -1 ? text.length : end + COMMENT_ENDS.length;
      tags.lastIndex = at;
    }
  }
  seite.text(text.slice(at));
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
