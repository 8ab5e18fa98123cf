import { type Teil, archiv } from "./zip.ts";

/** One sheet: its name, what its XML says between `<worksheet>` and its end, and whether it is for lists of choices only. */
export type Sheet = { readonly name: string; readonly content: string; readonly hidden?: boolean };

/** What a cell holds: a text (never a formula), a number, a day (ISO), or nothing. */
export type SheetCell = string | number | { readonly day: string } | undefined;

export type SheetColumn = { readonly head: string; readonly width: number };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const XLSX_TYPE = `${TYPES}.sheet`;

/** What XML cannot hold at all, escaped or not. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export const escaped = (text: string): string =>
  text
    .replaceAll(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** The letter of a column; a table of ours has no more than 26. */
export const letter = (index: number): string => String.fromCodePoint(65 + index);

/** Styles of `STYLES`, by their place there. */
export const STYLE = { plain: 0, head: 1, day: 2 } as const;

/** A text as it stands: an inline string is never calculated, whatever it begins with. */
export const textCell = (at: string, text: string, style: number = STYLE.plain): string =>
  `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const EPOCH = Date.UTC(1899, 11, 30);
const serial = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - EPOCH) / 86_400_000;

function cellOf(at: string, value: SheetCell): string {
  if (value === undefined || value === "") return "";
  if (typeof value === "string") return textCell(at, value);
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${STYLE.day}"><v>${serial(value.day)}</v></c>`;
}

/** Columns as wide as asked for, each with the style of its cells below the head, and a first row that stays in sight. */
export const frozenHead = (columns: readonly { readonly width: number; readonly style?: number }[]): string =>
  `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(
      ({ width, style = STYLE.plain }, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${style}" customWidth="1"/>`,
    )
    .join("")}</cols>`;

export const headRow = (heads: readonly string[]): string =>
  `<row r="1">${heads.map((head, i) => textCell(`${letter(i)}1`, head, STYLE.head)).join("")}</row>`;

/** A table to be downloaded: one sheet with a head that stays, a filter in it, texts as texts, days as days. */
export function xlsxOf(name: string, columns: readonly SheetColumn[], rows: readonly (readonly SheetCell[])[]): Buffer {
  const body = rows.map(
    (cells, n) => `<row r="${n + 2}">${cells.map((value, i) => cellOf(`${letter(i)}${n + 2}`, value)).join("")}</row>`,
  );
  const all = `A1:${letter(columns.length - 1)}${rows.length + 1}`;
  const heads = columns.map(({ head }) => head);
  const content = `${frozenHead(columns)}<sheetData>${headRow(heads)}${body.join("")}</sheetData><autoFilter ref="${all}"/>`;
  return workbook([{ name, content }]);
}

/** Plain; bold with a line below; a day. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${DOC}/${type}" Target="${target}"/>`;

/** Sheets as the bytes of an .xlsx; the same sheets give the same bytes. */
export function workbook(sheets: readonly Sheet[]): Buffer {
  const type = (part: string, kind: string) => `<Override PartName="/xl/${part}" ContentType="${TYPES}.${kind}+xml"/>`;
  const file = (i: number) => `worksheets/sheet${i + 1}.xml`;
  const styles = sheets.length + 1;
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const teile: readonly Teil[] = [
    {
      name: "[Content_Types].xml",
      text:
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `${type("workbook.xml", "sheet.main")}${type("styles.xml", "styles")}${sheets.map((_, i) => type(file(i), "worksheet")).join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${XML}<Relationships xmlns="${RELS}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${XML}<Relationships xmlns="${RELS}">${sheets.map((_, i) => relation(i + 1, "worksheet", file(i))).join("")}${relation(styles, "styles", "styles.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", text: STYLES },
    ...sheets.map(({ content }, i) => ({
      name: `xl/${file(i)}`,
      text: `${XML}<worksheet xmlns="${MAIN}">${content}</worksheet>`,
    })),
  ];
  return archiv(teile);
}
