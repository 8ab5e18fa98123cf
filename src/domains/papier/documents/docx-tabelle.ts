import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Tabelle } from "../model/papier.ts";

const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const AUTO = LineRuleType.AUTO;
const DARK = "171A2B";

/** Twentieths of a point between the margins of the page. */
const WIDTH = 9241;
const FIGURE = 1420;

/** About as wide is a letter in a table, with room for a font that is wider than ours, and what stands around it. */
const LETTER = 125;
const AROUND = 160;
/** Letters of a line beyond which a cell is broken anyway; of a word for which no other column gives way. */
const LINE = 60;
const WORD = 16;

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((one) => one.length));

/**
 * Columns of figures are as wide as they need to be. Those of words are at least as wide as their longest word, and share what is left
 * by how much they have to say.
 */
function widths({ spalten, zeilen }: Pick<Tabelle, "spalten" | "zeilen">): number[] {
  const of = spalten.map((s, i) => {
    if (s.zahl === true) return { least: FIGURE, wish: FIGURE };
    const cells = [s.titel, ...zeilen.map((row) => row[i] ?? "")];
    const least = Math.min(WORD, longest(cells.flatMap((one) => one.split(/[\s-]/)))) * LETTER + AROUND;
    return { least, wish: Math.max(least, Math.min(LINE, longest(cells)) * LETTER + AROUND) };
  });
  const sum = (which: "least" | "wish") => of.reduce((all, one) => all + one[which], 0);
  const least = sum("least");
  const more = sum("wish") - least;
  const rest = WIDTH - least;
  const last = spalten.findLastIndex((one) => one.zahl !== true);
  const share = ({ least: own, wish }: (typeof of)[number], i: number): number =>
    more > 0 ? (rest * (wish - own)) / more : i === last ? rest : 0;
  const wide = of.map((one, i) => Math.floor(rest < 0 ? (one.least * WIDTH) / least : one.least + share(one, i)));
  return wide.map((one, i) => (i === wide.length - 1 ? WIDTH - wide.slice(0, -1).reduce((a, b) => a + b, 0) : one));
}

/** Rows up to which a table stays on one page. */
const WHOLE = 9;

/** Which rows stay with the next: no table begins or ends with one row alone on a page, and notes stay below their table. */
function staysWithNext({ zeilen, anmerkungen }: Tabelle, row: number): boolean {
  const last = zeilen.length - 1;
  if (row === last) return anmerkungen.length > 0;
  return zeilen.length <= WHOLE || row < 2 || row >= last - 2;
}

type Row = { readonly at: "kopf" | "zeile" | "summe"; readonly keepNext: boolean };

function rowOf(cells: readonly string[], table: Tabelle, { at, keepNext }: Row): TableRow {
  const bold = at !== "zeile";
  const top = at === "kopf" ? line(10, DARK) : at === "summe" ? line(6, DARK) : line(4, "C9CDD8");
  return new TableRow({
    tableHeader: at === "kopf",
    cantSplit: true,
    children: cells.map(
      (value, i) =>
        new TableCell({
          margins: {
            top: 50,
            bottom: 50,
            left: 70,
            right: 70,
          },
          borders: {
            top,
            bottom: at === "kopf" ? line(6, DARK) : NONE,
            left: NONE,
            right: NONE,
          },
          children: [
            new Paragraph({
              spacing: {
                after: 0,
                line: 250,
                lineRule: AUTO,
              },
              keepNext,
              alignment: table.spalten[i]?.zahl === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: [
                new TextRun({
                  text: value,
                  bold,
                  size: 19,
                }),
              ],
            }),
          ],
        }),
    ),
  });
}

/** A table with a head that Word repeats on the next page. */
export function tableOf(table: Tabelle): Table {
  const last = table.zeilen.length - 1;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths(table),
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: line(10, DARK),
      insideVertical: NONE,
      insideHorizontal: NONE,
    },
    rows: [
      rowOf(
        table.spalten.map((s) => s.titel),
        table,
        { at: "kopf", keepNext: true },
      ),
      ...table.zeilen.map((cells, i) =>
        rowOf(cells, table, {
          at: table.summe && i === last ? "summe" : "zeile",
          keepNext: staysWithNext(table, i),
        }),
      ),
    ],
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Which cells are heads: the first row and the first column. */
const LOOK =
  '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>';

/**
 * Says to whoever does not see them what the tables of a document are and which of their cells are heads; the library has no
 * word for it. `tabellen` in the order in which they stand there.
 */
export function described(xml: string, tabellen: readonly Tabelle[]): string {
  let i = 0;
  return xml.replaceAll(/<w:tblPr>[\s\S]*?<\/w:tblPr>/g, (properties) => {
    const table = tabellen[i++];
    if (table === undefined) return properties;
    const columns = table.spalten.map((s) => s.titel).join(", ");
    const said = `Spalten: ${columns}. Zeilen: ${table.zeilen.length}.`;
    const own = `${LOOK}<w:tblCaption w:val="${escaped(table.titel)}"/><w:tblDescription w:val="${escaped(said)}"/>`;
    return properties.replace(/<w:tblLook [^>]*\/>/, "").replace("</w:tblPr>", () => `${own}</w:tblPr>`);
  });
}
