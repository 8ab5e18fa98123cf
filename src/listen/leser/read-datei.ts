import { readCsv } from "./csv.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { formularIn } from "./formular.ts";
import { isHtmlTabelle, readHtml } from "./html.ts";
import { festeBreiteIn } from "./feste-breite.ts";
import { stichsaetzeIn } from "./stichsaetze.ts";
import { strichtabelleIn } from "./striche.ts";
import { tagebuchIn } from "./tagebuch.ts";
import { readXls } from "./xls.ts";
import { readXlsx } from "./xlsx.ts";
import { zahlenzeilenIn } from "./zahlenzeilen.ts";
import { decodeText } from "./zeichensatz.ts";
import type { Blatt } from "./zelle.ts";

const at = (bytes: Uint8Array, offset: number, text: string) =>
  [...text].every((c, i) => bytes[offset + i] === c.codePointAt(0));
const starts = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const JPEG = [0xff, 0xd8, 0xff];
const GZIP = [0x1f, 0x8b];
const TIFFS = [
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
];
const PACKED = "Die Datei ist ein gepacktes Archiv. Packen Sie es aus und laden Sie die Liste darin hoch.";
const WEB_PAGE =
  "Die Datei ist eine Webseite ohne Tabelle oder eine XML-Datei, auch wenn sie anders heißt. Öffnen Sie sie in Excel und speichern Sie sie " +
  "als „Excel-Arbeitsmappe (.xlsx)“.";

const isPicture = (bytes: Uint8Array): boolean =>
  at(bytes, 1, "PNG\r\n") ||
  starts(bytes, JPEG) ||
  at(bytes, 0, "GIF8") ||
  (at(bytes, 0, "BM") && bytes.subarray(6, 10).every((byte) => byte === 0)) ||
  (at(bytes, 0, "RIFF") && at(bytes, 8, "WEBP")) ||
  at(bytes, 4, "ftyp") ||
  at(bytes, 0, "%PDF") ||
  TIFFS.some((mark) => starts(bytes, mark));

const isPacked = (bytes: Uint8Array): boolean =>
  at(bytes, 0, "Rar!") || at(bytes, 0, "7z\u00BC") || starts(bytes, GZIP);

/** Passwords put the whole workbook, encrypted, into a container of the old kind. */
function readOld(bytes: Uint8Array): Blatt[] {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    "EncryptedPackage",
    0,
    "utf16le",
  );
  if (encrypted) throw new Unlesbar("verschluesselt");
  return readXls(bytes);
}

/**
 * Reads a list (.xlsx, .xlsm, .xls, .ods, .csv, .txt, a page with tables) into its sheets. What the file is decides its content, never its name; `name` is
 * what the one sheet of a CSV is called. Nothing is executed, nothing outside the file is opened.
 * @throws Unlesbar with a German sentence when it is no list that can be read
 */
export async function readDatei(bytes: Uint8Array, name: string): Promise<Blatt[]> {
  if (bytes.length > GRENZEN.datei) throw new Unlesbar("zu_gross");
  if (bytes.length === 0) throw new Unlesbar("leer");
  const old = starts(bytes, OLE) ? readOld(bytes) : undefined;
  if (isPicture(bytes)) throw new Unlesbar("bild");
  if (isPacked(bytes)) throw new Unlesbar("anderes_format", PACKED);
  const blaetter = old ?? (at(bytes, 0, "PK") && (bytes[2] ?? 99) < 9 ? await readXlsx(bytes) : readText(bytes, name));
  if (blaetter.every((blatt) => blatt.zeilen.length === 0)) throw new Unlesbar("leer");
  return blaetter;
}

function readText(bytes: Uint8Array, name: string): Blatt[] {
  const { text, hinweise } = decodeText(bytes);
  if (isHtmlTabelle(text)) {
    const tables = readHtml(text, name, hinweise);
    if (tables.some(({ zeilen }) => zeilen.length > 0)) return tables;
  }
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (start.startsWith("<") || start.startsWith("mime-version:")) throw new Unlesbar("anderes_format", WEB_PAGE);
  if (start.startsWith(String.raw`{\rtf`)) {
    throw new Unlesbar("anderes_format", "Die Datei ist ein Textdokument (RTF) und keine Liste.");
  }
  return [
    formularIn(text, name, hinweise) ??
      strichtabelleIn(text, name, hinweise) ??
      stichsaetzeIn(text, name, hinweise) ??
      zahlenzeilenIn(text, name, hinweise) ??
      festeBreiteIn(text, name, hinweise) ??
      tagebuchIn(text, name, hinweise) ??
      readCsv(text, name, hinweise),
  ];
}
