import { crc32, deflateRawSync } from "node:zlib";

/** How a cell looks: crossed out, filled with a colour (RRGGBB, or the attributes that name one), shown in a format. */
type Teststil = { readonly struck?: true; readonly fill?: string; readonly format?: string };

/**
 * A cell of a made workbook. A `serial` is a number with a format, a day shown as one for instance; `runs` are parts of a text
 * that look different.
 */
export type Testzelle =
  | string
  | number
  | boolean
  | null
  | { readonly serial: number; readonly format: string }
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string }
  | { readonly inline: string }
  | ({ readonly styled: string | number } & Teststil)
  | { readonly runs: readonly { readonly text: string; readonly struck?: true; readonly high?: true }[] }
  | { readonly raw: string };

export type Testblatt = {
  readonly name: string;
  readonly rows: readonly (readonly Testzelle[])[];
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Remarks by the address of their cell. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly hidden?: boolean;
};

type Part = { readonly name: string; readonly data: Uint8Array };

const text = (part: string) => new TextEncoder().encode(part);

/** Packs parts into an archive. `tamper` may change what its directory says of a part. */
export function zip(parts: readonly Part[], tamper: (part: string, entry: DataView) => void = () => {}): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data } of parts) {
    const packed = deflateRawSync(data);
    const header = new DataView(new ArrayBuffer(46));
    header.setUint32(0, 0x02014b50, true);
    header.setUint16(4, 20, true);
    header.setUint16(6, 20, true);
    header.setUint16(10, 8, true);
    header.setUint32(16, crc32(data), true);
    header.setUint32(20, packed.length, true);
    header.setUint32(24, data.length, true);
    header.setUint16(28, text(name).length, true);
    header.setUint32(42, offset, true);
    tamper(name, header);
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    for (let i = 4; i < 30; i += 2) local.setUint16(i, header.getUint16(i + 2, true), true);
    local.setUint16(28, 0, true);
    const file = [new Uint8Array(local.buffer), text(name), packed];
    files.push(...file);
    offset += file.reduce((size, piece) => size + piece.length, 0);
    directory.push(new Uint8Array(header.buffer), text(name));
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(Buffer.concat([...files, ...directory, new Uint8Array(end.buffer)]));
}

const escape = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCodePoint(65 + (column % 26));
}

class Mappe {
  private readonly textIndex = new Map<string, number>();
  private readonly styleIndex = new Map<string, Teststil>();

  /** The texts as they stand in their part. */
  get texts(): string[] {
    return [...this.textIndex.keys()];
  }

  get styles(): Teststil[] {
    return [...this.styleIndex.values()];
  }

  cell(value: Testzelle, ref: string): string {
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${ref}"><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${ref}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "string") return this.text(plainText(value), ref);
    if ("runs" in value) return this.text(value.runs.map(runOf).join(""), ref);
    if ("serial" in value)
      return `<c r="${ref}" s="${this.style({ format: value.format })}"><v>${value.serial}</v></c>`;
    if ("styled" in value) {
      const { styled, ...stil } = value;
      const s = this.style(stil);
      return typeof styled === "string"
        ? this.text(plainText(styled), ref, s)
        : `<c r="${ref}" s="${s}"><v>${styled}</v></c>`;
    }
    if ("error" in value) return `<c r="${ref}" t="e"><v>${escape(value.error)}</v></c>`;
    if ("inline" in value) return `<c r="${ref}" t="inlineStr"><is><t>${escape(value.inline)}</t></is></c>`;
    if ("raw" in value) return value.raw;
    const isText = typeof value.value === "string";
    const stored = value.value === undefined ? "" : `<v>${escape(String(value.value))}</v>`;
    return `<c r="${ref}"${isText ? ' t="str"' : ""}><f>${escape(value.formula)}</f>${stored}</c>`;
  }

  private text(xml: string, ref: string, style = 0): string {
    const at = this.textIndex.get(xml) ?? this.textIndex.size;
    this.textIndex.set(xml, at);
    return `<c r="${ref}" t="s"${style === 0 ? "" : ` s="${style}"`}><v>${at}</v></c>`;
  }

  /** The number of a style; 0 is that of a plain cell. */
  private style(stil: Teststil): number {
    const key = JSON.stringify(stil);
    this.styleIndex.set(key, stil);
    return [...this.styleIndex.keys()].indexOf(key) + 1;
  }
}

const plainText = (value: string): string => `<t xml:space="preserve">${escape(value)}</t>`;

function runOf(run: { readonly text: string; readonly struck?: true; readonly high?: true }): string {
  const look = `${run.struck === true ? "<strike/>" : ""}${run.high === true ? '<vertAlign val="superscript"/>' : ""}`;
  return `<r><rPr>${look}</rPr>${plainText(run.text)}</r>`;
}

/** The part of a workbook that says how its cells look. */
function stylesXml(styles: readonly Teststil[]): string {
  const formats = [...new Set(styles.flatMap(({ format }) => format ?? []))];
  const fills = [...new Set(styles.flatMap(({ fill }) => fill ?? []))];
  const numFmts = formats.map((f, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escape(f)}"/>`).join("");
  const filled = fills.map(
    (f) =>
      `<fill><patternFill patternType="solid"><fgColor ${f.includes("=") ? f : `rgb="FF${f}"`}/></patternFill></fill>`,
  );
  const xfs = styles.map(({ format, fill, struck }) => {
    const id = format === undefined ? 0 : 200 + formats.indexOf(format);
    return `<xf numFmtId="${id}" fontId="${struck === true ? 1 : 0}" fillId="${fill === undefined ? 0 : 1 + fills.indexOf(fill)}"/>`;
  });
  return (
    `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts}</numFmts><fonts><font/><font><strike/></font></fonts>` +
    `<fills><fill/>${filled.join("")}</fills><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs><xf numFmtId="0"/>${xfs.join("")}</cellXfs></styleSheet>`
  );
}

/** Some of the colours that Excel begins with. */
const THEME = `<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="Office">${["dk1 000000", "accent2 C0504D"]
  .map((one) => one.split(" "))
  .map(([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`)
  .join("")}</a:clrScheme></a:themeElements></a:theme>`;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a workbook, to be changed before they are packed. */
export function xlsxParts(sheets: readonly Testblatt[], options: { readonly date1904?: boolean } = {}): Part[] {
  const mappe = new Mappe();
  const parts = sheets.map(({ rows, merged = [], hiddenRows = [], hiddenColumns = [] }, i) => {
    const xml = rows.map((row, r) => {
      const cells = row.map((cell, c) => mappe.cell(cell, `${letters(c)}${r + 1}`)).join("");
      return `<row r="${r + 1}"${hiddenRows.includes(r + 1) ? ' hidden="1"' : ""}>${cells}</row>`;
    });
    const merges =
      merged.length === 0 ? "" : `<mergeCells>${merged.map((m) => `<mergeCell ref="${m}"/>`).join("")}</mergeCells>`;
    const cols = hiddenColumns.map((c) => `<col min="${c + 1}" max="${c + 1}" hidden="1"/>`).join("");
    const columns = cols === "" ? "" : `<cols>${cols}</cols>`;
    const body = `<worksheet xmlns="${MAIN}">${columns}<sheetData>${xml.join("")}</sheetData>${merges}</worksheet>`;
    return { name: `xl/worksheets/sheet${i + 1}.xml`, data: text(HEAD + body) };
  });
  const list = sheets.map(
    (s, i) =>
      `<sheet name="${escape(s.name)}" sheetId="${i + 1}"${s.hidden === true ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const rels = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const named: [string, string][] = [
    ["[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${options.date1904 === true ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}">${rels.join("")}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="${OFFICE}/styles" Target="/xl/styles.xml"/><Relationship Id="t" Type="${OFFICE}/theme" Target="theme/theme1.xml"/></Relationships>`,
    ],
    ["xl/theme/theme1.xml", THEME],
    ["xl/styles.xml", stylesXml(mappe.styles)],
    ["xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${mappe.texts.map((t) => `<si>${t}</si>`).join("")}</sst>`],
  ];
  const remarks = sheets.flatMap(({ comments }, i) => (comments === undefined ? [] : commentParts(comments, i + 1)));
  return [...[...named, ...remarks].map(([name, xml]) => ({ name, data: text(HEAD + xml) })), ...parts];
}

/** The remarks on the cells of a sheet, as Excel keeps them. */
function commentParts(comments: Readonly<Record<string, string>>, nr: number): [name: string, xml: string][] {
  const list = Object.entries(comments).map(
    ([ref, remark]) => `<comment ref="${ref}" authorId="0"><text><r><t>${escape(remark)}</t></r></text></comment>`,
  );
  return [
    [`xl/comments${nr}.xml`, `<comments xmlns="${MAIN}"><commentList>${list.join("")}</commentList></comments>`],
    [
      `xl/worksheets/_rels/sheet${nr}.xml.rels`,
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/comments" Target="../comments${nr}.xml"/></Relationships>`,
    ],
  ];
}

/** A workbook as the bytes of its file. */
export const xlsx = (sheets: readonly Testblatt[], options: { readonly date1904?: boolean } = {}): Uint8Array =>
  zip(xlsxParts(sheets, options));

/** The Excel serial number of an ISO day. */
export const serialOf = (iso: string): number =>
  Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** A day as a date cell. */
export const dayCell = (iso: string, format = "dd.mm.yyyy"): Testzelle => ({ serial: serialOf(iso), format });

/** Encodes text as a program would that knows only this encoding. */
export function encode(
  value: string,
  encoding: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252",
): Uint8Array {
  if (encoding === "utf-8") return text(value);
  if (encoding === "utf-8-bom") return text(`\uFEFF${value}`);
  if (encoding === "windows-1252") return new Uint8Array(Buffer.from(value.replaceAll("–", "\u0096"), "latin1"));
  const little = Buffer.from(`\uFEFF${value}`, "utf16le");
  return new Uint8Array(encoding === "utf-16le" ? little : little.swap16());
}
