import type { Wortart, Wortoption } from "../../../listen/index.ts";
import { VORLAGE } from "../model/vorlage.ts";
import { type Teil, archiv } from "./archiv.ts";

/** The words of a kind that can be chosen in the template. */
export type Auswahl = (art: Wortart) => readonly string[];

const GRUPPE = /\(Gruppe\)$/u;

/** The words that lists choose from: of the origin only states, of which the coarse group follows. */
export const vorlagenWoerter =
  (optionen: (art: Wortart) => readonly Wortoption[]): Auswahl =>
  (art) =>
    optionen(art)
      .map(({ name }) => name)
      .filter((name) => !GRUPPE.test(name));

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LAST_ROW = 5000;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const letter = (index: number): string => String.fromCodePoint(65 + index);
const cell = (at: string, text: string, style = 0): string =>
  `<c r="${at}" t="inlineStr" s="${style}"><is><t>${escaped(text)}</t></is></c>`;

/** Bold heads with a line below, a day in the first column, a list to choose from wherever there is one. */
function beratungen(auswahl: Auswahl): string {
  const cols = VORLAGE.map(
    ({ breite }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${breite}" style="${i === 0 ? 2 : 0}" customWidth="1"/>`,
  );
  const heads = VORLAGE.map(({ kopf }, i) => cell(`${letter(i)}1`, kopf, 1));
  const rules = VORLAGE.flatMap(({ auswahl: art }, i) => {
    if (art === null) return [];
    const formula =
      art === "janein" ? '"ja,nein"' : `Auswahl!$${letter(i)}$1:$${letter(i)}$${Math.max(1, auswahl(art).length)}`;
    const range = `${letter(i)}2:${letter(i)}${LAST_ROW}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${escaped(formula)}</formula1></dataValidation>`,
    ];
  });
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${cols.join("")}</cols><sheetData><row r="1">${heads.join("")}</row></sheetData>` +
    `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations></worksheet>`
  );
}

/** The words to choose from, below each other in the column that they are for. */
function woerter(auswahl: Auswahl): string {
  const lists = VORLAGE.map(({ auswahl: art }) => (art === null || art === "janein" ? [] : auswahl(art)));
  const rows = Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, n) => {
    const cells = lists.flatMap((list, i) => {
      const word = list[n];
      return word === undefined ? [] : [cell(`${letter(i)}${n + 1}`, word)];
    });
    return `<row r="${n + 1}">${cells.join("")}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${DOC}/${type}" Target="${target}"/>`;

/**
 * The blank template for a list that is kept by hand: heads that KIM reads without a question, and the words of this Kreis to
 * choose from in a hidden sheet. The bytes of an .xlsx.
 */
export function vorlage(auswahl: Auswahl): Buffer {
  const type = (part: string, kind: string) => `<Override PartName="/xl/${part}" ContentType="${TYPES}.${kind}+xml"/>`;
  const teile: readonly Teil[] = [
    {
      name: "[Content_Types].xml",
      text:
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `${type("workbook.xml", "sheet.main")}${type("styles.xml", "styles")}${type("worksheets/sheet1.xml", "worksheet")}${type("worksheets/sheet2.xml", "worksheet")}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${XML}<Relationships xmlns="${RELS}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="Beratungen" sheetId="1" r:id="rId1"/><sheet name="Auswahl" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${XML}<Relationships xmlns="${RELS}">${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "worksheet", "worksheets/sheet2.xml")}${relation(3, "styles", "styles.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", text: STYLES },
    { name: "xl/worksheets/sheet1.xml", text: beratungen(auswahl) },
    { name: "xl/worksheets/sheet2.xml", text: woerter(auswahl) },
  ];
  return archiv(teile);
}
