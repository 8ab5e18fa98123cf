import { inflateSync } from "node:zlib";

/**
 * What a PDF says to a reader: its text in the order of its pages; what stands around it on every page; and its structure as
 * source.
 */
export type PdfText = {
  readonly text: string;
  readonly source: string;
  readonly decoration: string;
  readonly pages: readonly string[];
};

type Objects = ReadonlyMap<string, { readonly dict: string; readonly stream: () => string }>;

/** Objects as Typst writes them: uncompressed, with deflated streams. */
function objectsOf(bytes: Buffer): Objects {
  const source = bytes.toString("latin1");
  const found = source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(
    [...found].map(([, id = "", body = ""]) => {
      const at = body.indexOf("stream\n");
      const dict = at < 0 ? body : body.slice(0, at);
      const raw = at < 0 ? "" : body.slice(at + 7, body.lastIndexOf("\nendstream"));
      const inflate = () => inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
      return [id, { dict, stream: () => (dict.includes("FlateDecode") ? inflate() : raw) }];
    }),
  );
}

/** Which letters the codes of a font stand for. */
function lettersOf(objects: Objects, font: string): Map<number, string> {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dict ?? "")?.[1] ?? "";
  const pairs = (objects.get(map)?.stream() ?? "").matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm);
  return new Map(
    [...pairs].map(([, code = "", text = ""]) => [
      Number.parseInt(code, 16),
      (text.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(""),
    ]),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The bytes of a string object, between its parentheses. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, what: string) =>
    /^[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (ESCAPES[what] ?? what),
  );

/** A string in hexadecimal signs, written as one in parentheses. */
const octalOf = (hex: string): string =>
  [...Buffer.from(hex.slice(1, -1), "hex")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");

/** The strings of an array, without what moves letters between them. Parentheses in pairs stand unescaped. */
function stringsOf(array: string): string {
  let depth = 0;
  let inside = "";
  for (const [token] of array.matchAll(/<[0-9A-F]+>|\\[0-7]{1,3}|\\[\s\S]|[\s\S]/g)) {
    if (depth === 0 && token.length > 1) inside += octalOf(token);
    if (token === ")") depth -= 1;
    if (depth > 0) inside += token;
    if (token === "(") depth += 1;
  }
  return unescaped(inside);
}

/** Letters from right to left stand as they are drawn, and are marked so (ISO 32000-1, 14.8.2.3.3). */
function shown(array: string, letters: ReadonlyMap<number, string>, reversed: boolean): string {
  const bytes = Buffer.from(stringsOf(array), "latin1");
  const codes = Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readUInt16BE(2 * i));
  return (reversed ? codes.toReversed() : codes).map((code) => letters.get(code) ?? "").join("");
}

/** What a piece says where its pictures are not one for each letter; hexadecimal UTF-16 behind its mark. */
const told = (hex: string): string =>
  (hex.slice(4).match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");

/** Some letters in one font: what they say instead, whether they are turned, their font, and their codes. */
const PIECE =
  /(?:\/Span <<\n *\/ActualText <([0-9A-F]+)>\n>> BDC\n)?(?:(\/ReversedChars) BMC\n)?(?:0 Tr\n)?\/(f\d+) [\d.]+ Tf\n.* Tm\n([[(].*) T[Jj]\n/g;

/** The pieces of a text in the order of the file; letters from right to left are one, whose pieces follow each other as they are read. */
function piecesOf(block: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string[] {
  const pieces = [...block.matchAll(PIECE)];
  const texts = pieces.map(([, actual, turned, font = "", array = ""]) =>
    actual === undefined ? shown(array, fonts.get(font) ?? new Map(), turned !== undefined) : told(actual),
  );
  return pieces.some(([, , turned]) => turned !== undefined) ? [texts.join("")] : texts;
}

/** The text of a PDF made by Typst, one line for each piece that is set. */
export function pdfText(bytes: Buffer): PdfText {
  const objects = objectsOf(bytes);
  const pages = [...objects.values()].filter(({ dict }) => /\/Type \/Page\s/.test(dict));
  const set = (part: (content: string) => string) =>
    pages.map(({ dict }) => {
      const names = [...dict.matchAll(/\/(f\d+) (\d+) 0 R/g)];
      const fonts = new Map(names.map(([, name = "", id = ""]) => [name, lettersOf(objects, id)]));
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(dict)?.[1] ?? "")?.stream() ?? "";
      return part(content)
        .split(/^BT\n/m)
        .flatMap((block) => piecesOf(block, fonts))
        .join("\n")
        .normalize("NFKC");
    });
  const artifacts = /\/Artifact[\s\S]*?\nEMC/g;
  const read = set((content) => content.replaceAll(artifacts, ""));
  return {
    text: read.join("\n"),
    pages: read,
    decoration: set((content) => (content.match(artifacts) ?? []).join("\n")).join("\n"),
    source: bytes.toString("latin1"),
  };
}
