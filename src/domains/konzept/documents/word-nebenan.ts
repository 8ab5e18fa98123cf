/**
 * The program that reads one Word file in a process of its own: a line of JSON comes in, then the bytes; lines of JSON go out, a piece
 * of the text each. A file that fills the memory or takes forever ends this process and nothing else.
 */
import { Buffer } from "node:buffer";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import { type Stueck, bildMarke } from "../model/word.ts";
import { quelleMarke } from "../model/word-papier.ts";

/** What a Word file may unpack to: beyond any concept with pictures, and far below what a bomb wants. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PARTS = 2000;

const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

async function asked(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  const whole = Buffer.concat(pieces);
  return whole.subarray(whole.indexOf("\n") + 1);
}

/** What the reader has no words for and says nothing about: charts, drawings of Word's own, formulas. */
const UNREAD = /<(?:c:chart|cx:chart|dgm:relIds|m:oMath)(?=[\s>/])/g;
const LONGEST = 12;
const BODY = "word/document.xml";

/**
 * Unpacks everything once: sizes that an archive tells of itself may be lies. Keeps nothing; returns how much of the text nobody can
 * read. @throws Error for too much
 */
async function weigh(bytes: Buffer): Promise<number> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > MOST_PARTS) throw new Error("too many parts");
  let size = 0;
  let unread = 0;
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    let end = "";
    for await (const piece of stream) {
      const part = Buffer.from(piece);
      size += part.length;
      if (size > MOST_BYTES) throw new Error("too much");
      if (entry.fileName !== BODY) continue;
      // A name may be cut in two; what was counted already is not kept.
      const text = end + part.toString("latin1");
      const found = [...text.matchAll(UNREAD)];
      unread += found.length;
      end = text.slice(Math.max(text.length - LONGEST, (found.at(-1)?.index ?? -1) + 1));
    }
  }
  return unread;
}

type Lauf = { text: string; readonly fett: boolean };

/** Words with asterisks around what is bold; spaces stay outside of them. */
const textOf = (laeufe: readonly Lauf[]): string =>
  laeufe
    .map(({ text, fett }) => (fett && text.trim() !== "" ? text.replace(/^(\s*)([\s\S]*?)(\s*)$/, "$1**$2**$3") : text))
    .join("")
    .replaceAll("****", "")
    .replaceAll(/[^\S\n]+/g, " ")
    .trim();

/** Braces name figures here; in a Word file they are signs like others. */
const plain = (text: string): string => text.replaceAll("{", "(").replaceAll("}", ")");

/** What begins a line means something in the text language; typed words do not. */
const harmless = (text: string): string => text.replace(/^(?:[-–•*#|]+|Tabelle:)\s*/i, "");

type Attribute = Readonly<Record<string, string>>;
const spanOf = (attribute: string | undefined): number => Math.min(100, Math.max(1, Number(attribute) || 1));

/** Reads the HTML that mammoth makes into pieces. */
class Leser {
  readonly stuecke: Stueck[] = [];
  #laeufe: Lauf[] = [];
  #fett = 0;
  #listen: string[] = [];
  #zeilen: string[][] = [];
  #tabellen = 0;
  /** Of each column how many rows a cell from above goes on in. */
  #von_oben: number[] = [];
  #zelle: Attribute = {};
  /** Notes by where they are told, in the order in which the text names them. */
  #noten = new Map<string, number>();
  #note: { readonly nr: number; text: string } | undefined;
  /** Signs that lead to and fro between text and notes are no words. */
  #zeichen = false;

  open(name: string, attribute: Attribute): void {
    const { id = "", href = "" } = attribute;
    if (name === "a" && /^#(?:foot|end)note-/.test(href)) this.#openZeichen(href);
    else if (name === "li" && this.#noten.has(id)) this.#note = { nr: this.#noten.get(id) ?? 0, text: "" };
    else if (name === "img") this.#say(bildMarke(plain(attribute["alt"] ?? "")));
    else if (name === "strong") this.#fett += 1;
    else if (name === "ul" || name === "ol") {
      this.#flush();
      this.#listen.push(name);
    } else if (name === "table") {
      this.#flush();
      this.#tabellen += 1;
      if (this.#tabellen === 1) this.#von_oben = [];
    } else if (name === "tr" && this.#tabellen === 1) this.#zeilen.push([]);
    else if ((name === "td" || name === "th") && this.#tabellen === 1) this.#zelle = attribute;
    else if (name === "br" || (name === "p" && this.#tabellen > 0)) this.text(" ");
  }

  text(text: string): void {
    if (!this.#zeichen) this.#say(plain(text));
  }

  #openZeichen(href: string): void {
    this.#zeichen = true;
    const place = href.slice(1);
    if (place.includes("-ref-")) return;
    const nr = this.#noten.get(place) ?? this.#noten.size + 1;
    this.#noten.set(place, nr);
    this.#say(quelleMarke(nr));
  }

  #say(text: string): void {
    if (this.#note !== undefined) {
      this.#note.text += text;
      return;
    }
    const last = this.#laeufe.at(-1);
    const fett = this.#fett > 0;
    if (last?.fett === fett) last.text += text;
    else this.#laeufe.push({ text, fett });
  }

  close(name: string): void {
    if (name === "a") this.#zeichen = false;
    else if (name === "strong") this.#fett -= 1;
    else if (this.#note !== undefined) this.#closeNote(name, this.#note);
    else if (name === "table") this.#closeTable();
    else if (this.#tabellen > 0) this.#closeCell(name);
    else if (/^h[1-6]$/.test(name)) this.#heading(Number(name.slice(1)));
    else if (name === "titel") this.stuecke.push({ art: "titel", text: this.#take(false) });
    else if (name === "p" || name === "li") this.#flush();
    else if (name === "ul" || name === "ol") this.#listen.pop();
  }

  #closeNote(name: string, { nr, text }: { readonly nr: number; readonly text: string }): void {
    if (name !== "li") {
      this.#say(" ");
      return;
    }
    this.stuecke.push({ art: "note", nr, text: text.replaceAll(/\s+/g, " ").trim() });
    this.#note = undefined;
  }

  #take(bold: boolean): string {
    const text = textOf(bold ? this.#laeufe : this.#laeufe.map((one) => ({ ...one, fett: false })));
    this.#laeufe = [];
    return text;
  }

  #heading(ebene: number): void {
    const text = harmless(this.#take(false));
    if (text !== "") this.stuecke.push({ art: "ueberschrift", ebene, text });
  }

  #flush(): void {
    if (this.#tabellen > 0) return;
    const text = harmless(this.#take(true));
    const list = this.#listen.at(-1);
    if (text !== "")
      this.stuecke.push({ art: list === undefined ? "absatz" : list === "ol" ? "nummer" : "punkt", text });
  }

  /** A table in a table is told as words of its cell. */
  #closeCell(name: string): void {
    if (this.#tabellen !== 1) return;
    const row = this.#zeilen.at(-1) ?? [];
    if (name === "tr") this.#fromAbove(row);
    if (name !== "td" && name !== "th") return;
    this.#fromAbove(row);
    const { colspan, rowspan } = this.#zelle;
    for (let i = 0; i < spanOf(colspan); i++) {
      this.#von_oben[row.length] = spanOf(rowspan) - 1;
      row.push(i === 0 ? this.#take(false) : "");
    }
  }

  /** A cell that goes on from the row above is empty here, so that those beside it stay in their columns. */
  #fromAbove(row: string[]): void {
    while ((this.#von_oben[row.length] ?? 0) > 0) {
      this.#von_oben[row.length] = (this.#von_oben[row.length] ?? 0) - 1;
      row.push("");
    }
  }

  #closeTable(): void {
    this.#tabellen -= 1;
    if (this.#tabellen > 0) return;
    const zeilen = this.#zeilen.filter((row) => row.some((one) => one !== ""));
    this.#zeilen = [];
    this.#laeufe = [];
    if (zeilen.length > 0) this.stuecke.push({ art: "tabelle", zeilen });
  }
}

/** What stands above and beside the text of a file: a list of contents, and the head of a paper that KIM wrote. */
const BESIDE = ["toc 1", "toc 2", "toc 3", "TOC Heading", "Verzeichnis", "Kopfangabe"];
const STYLES = [
  "p[style-name='Title'] => titel:fresh",
  "u => ",
  "strike => ",
  ...BESIDE.map((name) => `p[style-name='${name}'] => !`),
];

async function read(bytes: Buffer): Promise<Stueck[]> {
  const unread = await weigh(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      externalFileAccess: false,
    },
  );
  const leser = new Leser();
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => leser.open(name, attributes));
  parser.on("text", (text) => leser.text(text));
  parser.on("closetag", ({ name }) => leser.close(name));
  parser.write(`<x>${value}</x>`).close();
  return [...leser.stuecke, ...(unread === 0 ? [] : [{ art: "unlesbar" as const, anzahl: unread }])];
}

const stuecke = await read(await asked()).catch(() => undefined);
if (stuecke === undefined) say({ unlesbar: true });
else for (const stueck of stuecke) say(stueck);
