/**
 * The program that reads one Word file in a process of its own: a line of JSON comes in, then the bytes; lines of JSON go out, a piece
 * of the text each. A file that fills the memory or takes forever ends this process and nothing else.
 */
import { Buffer } from "node:buffer";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import type { Stueck } from "../model/word.ts";

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

/** Unpacks everything once and keeps nothing: sizes that an archive tells of itself may be lies. @throws Error for too much */
async function weigh(bytes: Buffer): Promise<void> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > MOST_PARTS) throw new Error("too many parts");
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) {
      size += Buffer.from(piece).length;
      if (size > MOST_BYTES) throw new Error("too much");
    }
  }
}

type Lauf = { text: string; readonly fett: boolean };

/** Words with asterisks around what is bold; spaces stay outside of them. */
const textOf = (laeufe: readonly Lauf[]): string =>
  laeufe
    .map(({ text, fett }) => (fett && text.trim() !== "" ? text.replace(/^(\s*)([\s\S]*?)(\s*)$/, "$1**$2**$3") : text))
    .join("")
    .replaceAll("****", "")
    .replaceAll("{", "(")
    .replaceAll("}", ")")
    .replaceAll(/[^\S\n]+/g, " ")
    .trim();

/** What begins a line means something in the text language; typed words do not. */
const harmless = (text: string): string => text.replace(/^(?:[-–•*#|]+|Tabelle:)\s*/i, "");

/** Reads the HTML that mammoth makes into pieces. */
class Leser {
  readonly stuecke: Stueck[] = [];
  #laeufe: Lauf[] = [];
  #fett = 0;
  #listen: string[] = [];
  #zeilen: string[][] = [];
  #tabellen = 0;

  open(name: string): void {
    if (name === "strong") this.#fett += 1;
    else if (name === "ul" || name === "ol") {
      this.#flush();
      this.#listen.push(name);
    } else if (name === "table") {
      this.#flush();
      this.#tabellen += 1;
    } else if (name === "tr" && this.#tabellen === 1) this.#zeilen.push([]);
    else if (name === "br" || (name === "p" && this.#tabellen > 0)) this.text(" ");
  }

  text(text: string): void {
    const last = this.#laeufe.at(-1);
    const fett = this.#fett > 0;
    if (last?.fett === fett) last.text += text;
    else this.#laeufe.push({ text, fett });
  }

  close(name: string): void {
    if (name === "strong") this.#fett -= 1;
    else if (name === "table") this.#closeTable();
    else if (this.#tabellen > 0) this.#closeCell(name);
    else if (/^h[1-6]$/.test(name)) this.#heading(Number(name.slice(1)));
    else if (name === "titel") this.stuecke.push({ art: "titel", text: this.#take(false) });
    else if (name === "p" || name === "li") this.#flush();
    else if (name === "ul" || name === "ol") this.#listen.pop();
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
    if (this.#tabellen === 1 && (name === "td" || name === "th")) this.#zeilen.at(-1)?.push(this.#take(false));
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

const STYLES = ["p[style-name='Title'] => titel:fresh", "u => ", "strike => "];

async function read(bytes: Buffer): Promise<Stueck[]> {
  await weigh(bytes);
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
  parser.on("opentag", ({ name }) => leser.open(name));
  parser.on("text", (text) => leser.text(text));
  parser.on("closetag", ({ name }) => leser.close(name));
  parser.write(`<x>${value}</x>`).close();
  return leser.stuecke;
}

const stuecke = await read(await asked()).catch(() => undefined);
if (stuecke === undefined) say({ unlesbar: true });
else for (const stueck of stuecke) say(stueck);
