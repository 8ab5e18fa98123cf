import type { Block, Lauf } from "../../papier/model/papier.ts";
import { NICHT_GENANNT, type Zahlen } from "./zahlen.ts";

/**
 * What people type into a chapter. A blank line begins a paragraph, "- " a point of a list, "1. " one of a counted list, "# " a sub-heading, two asterisks
 * on both sides stand for bold, lines that begin with "|" for the rows of a table, and a name in braces for a figure that follows the data. Everything else is only text.
 */

const NAME = /\{([a-z][a-z0-9_]*)\}/g;
const POINT = /^[-–•*]\s+/;
const HEADING = /^#{1,3}\s+/;

/** Names of figures in a text that no figure has, with the line (from 1) in which they stand. */
export function unbekannte(text: string, zahlen: Zahlen): { readonly name: string; readonly zeile: number }[] {
  return text
    .split("\n")
    .flatMap((line, i) => [...line.matchAll(NAME)].map(([, name = ""]) => ({ name, zeile: i + 1 })))
    .filter(({ name }) => !zahlen.has(name));
}

/** Names of figures in a text that have no value for these months, or none that may be told. */
export function ohneWert(text: string, zahlen: Zahlen): string[] {
  const named = [...text.matchAll(NAME)].flatMap(([, name = ""]) => {
    const zahl = zahlen.get(name);
    return zahl !== undefined && (zahl.wert === null || zahl.wert === NICHT_GENANNT) ? [name] : [];
  });
  return [...new Set(named)];
}

/** What stands where a figure has no value. */
export const KEINE_ANGABE = "(keine Angabe)";

const filled = (text: string, zahlen: Zahlen): string =>
  text.replaceAll(NAME, (as, name: string) => {
    const known = zahlen.get(name);
    return known === undefined ? as : (known.wert ?? KEINE_ANGABE);
  });

/** Asterisks in pairs are weight; a single pair of them without a partner is what somebody typed. */
function laeufeOf(line: string, zahlen: Zahlen): Lauf[] {
  const parts = line.split(/\*\*(?=\S)(.+?)(?<=\S)\*\*/);
  return parts.flatMap((part, i) => (part === "" ? [] : [{ text: filled(part, zahlen), fett: i % 2 === 1 }]));
}

type Open = { readonly art: "absatz" | "punkt" | "nummer" | "zwischentitel"; text: string };

const NUMBER = /^(\d{1,2})[.)]\s+/;

/**
 * Whether a line is the next point of a counted list: the first has number 1, each other the next. "13. September" at the
 * beginning of a line is none.
 */
function counts(line: string, before: readonly Open[]): boolean {
  const number = NUMBER.exec(line)?.[1];
  const run = before.length - 1 - before.findLastIndex(({ art }) => art !== "nummer");
  return number !== undefined && Number(number) === run + 1;
}

const TITLE = /^Tabelle:\s*/i;
const RULE = /^\|[\s|:-]*$/;
const FIGURE = /^[\d.,\s%–-]*$/;

const cells = (line: string, zahlen: Zahlen): string[] =>
  line
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => filled(cell.trim(), zahlen));

/**
 * A paragraph whose lines are rows, with the names of the columns first, and above them "Tabelle: " with what it is called.
 * Undefined for any other; a row that is too short is filled up, and the table is as wide as its widest row.
 */
function tabelleOf(part: string, zahlen: Zahlen): Block | undefined {
  const lines = part.split("\n").map((line) => line.trim());
  const titled = TITLE.test(lines[0] ?? "");
  const rows = lines.slice(titled ? 1 : 0);
  if (rows.length < 2 || rows.some((line) => !line.startsWith("|"))) return undefined;
  const [head = [], ...zeilen] = rows.filter((line) => !RULE.test(line)).map((line) => cells(line, zahlen));
  if (zeilen.length === 0) return undefined;
  const wide = Math.max(head.length, ...zeilen.map((row) => row.length));
  const full = (row: readonly string[]) => Array.from({ length: wide }, (_, i) => row[i] ?? "");
  const isFigure = (i: number) => i > 0 && zeilen.every((row) => FIGURE.test(row[i] ?? ""));
  return {
    art: "tabelle",
    titel: titled ? filled((lines[0] ?? "").replace(TITLE, ""), zahlen) : "",
    spalten: full(head).map((titel, i) => (isFigure(i) ? { titel, zahl: true } : { titel })),
    zeilen: zeilen.map(full),
    summe: false,
    anmerkungen: [],
  };
}

function pieces(text: string): Open[] {
  const found: Open[] = [];
  for (const part of text.trim().split(PARAGRAPH)) {
    for (const [i, line] of part.split("\n").map((one, at): [number, string] => [at, one.trim()])) {
      const last = i === 0 ? undefined : found.at(-1);
      if (HEADING.test(line)) found.push({ art: "zwischentitel", text: line.replace(HEADING, "") });
      else if (POINT.test(line)) found.push({ art: "punkt", text: line.replace(POINT, "") });
      else if (counts(line, found)) found.push({ art: "nummer", text: line.replace(NUMBER, "") });
      else if (last !== undefined && last.art !== "zwischentitel") last.text += ` ${line}`;
      else found.push({ art: "absatz", text: line });
    }
  }
  return found.filter(({ text: said }) => said !== "");
}

const PARAGRAPH = /\n\s*\n/;

/** What somebody typed, as blocks; nothing for nothing. */
export function bloeckeOf(text: string, zahlen: Zahlen): Block[] {
  const parts = text.trim().split(PARAGRAPH);
  const blocks: Block[] = [];
  let words: string[] = [];
  for (const part of parts) {
    const tabelle = tabelleOf(part, zahlen);
    if (tabelle === undefined) words.push(part);
    else {
      blocks.push(...worteOf(words.join("\n\n"), zahlen), tabelle);
      words = [];
    }
  }
  return [...blocks, ...worteOf(words.join("\n\n"), zahlen)];
}

/** The same of what has no table in it. */
function worteOf(text: string, zahlen: Zahlen): Block[] {
  const blocks: Block[] = [];
  for (const { art, text: said } of pieces(text)) {
    const line = laeufeOf(said, zahlen);
    const last = blocks.at(-1);
    const gezaehlt = art === "nummer";
    if (art === "absatz" || art === "zwischentitel") blocks.push({ art, laeufe: line });
    else if (last?.art === "liste" && last.gezaehlt === gezaehlt)
      blocks[blocks.length - 1] = { ...last, punkte: [...last.punkte, line] };
    else blocks.push({ art: "liste", gezaehlt, punkte: [line] });
  }
  return blocks;
}

/** Whether a text names figures, so that it can go on with those of other months. */
export const nenntZahlen = (text: string): boolean => text.search(NAME) >= 0;

/** A text with the name of a figure put in: at the first `{}`, else at its end. Nothing changes without a name. */
export function eingesetzt(text: string, name: string): string {
  if (name === "") return text;
  if (text.includes("{}")) return text.replace("{}", `{${name}}`);
  return text === "" || /\s$/.test(text) ? `${text}{${name}}` : `${text} {${name}}`;
}
