import { Umfang } from "./umfang.ts";
import { type Blatt, type Blattzeile, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
const LINES = 500;
/** “Wohnen: 6”, “Sprache/Kurse......... 12”, “- Kita = 3”: a word and a number at the end of its line. */
const ZAHL = /^\s*[-*•]?\s*(\p{L}[^\d:=.\t;|]{1,60}?)\s*(?:\.{2,}|…+|:|=|\t+|\s[–-])\s*(\d{1,4})$/u;
/** Other signs part the columns of a table. */
const TRENNER = /[;|]|\t.*\t/u;
const LEAST = 3;
/** So many of the lines from the first figure to the last have one. */
const SHARE = 0.6;

const linesOf = (text: string, most?: number): string[] => text.split(/\r\n?|\n/u, most);

function zahlIn(line: string): readonly [wort: string, zahl: string] | undefined {
  const [, wort, zahl] = ZAHL.exec(line.trimEnd()) ?? [];
  return wort === undefined || zahl === undefined ? undefined : [reinerText(wort), zahl];
}

function isZahlentext(text: string): boolean {
  const lines = linesOf(text.slice(0, SAMPLE), LINES).filter((line) => line.trim() !== "");
  const has = lines.map((line) => zahlIn(line) !== undefined);
  const figures = has.filter(Boolean).length;
  const within = has.lastIndexOf(true) - has.indexOf(true) + 1;
  return figures >= LEAST && figures >= within * SHARE && !lines.some((line) => TRENNER.test(line));
}

/**
 * A text whose lines are a word and a number each, as people write figures into a mail: themes and how many. Every other line is one
 * cell. Null for any other text.
 */
export function zahlenzeilenIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  if (!isZahlentext(text)) return null;
  const umfang = new Umfang();
  const zeilen = linesOf(text).flatMap((line, i): Blattzeile[] => {
    if (reinerText(line) === "") return [];
    umfang.row();
    const zellen = [...(zahlIn(line) ?? [reinerText(line)])];
    for (const zelle of zellen) umfang.value(zelle);
    return [{ nr: i + 1, zellen }];
  });
  const koepfe = ["Thema", "Anzahl"];
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise, koepfe };
}
