import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from "docx";
import PizZip from "pizzip";
import { GREY, KOPFANGABE, NUMBERING, NUMMERIERT, STYLES, inhaltOf, text } from "./docx-inhalt.ts";
import { described } from "./docx-tabelle.ts";
import { type Papier, fussText, istEntwurf } from "../model/papier.ts";

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

export const DOCUMENT = "word/document.xml";

const LINE = { style: BorderStyle.SINGLE, size: 8, color: "171A2B", space: 6 };

/** About as wide is a letter in a font that is wider than ours. */
const LETTER = 150;

/** Word and value of the head, a tab between them: it is a list of facts and no table of figures. */
function headOf({ kopf }: Papier): Paragraph[] {
  const wide = Math.min(3000, Math.max(1700, ...kopf.map(({ wort }) => wort.length * LETTER)));
  return kopf.map(
    ({ wort, wert }, i) =>
      new Paragraph({
        style: KOPFANGABE,
        tabStops: [{ type: "left", position: wide }],
        indent: { left: wide, hanging: wide },
        spacing: { after: 60 },
        border: { ...(i === 0 ? { top: LINE } : {}), ...(i === kopf.length - 1 ? { bottom: LINE } : {}) },
        children: [new TextRun({ text: wort, color: GREY }), new TextRun({ text: `\t${wert}` })],
      }),
  );
}

const schlussOf = ({ schluss }: Papier): Paragraph[] =>
  schluss.map((line, i) => text(line, { keepNext: i < schluss.length - 1, spacing: { before: BEFORE[i] ?? 0 } }));
const BEFORE = [480, 360, 480];

/** Word writes the page numbers in when it opens the file, and asks before it does. */
const verzeichnisOf = ({ verzeichnis }: Papier): (Paragraph | TableOfContents)[] =>
  verzeichnis === true
    ? [
        new Paragraph({ style: "Verzeichnis", children: [new TextRun("Inhalt")] }),
        new TableOfContents("Inhalt", { hyperlink: true, headingStyleRange: "1-2" }),
      ]
    : [];

function bodyOf(papier: Papier): (Paragraph | Table | TableOfContents)[] {
  const { berichtigung } = papier;
  return [
    ...papier.briefkopf.map(
      (line) =>
        new Paragraph({
          style: KOPFANGABE,
          children: [new TextRun({ text: line, bold: true, color: GREY })],
          spacing: { after: 0 },
        }),
    ),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(papier.titel)] }),
    text(papier.untertitel, { style: KOPFANGABE }),
    ...headOf(papier),
    ...(berichtigung === undefined ? [] : [text(berichtigung, { style: KOPFANGABE, spacing: { before: 240 } })]),
    ...verzeichnisOf(papier),
    // The last words stay with the signature.
    ...papier.abschnitte.flatMap((a, i) => [
      text(a.titel, {
        heading: HEADINGS[a.ebene],
        ...(papier.verzeichnis === true ? { numbering: { reference: NUMMERIERT, level: a.ebene - 1 } } : {}),
      }),
      ...inhaltOf(a, i, i === papier.abschnitte.length - 1 && papier.schluss.length > 0),
    ]),
    ...schlussOf(papier),
  ];
}

const footerOf = (papier: Papier) =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: "right", position: 9070 }],
        children: [
          new TextRun({
            size: 17,
            color: GREY,
            children: [fussText(papier), "	Seite ", PageNumber.CURRENT, " von ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

const line = (children: TextRun[], tabStops: IParagraphOptions["tabStops"] = []) =>
  new Header({ children: [new Paragraph({ tabStops, children })] });
const small = (value: string, bold = false) => new TextRun({ text: value, bold, size: 17, color: GREY });

/** On the first page that it is a draft, on the others whose paper it is and what it is called. */
const headersOf = (papier: Papier) => ({
  first: line([small(istEntwurf(papier) ? "Entwurf, nicht freigegeben" : "", true)]),
  default: line([small(`${papier.kreis}\t${papier.titel}`)], [{ type: "right", position: 9070 }]),
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
