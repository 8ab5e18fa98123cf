import { randomBytes } from "node:crypto";
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import PizZip from "pizzip";
import sharp from "sharp";
import { expect, test } from "vitest";
import { docxParts } from "../../../../tests/support/docx-text.ts";
import { GRUNDLAGE } from "../../../../tests/support/halbjahr.ts";
import { Refused } from "../../../platform/form.ts";
import { archiv } from "../../../platform/zip.ts";
import { konzeptPapier } from "../model/konzeptpapier.ts";
import { artenVon } from "../model/teile.ts";
import { kapitelVon, quellenVon, titelIn, unlesbaresIn } from "../model/word.ts";
import { dateiOf } from "./dateien.ts";
import { liesWord } from "./word-lesen.ts";

const FELDER = [
  { code: "bildung_0_6", name: "Bildung 0–6", kurz: "Bildung 0–6" },
  { code: "wohnen", name: "Wohnen", kurz: "Wohnen" },
];

const heading = (text: string, level: 1 | 2) =>
  new Paragraph({ text, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
const point = (text: string, reference: string) => new Paragraph({ text, numbering: { reference, level: 0 } });
const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
const level = (format: "bullet" | "decimal") => ({
  level: 0,
  format: format === "bullet" ? LevelFormat.BULLET : LevelFormat.DECIMAL,
  text: format === "bullet" ? "–" : "%1.",
});

const datei = async () =>
  Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          { reference: "punkte", levels: [level("bullet")] },
          { reference: "zahlen", levels: [level("decimal")] },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: "Handlungskonzept 2026", heading: HeadingLevel.TITLE }),
            new Paragraph("Ein Wort {vorab}."),
            heading("2.1 Bildung 0-6", 1),
            new Paragraph({
              children: [
                new TextRun("Es fehlen "),
                new TextRun({ text: "viele ", bold: true }),
                new TextRun("Plätze."),
              ],
            }),
            heading("Integrationsziele", 2),
            point("Sprache", "punkte"),
            point("Plätze", "punkte"),
            heading("Maßnahmen", 2),
            point("planen", "zahlen"),
            point("bauen", "zahlen"),
            new Table({ rows: [row("Was", "bis"), row("Kita | Nord", "2027")] }),
            heading("Ausblick", 1),
            new Paragraph("- Wird gut."),
            heading("Danach", 2),
            new Paragraph("Noch besser."),
          ],
        },
      ],
    }),
  );

test("headings become chapters, those of a Handlungsfeld with its parts; lists, weight and tables stay, words mean nothing else", async () => {
  const stuecke = await liesWord(await datei());
  expect(titelIn(stuecke)).toBe("Handlungskonzept 2026");
  expect(kapitelVon(stuecke, FELDER)).toEqual([
    { titel: "Vorwort", handlungsfeld: null, texte: { text: "Ein Wort (vorab)." } },
    {
      titel: "Bildung 0-6",
      handlungsfeld: "bildung_0_6",
      texte: {
        zugang: "",
        ausgangslage: "Es fehlen **viele** Plätze.",
        stolperstein: "",
        ziel: "- Sprache\n- Plätze",
        massnahme: "1. planen\n2. bauen\n\n| Was | bis |\n| Kita / Nord | 2027 |",
      },
    },
    { titel: "Ausblick", handlungsfeld: null, texte: { text: "Wird gut.\n\n# Danach\n\nNoch besser." } },
  ]);
});

const bild = async (alt?: string) =>
  new ImageRun({
    type: "png",
    data: await sharp({ create: { width: 4, height: 4, channels: 3, background: "#888" } })
      .png()
      .toBuffer(),
    transformation: { width: 40, height: 40 },
    ...(alt === undefined ? {} : { altText: { name: "Bild", title: "", description: alt } }),
  });
const cell = (text: string, more: { columnSpan?: number; rowSpan?: number } = {}) =>
  new TableCell({ children: [new Paragraph(text)], ...more });
const noted = (text: string) => ({ children: [new Paragraph(text)] });

/** The same file with a chart and a formula at its end. */
function mitDiagramm(bytes: Buffer): Buffer {
  const zip = new PizZip(bytes);
  const more = '<w:p><w:r><w:drawing><c:chart r:id="rId99"/></w:drawing></w:r></w:p><w:p><m:oMath/></w:p>';
  const text = zip.file("word/document.xml")?.asText() ?? "";
  zip.file("word/document.xml", text.replace("<w:sectPr", `${more}<w:sectPr`));
  return zip.generate({ type: "nodebuffer" });
}

test("nothing is lost in silence: pictures are told where they were, notes become sources, merged cells keep their columns", async () => {
  const long = "Sehr lang. ".repeat(50).trim();
  const children = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun("Wohnen"), await bild("Foto")],
    }),
    new Paragraph({
      children: [new TextRun("Es fehlt viel"), new FootnoteReferenceRun(1), new FootnoteReferenceRun(2)],
    }),
    new Paragraph({ children: [await bild("Karte der [Kitas]"), await bild()] }),
    new Table({
      rows: [
        new TableRow({ children: [cell("Ort", { rowSpan: 2 }), cell("Plätze", { columnSpan: 2 })] }),
        new TableRow({ children: [cell("2025"), cell("2026")] }),
        new TableRow({ children: [cell("Alfter"), cell("12"), cell("14")] }),
      ],
    }),
  ];
  const footnotes = { 1: noted("Bedarfsplanung {2026}"), 2: noted(long) };
  const stuecke = await liesWord(
    mitDiagramm(await Packer.toBuffer(new Document({ footnotes, sections: [{ children }] }))),
  );
  expect(unlesbaresIn(stuecke)).toBe(2);
  expect(quellenVon(stuecke)).toEqual([{ nr: 1, text: "Bedarfsplanung (2026)" }]);
  const [wohnen] = kapitelVon(stuecke, FELDER);
  expect([wohnen?.titel, wohnen?.handlungsfeld]).toEqual(["Wohnen", "wohnen"]);
  expect(wohnen?.texte.ausgangslage?.split("\n\n")).toEqual([
    "[Bild aus Word: Foto]",
    `Es fehlt viel{quelle_1} (Anmerkung: ${long})`,
    "[Bild aus Word: Karte der Kitas][Bild aus Word]",
    "| Ort | Plätze |  |\n|  | 2025 | 2026 |\n| Alfter | 12 | 14 |",
  ]);
});

test("what KIM wrote as a Word file it reads as the same chapters, parts, tables and sources", async () => {
  const ausgangslage =
    "Es fehlen **viele** Plätze {quelle_1}.\n\n# Was Ziele wären\n\n- eins\n- zwei\n\n1. erst\n2. dann\n\nTabelle: Plätze\n| Kommune | Plätze |\n| Alfter | 12 |";
  const texte = { zugang: "Über die Kita {quelle_2}.", ausgangslage, stolperstein: "", ziel: "", massnahme: "Bauen." };
  const ausblick = "Es geht weiter.\n\n| Jahr | Plätze |\n| 2027 | 40 |";
  const kapitel = (titel: string, handlungsfeld: string | null, own: Readonly<Record<string, string>>) => ({
    id: titel,
    konzeptId: "k",
    titel,
    handlungsfeld,
    rang: 1,
    version: 1,
    teile: artenVon(handlungsfeld).map((art) => ({ id: `${titel}-${art}`, art, text: own[art] ?? "", version: 1 })),
  });
  const papier = konzeptPapier({
    titel: "Handlungskonzept",
    grundlage: GRUNDLAGE,
    quellen: ["Bedarfsplanung", "Elternbrief"].map((text, i) => ({
      id: text,
      nr: i + 1,
      text,
      adresse: i === 0 ? null : "https://beispiel.example/brief",
      version: 1,
    })),
    kapitel: [kapitel("Bildung 0–6", "bildung_0_6", texte), kapitel("Ausblick", null, { text: ausblick })],
    fassung: { nummer: 2, beschlossenAm: "2026-09-13", beschluss: "Nr. 3/2026: Wird angenommen." },
    datenstand: "04.07.2023, 10:30 Uhr",
    tag: "2023-07-04",
  });
  const stuecke = await liesWord(await dateiOf(papier, "docx"));
  expect(titelIn(stuecke)).toBe("Handlungskonzept");
  expect(kapitelVon(stuecke, FELDER)).toEqual([
    { titel: "Bildung 0–6", handlungsfeld: "bildung_0_6", texte },
    { titel: "Ausblick", handlungsfeld: null, texte: { text: ausblick } },
  ]);
  expect(quellenVon(stuecke)).toEqual([
    { nr: 1, text: "Bedarfsplanung" },
    { nr: 2, text: "Elternbrief – https://beispiel.example/brief" },
  ]);
});

const refusal = async (bytes: Buffer): Promise<string> => {
  const error: unknown = await liesWord(bytes).then(
    () => undefined,
    (e: unknown) => e,
  );
  return error instanceof Refused ? error.message : String(error);
};

test("what is no Word file, is broken, or unpacks to far more than it is, is told and harms nothing", async () => {
  expect(await refusal(randomBytes(4000))).toContain("lässt sich nicht als Word-Datei lesen");
  expect(await refusal((await datei()).subarray(0, 2000))).toContain("lässt sich nicht als Word-Datei lesen");
  const parts = [...(await docxParts(await datei()))].map(([name, text]) => ({ name, text }));
  const packed = archiv([...parts, { name: "word/media/bild.bin", text: " ".repeat(80 * 1024 * 1024) }]);
  expect(packed.length).toBeLessThan(1024 * 1024);
  expect(await refusal(packed)).toContain("lässt sich nicht als Word-Datei lesen");
  const empty = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("")] }] }));
  expect(await refusal(empty)).toContain("kein Text");
});
