import type { Block, Lauf } from "./papier.ts";
import { NICHT_GENANNT, type Zahlen } from "./zahlen.ts";

/**
 * What people type into a chapter. A blank line begins a paragraph, "- " a point of a list, "1. " one of a counted list, "# " a sub-heading, two asterisks
 * on both sides stand for bold, and a name in braces for a figure that follows the data. Everything else is only text.
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

function pieces(text: string): Open[] {
  const found: Open[] = [];
  for (const part of text.trim().split(/\n\s*\n/)) {
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

/** What somebody typed, as blocks; nothing for nothing. */
export function bloeckeOf(text: string, zahlen: Zahlen): Block[] {
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
