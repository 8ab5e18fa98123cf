import { crc32, deflateRawSync } from "node:zlib";

/** A cell of a made workbook. A `serial` is a number with a format, a day shown as one for instance. */
export type Testzelle =
  | string
  | number
  | boolean
  | null
  | { readonly serial: number; readonly format: string }
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string }
  | { readonly inline: string }
  | { readonly raw: string };

export type Testblatt = {
  readonly name: string;
  readonly rows: readonly (readonly Testzelle[])[];
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
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
  private readonly formatIndex = new Map<string, number>();

  get texts(): string[] {
    return [...this.textIndex.keys()];
  }

  get formats(): string[] {
    return [...this.formatIndex.keys()];
  }

  cell(value: Testzelle, ref: string): string {
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${ref}"><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${ref}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === "string") return `<c r="${ref}" t="s"><v>${this.index(this.textIndex, value)}</v></c>`;
    if ("serial" in value)
      return `<c r="${ref}" s="${this.index(this.formatIndex, value.format) + 1}"><v>${value.serial}</v></c>`;
    if ("error" in value) return `<c r="${ref}" t="e"><v>${escape(value.error)}</v></c>`;
    if ("inline" in value) return `<c r="${ref}" t="inlineStr"><is><t>${escape(value.inline)}</t></is></c>`;
    if ("raw" in value) return value.raw;
    const isText = typeof value.value === "string";
    const stored = value.value === undefined ? "" : `<v>${escape(String(value.value))}</v>`;
    return `<c r="${ref}"${isText ? ' t="str"' : ""}><f>${escape(value.formula)}</f>${stored}</c>`;
  }

  private index(list: Map<string, number>, value: string): number {
    const at = list.get(value) ?? list.size;
    list.set(value, at);
    return at;
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a workbook, to be changed before they are packed. */
export function xlsxParts(sheets: readonly Testblatt[], options: { readonly date1904?: boolean } = {}): Part[] {
  const mappe = new Mappe();
  const parts = sheets.map(({ rows, merged = [], hiddenRows = [] }, i) => {
    const xml = rows.map((row, r) => {
      const cells = row.map((cell, c) => mappe.cell(cell, `${letters(c)}${r + 1}`)).join("");
      return `<row r="${r + 1}"${hiddenRows.includes(r + 1) ? ' hidden="1"' : ""}>${cells}</row>`;
    });
    const merges =
      merged.length === 0 ? "" : `<mergeCells>${merged.map((m) => `<mergeCell ref="${m}"/>`).join("")}</mergeCells>`;
    const body = `<worksheet xmlns="${MAIN}"><sheetData>${xml.join("")}</sheetData>${merges}</worksheet>`;
    return { name: `xl/worksheets/sheet${i + 1}.xml`, data: text(HEAD + body) };
  });
  const list = sheets.map(
    (s, i) =>
      `<sheet name="${escape(s.name)}" sheetId="${i + 1}"${s.hidden === true ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const rels = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const formats = mappe.formats.map((f, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escape(f)}"/>`).join("");
  const styles = mappe.formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("");
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
      `<Relationships xmlns="${PACKAGE}">${rels.join("")}<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
    ],
    [
      "xl/sharedStrings.xml",
      `<sst xmlns="${MAIN}">${mappe.texts.map((t) => `<si><t xml:space="preserve">${escape(t)}</t></si>`).join("")}</sst>`,
    ],
  ];
  return [...named.map(([name, xml]) => ({ name, data: text(HEAD + xml) })), ...parts];
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
