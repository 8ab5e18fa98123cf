import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TextRun,
} from "docx";
import PizZip from "pizzip";
import { chartOf } from "./docx-diagramm.ts";
import { described, tableOf } from "./docx-tabelle.ts";
import type { Abschnitt, Block, Lauf, Papier } from "../model/papier.ts";

const FONT = "Fira Sans";
/** Lines as high as what stands in them; without saying so a chart is cut to one line. */
const AUTO = LineRuleType.AUTO;
const GREY = "5A6072";

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

const text = (value: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...more, children: [new TextRun(value)] });

const UNDER = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3 } as const;
const LISTE = "liste";
const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

export const NUMBERING = {
  config: [
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
  ],
} as const;

const runs = (line: readonly Lauf[]): TextRun[] =>
  line.map(({ text: value, fett }) => new TextRun({ text: value, ...(fett ? { bold: true } : {}) }));

/** Points of a list; the list itself is declared in `LISTE`. */
const liste = (punkte: readonly (readonly Lauf[])[]): Paragraph[] =>
  punkte.map(
    (line) =>
      new Paragraph({ children: runs(line), numbering: { reference: LISTE, level: 0 }, spacing: { after: 60 } }),
  );

function blockOf(block: Block, ebene: 1 | 2, keepNext = false): (Paragraph | Table)[] {
  if (block.art === "absatz") return [new Paragraph({ children: runs(block.laeufe), keepNext })];
  if (block.art === "liste") return liste(block.punkte);
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

/** What a chapter says below its heading. */
export const inhaltOf = ({ bloecke, ebene }: Abschnitt, keepLast = false): (Paragraph | Table)[] =>
  bloecke.flatMap((block, i) => blockOf(block, ebene, keepLast && i === bloecke.length - 1));

export const DOCUMENT = "word/document.xml";

const LINE = { style: BorderStyle.SINGLE, size: 8, color: "171A2B", space: 6 };

/** Word and value of the head, a tab between them: it is a list of facts and no table of figures. */
const headOf = ({ kopf }: Papier): Paragraph[] =>
  kopf.map(
    ({ wort, wert }, i) =>
      new Paragraph({
        tabStops: [{ type: "left", position: 1700 }],
        indent: { left: 1700, hanging: 1700 },
        spacing: { after: 60 },
        border: { ...(i === 0 ? { top: LINE } : {}), ...(i === kopf.length - 1 ? { bottom: LINE } : {}) },
        children: [new TextRun({ text: wort, color: GREY }), new TextRun({ text: `\t${wert}` })],
      }),
  );

const schlussOf = ({ schluss }: Papier): Paragraph[] =>
  schluss.map((line, i) => text(line, { keepNext: i < schluss.length - 1, spacing: { before: BEFORE[i] ?? 0 } }));
const BEFORE = [480, 360, 480];

function bodyOf(papier: Papier): (Paragraph | Table)[] {
  const { berichtigung } = papier;
  return [
    ...papier.briefkopf.map(
      (line) =>
        new Paragraph({ children: [new TextRun({ text: line, bold: true, color: GREY })], spacing: { after: 0 } }),
    ),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(papier.titel)] }),
    text(papier.untertitel),
    ...headOf(papier),
    ...(berichtigung === undefined ? [] : [text(berichtigung, { spacing: { before: 240 } })]),
    // The last words stay with the signature.
    ...papier.abschnitte.flatMap((a, i) => [
      text(a.titel, { heading: HEADINGS[a.ebene] }),
      ...inhaltOf(a, i === papier.abschnitte.length - 1 && papier.schluss.length > 0),
    ]),
    ...schlussOf(papier),
  ];
}

const footerOf = ({ nummer, datenstand }: Papier) =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: "right", position: 9070 }],
        children: [
          new TextRun({
            size: 17,
            color: GREY,
            children: [
              `${nummer === undefined ? "Entwurf" : `Bericht ${nummer}`} · Datenstand ${datenstand}`,
              "	Seite ",
              PageNumber.CURRENT,
              " von ",
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });

const line = (children: TextRun[], tabStops: IParagraphOptions["tabStops"] = []) =>
  new Header({ children: [new Paragraph({ tabStops, children })] });
const small = (value: string, bold = false) => new TextRun({ text: value, bold, size: 17, color: GREY });

/** On the first page that it is a draft, on the others whose paper it is and what it is called. */
const headersOf = ({ nummer, kreis, titel }: Papier) => ({
  first: line([small(nummer === undefined ? "Entwurf, nicht freigegeben" : "", true)]),
  default: line([small(`${kreis}\t${titel}`)], [{ type: "right", position: 9070 }]),
});

/** The paper as a Word file: real headings, tables with repeated heads, charts that Word draws from their figures. */
export async function docxOf(papier: Papier): Promise<Buffer> {
  const document = new Document({
    title: papier.titel,
    creator: papier.kreis,
    lastModifiedBy: papier.kreis,
    subject: papier.untertitel,
    description: `Datenstand ${papier.datenstand}`,
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: 11906,
              height: 16838,
            },
            margin: {
              top: 1474,
              bottom: 1361,
              left: 1418,
              right: 1247,
            },
          },
        },
        headers: headersOf(papier),
        footers: { first: footerOf(papier), default: footerOf(papier) },
        children: bodyOf(papier),
      },
    ],
  });
  const zip = new PizZip(await Packer.toBuffer(document));
  const tabellen = papier.abschnitte.flatMap((a) => a.bloecke.filter((b) => b.art === "tabelle"));
  zip.file(DOCUMENT, described(zip.file(DOCUMENT)?.asText() ?? "", tabellen));
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}
