import { zeitangabe } from "../erkennen/zeitraum.ts";
import { Umfang } from "./umfang.ts";
import { type Blatt, type Blattzeile, type Zelle, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
const LINES = 500;
/** “Altena: 7 Beratungen (3x Wohnen, 2x Jobcenter)”: where, how many, and about what. */
const SATZ =
  /^\s*[-*•]?\s*(\p{L}[\p{L} .()/-]{1,40}?)\s*[:–-]\s*(\d{1,4})\s+(?:beratung(?:en)?|gespräche?|kontakte?|termine?)\s*[(:,–-]\s*(.+?)\)?\s*\.?$/iu;
const LEAST = 3;
/** So many of the lines that tell numbers of consultations have this form. */
const SHARE = 0.8;
const ZAHL = /\d+\s+(?:beratung|gespräch|kontakt|termin)/iu;

const linesOf = (text: string, most?: number): string[] => text.split(/\r\n?|\n/u, most);

/** A line that names a time and nothing else; undefined for any other. */
function zeitIn(line: string): string | undefined {
  const { monat, woche, monate, tage } = zeitangabe(line);
  const short = line.trim().length <= 30 && !ZAHL.test(line);
  return short && (monat ?? woche ?? monate ?? tage) !== null ? reinerText(line.replace(/:\s*$/u, "")) : undefined;
}

/**
 * A report in short sentences below the weeks or months they are of: a table of time, Kommune, number and themes. Every other line is one
 * cell. Null for any other text.
 */
export function stichsaetzeIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  const sample = linesOf(text.slice(0, SAMPLE), LINES);
  const told = sample.filter((line) => SATZ.test(line)).length;
  const counting = sample.filter((line) => ZAHL.test(line)).length;
  if (told < LEAST || told < counting * SHARE || !sample.some((line) => zeitIn(line) !== undefined)) return null;
  const umfang = new Umfang();
  let zeit: string | null = null;
  const zeilen = linesOf(text).flatMap((line, i): Blattzeile[] => {
    if (reinerText(line) === "") return [];
    const own = zeitIn(line);
    zeit = own ?? zeit;
    umfang.row();
    const [, ort, zahl, themen] = SATZ.exec(line) ?? [];
    const cells: Zelle[] =
      ort === undefined || zahl === undefined || themen === undefined || own !== undefined
        ? [reinerText(line)]
        : [zeit, reinerText(ort), Number(zahl), reinerText(themen)];
    for (const zelle of cells) umfang.value(zelle);
    return [{ nr: i + 1, zellen: cells }];
  });
  const koepfe = ["Zeitraum", "Kommune", "Anzahl Beratungen", "Themen"];
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise, koepfe };
}
