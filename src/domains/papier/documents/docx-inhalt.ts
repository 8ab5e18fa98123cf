import { HeadingLevel, type IParagraphOptions, LineRuleType, Paragraph, type Table, TextRun } from "docx";
import type { Abschnitt, Block, Lauf } from "../model/papier.ts";
import { chartOf } from "./docx-diagramm.ts";
import { tableOf } from "./docx-tabelle.ts";

const FONT = "Fira Sans";
/** Lines as high as what stands in them; without saying so a chart is cut to one line. */
const AUTO = LineRuleType.AUTO;
export const GREY = "5A6072";

export const KOPFANGABE = "Kopfangabe";

/** Sizes in half points, spacing in twentieths of a point. */
export const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: "171A2B", language: { value: "de-DE" } },
      paragraph: { spacing: { after: 140, line: 290, lineRule: AUTO } },
    },
    title: { run: { size: 38, bold: true }, paragraph: { spacing: { before: 60, after: 120 } } },
    heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 380, after: 140 }, keepNext: true } },
    heading3: { run: { size: 21, bold: true }, paragraph: { spacing: { before: 240, after: 100 }, keepNext: true } },
    heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 300, after: 120 }, keepNext: true } },
  },
  paragraphStyles: [
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      next: "Normal",
      run: {
        size: 19,
        bold: true,
      },
      paragraph: {
        spacing: {
          before: 220,
          after: 80,
        },
        keepNext: true,
      },
    },
    {
      id: "Verzeichnis",
      name: "Verzeichnis",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 28, bold: true },
      paragraph: { spacing: { before: 380, after: 140 }, keepNext: true },
    },
    // What stands above the text: whoever reads the file again knows that it is no chapter.
    { id: KOPFANGABE, name: KOPFANGABE, basedOn: "Normal", next: "Normal" },
    {
      id: "Anmerkung",
      name: "Anmerkung",
      basedOn: "Normal",
      run: {
        size: 17,
        color: GREY,
      },
      paragraph: {
        spacing: {
          before: 80,
          after: 120,
        },
      },
    },
  ],
} as const;

/** A paragraph of one text. */
export const text = (value: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...more, children: [new TextRun(value)] });

const UNDER = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3 } as const;
const LISTE = "liste";
const GEZAEHLT = "gezaehlt";
/** Numbers of headings: "1", "1.1". */
export const NUMMERIERT = "kapitel";

const UNINDENTED = { paragraph: { indent: { left: 567, hanging: 567 } } };

export const NUMBERING = {
  config: [
    {
      reference: NUMMERIERT,
      levels: [
        { level: 0, format: "decimal", text: "%1", style: UNINDENTED },
        { level: 1, format: "decimal", text: "%1.%2", style: UNINDENTED },
      ],
    },
    {
      reference: LISTE,
      levels: [
        {
          level: 0,
          format: "bullet",
          text: "–",
          style: { paragraph: { indent: { left: 340, hanging: 240 } } },
        },
      ],
    },
    {
      reference: GEZAEHLT,
      levels: [
        {
          level: 0,
          format: "decimal",
          text: "%1.",
          style: { paragraph: { indent: { left: 400, hanging: 300 } } },
        },
      ],
    },
  ],
} as const;

const runs = (line: readonly Lauf[]): TextRun[] =>
  line.map(({ text: value, fett }) => new TextRun({ text: value, ...(fett ? { bold: true } : {}) }));

/** Points of a list; the list itself is declared in `NUMBERING`. @param instance counts anew in each */
const liste = ({ punkte, gezaehlt }: Extract<Block, { readonly art: "liste" }>, instance: number): Paragraph[] =>
  punkte.map(
    (line) =>
      new Paragraph({
        children: runs(line),
        numbering: { reference: gezaehlt ? GEZAEHLT : LISTE, level: 0, instance },
        spacing: { after: 60 },
      }),
  );

type Wo = { readonly ebene: 1 | 2; readonly keepNext: boolean; readonly nr: number };

function blockOf(block: Block, { ebene, keepNext, nr }: Wo): (Paragraph | Table)[] {
  if (block.art === "absatz") return [new Paragraph({ children: runs(block.laeufe), keepNext })];
  if (block.art === "liste") return liste(block, nr);
  if (block.art === "zwischentitel") {
    return [new Paragraph({ heading: UNDER[ebene], children: runs(block.laeufe) })];
  }
  const caption = text(block.titel, { style: "Caption" });
  if (block.art === "diagramm") return [caption, new Paragraph({ children: [chartOf(block)] })];
  const notes = block.anmerkungen.map((note) => text(note, { style: "Anmerkung" }));
  // Word joins two tables that touch each other.
  const after = notes.length === 0 ? [new Paragraph({ spacing: { after: 60, line: 200, lineRule: AUTO } })] : notes;
  return [caption, tableOf(block), ...after];
}

/** Blocks of a chapter are counted from here on, so that no two of a paper have the same number. */
const MOST_BLOCKS = 1000;

/** What a chapter says below its heading. @param nr which chapter it is @param keepLast its end stays with what follows */
export const inhaltOf = ({ bloecke, ebene }: Abschnitt, nr = 0, keepLast = false): (Paragraph | Table)[] =>
  bloecke.flatMap((block, i) =>
    blockOf(block, { ebene, keepNext: keepLast && i === bloecke.length - 1, nr: nr * MOST_BLOCKS + i }),
  );
