import { Umfang } from "./umfang.ts";
import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { type Blatt, type Blattzeile, type Zelle, reinerText, sammler } from "./zelle.ts";

const TRENNER = [";", "\t", ",", "|"] as const;
const SAMPLE = 65_536;
/** A quoted field longer than this was never closed: the quote is a mere character. */
const LONGEST_QUOTED = 20_000;

/** Where a quoted field ends: a quote followed by a separator, a line end or nothing. */
class Anfuehrung {
  private readonly text: string;
  private readonly trenner: string;
  /** No closing quote lies between the last search and here; keeps broken files from being searched over and over. */
  private none = 0;
  /** Separators of a whole record. */
  private readonly full: number;
  constructor(text: string, trenner: string) {
    this.text = text;
    this.trenner = trenner;
    this.full = separatorsOf(text, trenner);
  }

  /** The place of the closing quote, -1 when the field is not closed. `from` is the first character inside. */
  end(from: number): number {
    let at = Math.max(from, this.none);
    const limit = Math.min(this.text.length, from + LONGEST_QUOTED);
    while (at < limit) {
      const quote = this.text.indexOf('"', at);
      if (quote === -1 || quote >= limit) break;
      if (this.text[quote + 1] === '"') at = quote + 2;
      else if (this.isEnd(this.text[afterSpaces(this.text, quote + 1)])) {
        // The lines between are records of their own: the quote before was never closed, this one belongs to its line.
        return this.holdsRecords(from, quote) ? this.unclosed(lineEnd(this.text, from)) : quote;
      }
      // A lone quote that opens a field: so the one before was never closed.
      else if (this.isEnd(this.text[quote - 1])) return this.unclosed(quote);
      else at = quote + 1;
    }
    return this.unclosed(limit);
  }

  private unclosed(searchedTo: number): number {
    this.none = Math.max(this.none, searchedTo);
    return -1;
  }

  private holdsRecords(from: number, to: number): boolean {
    if (this.full === 0) return false;
    const [, ...below] = this.text.slice(from, to).split(/\r\n?|\n/u);
    return below.some((line) => line.split(this.trenner).length > this.full);
  }

  private isEnd(next: string | undefined): boolean {
    return next === undefined || next === this.trenner || next === "\n" || next === "\r";
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_QUOTED).search(/[\r\n]/u);
  return end === -1 ? text.length : from + end;
}

/** How often the first line that has any has the separator; 0 when none has. */
function separatorsOf(text: string, trenner: string): number {
  const lines = text.slice(0, SAMPLE).split(/\r\n?|\n/u, 20);
  return Math.max(
    0,
    ...lines
      .map((line) => line.split(trenner).length - 1)
      .filter((n) => n > 0)
      .slice(0, 1),
  );
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at;
}

/** Columns of a spreadsheet, however many of them are empty. */
const WIDEST = 16_384;

/** Takes text apart into records; the callback returns false to stop. */
function eachRecord(text: string, trenner: string, record: (fields: string[]) => boolean): void {
  const quotes = new Anfuehrung(text, trenner);
  let fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let value: string;
    const close = text[at] === '"' ? quotes.end(at + 1) : -1;
    if (close === -1) {
      const stop = fieldEnd(text, at, trenner);
      value = text.slice(at, stop);
      at = stop;
    } else {
      value = text.slice(at + 1, close).replaceAll('""', '"');
      at = afterSpaces(text, close + 1);
    }
    if (value.length > GRENZEN.zelle * 2) throw new Unlesbar("zu_lang");
    if (fields.length >= WIDEST) throw new Unlesbar("zu_breit");
    fields.push(value);
    if (text[at] === trenner) {
      at += 1;
      continue;
    }
    if (!record(fields) || at >= text.length) return;
    fields = [];
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (at >= text.length) return;
  }
}

function fieldEnd(text: string, from: number, trenner: string): number {
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === trenner || c === "\n" || c === "\r") return i;
  }
  return text.length;
}

/** The first line may name the separator, as Excel writes it: `sep=;`. */
const NAMED = /^"?sep=(.)"?\r?\n/iu;

/**
 * How well a separator cuts the beginning of the text into records of the same width. What it cuts first should be heads:
 * a separator that only the values hold (commas in notes and decimals) leaves them whole.
 */
function fitness(sample: string, trenner: string): number {
  const widths = new Map<number, number>();
  let records = 0;
  let first: readonly string[] | undefined;
  eachRecord(sample, trenner, (fields) => {
    if (fields.every((f) => f.trim() === "")) return true;
    records += 1;
    if (fields.length > 1) first ??= fields;
    widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    return records < 500;
  });
  const [modal = 1] = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (modal < 2 || first === undefined) return 0;
  const width = Math.max(modal, first.length);
  let fit = 0;
  // Some programs leave out the separators of empty cells at the end.
  for (const [w, n] of widths) fit += w === width ? n : w > 1 && w < width ? n * SHORTER : 0;
  const heads = first.some((field) => STARTS_WITH_DIGIT.test(field)) ? 0.25 : 1;
  return (fit / records) ** 4 * heads * (1 + Math.log2(width) / 10);
}
const SHORTER = 0.9;
const STARTS_WITH_DIGIT = /^\s*["']?\d/u;

/** The separator that fits best; a list of one column has none and gets `;`. */
export function findTrenner(text: string): string {
  const cut = text.slice(0, SAMPLE);
  const sample = text.length > SAMPLE ? cut.slice(0, cut.lastIndexOf("\n") + 1 || SAMPLE) : cut;
  const best = TRENNER.map((t) => ({ t, fit: fitness(sample, t) })).toSorted((a, b) => b.fit - a.fit)[0];
  return best === undefined || best.fit === 0 ? ";" : best.t;
}

/** Each line is quoted as a whole, so that its separators lie inside of one field. */
const IN_QUOTES = /^"((?:[^"]|"")*)"$/u;
const isInQuotes = (line: string): boolean => line.length <= LONGEST_QUOTED && IN_QUOTES.test(line.trim());
function ohneZeilenzeichen(text: string): string {
  if (!/^\s{0,100}"/u.test(text)) return text;
  const lines = text.split(/\r\n?|\n/u);
  if (lines.slice(0, 20).some((line) => line.trim() !== "" && !isInQuotes(line))) return text;
  if (lines.some((line) => line.length > LONGEST_QUOTED)) return text;
  const inside = lines.flatMap((line) => IN_QUOTES.exec(line.trim())?.[1] ?? []);
  const filled = lines.filter((line) => line.trim() !== "").length;
  if (inside.length < 2 || inside.length < filled || !TRENNER.some((t) => inside.every((line) => line.includes(t))))
    return text;
  return inside.map((line) => line.replaceAll('""', '"')).join("\n");
}

/** A row that another sign parts into as many cells as the others have: pasted in from somewhere else. */
function geteilt(fields: readonly string[], trenner: string, width: number): readonly string[] {
  const [only = "", ...more] = fields;
  if (width < 3 || more.length > 0 || only.length > LONGEST_ROW) return fields;
  // Commas may part the words of a remark.
  const parts = TRENNER.filter((t) => t !== trenner && t !== ",").map((t) => only.split(t));
  return parts.find(({ length }) => length === width) ?? fields;
}
const LONGEST_ROW = 500;

/** `="0049"` keeps Excel from reading a number; the quotes are no part of it. */
const AS_TEXT = /^="(.*)"$/su;

/**
 * Reads text with separators as one sheet. Every value is text; what it means is found out later. A record counts as one
 * row, whatever line breaks its fields hold, as a spreadsheet program shows it. @throws Unlesbar when there are too many
 */
export function readCsv(text: string, name: string, hinweise: readonly string[] = []): Blatt {
  const named = NAMED.exec(text);
  const body = ohneZeilenzeichen(named === null ? text : text.slice(named[0].length));
  const trenner = named?.[1] ?? findTrenner(body);
  const keep = sammler();
  const zeilen: Blattzeile[] = [];
  let nr = named === null ? 0 : 1;
  const umfang = new Umfang();
  let width = 0;
  eachRecord(body, trenner, (read) => {
    nr += 1;
    const fields = geteilt(read, trenner, width);
    width = Math.max(width, fields.length);
    const zellen: Zelle[] = fields.map((field) => keep(reinerText(AS_TEXT.exec(field)?.[1] ?? field)) || null);
    while (zellen.at(-1) === null) zellen.pop();
    if (zellen.length === 0) return true;
    umfang.row();
    umfang.cells(zellen.length, zellen.length - 1);
    for (const zelle of zellen) umfang.value(zelle);
    zeilen.push({ nr, zellen });
    return true;
  });
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise };
}
