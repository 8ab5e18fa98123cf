import { datumsteile } from "../erkennen/tage.ts";
import { Umfang } from "./umfang.ts";
import { type Blatt, type Blattzeile, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
const LINES = 500;
const TRENNER = /[;|\t]/u;
const LUECKE = /\s{2,}/u;
const LINIE = /^[\s=_-]*$/u;
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;

const linesOf = (text: string, most?: number): string[] => text.split(/\r\n?|\n/u, most);
const isTag = (line: string): boolean => datumsteile(line.trim().split(LUECKE)[0] ?? "")?.jahr != null;

/** Where the words of a head begin that wide gaps part. */
const anfaenge = (head: string): number[] => [...head.matchAll(/(?:^|(?<=\s{2}))\S/gu)].map(({ index }) => index);

/** The columns of a report: each line that begins with a day has a space in front of each of them. Undefined for any other text. */
function spaltenIn(text: string): { readonly kopf: number; readonly starts: readonly number[] } | undefined {
  const lines = linesOf(text.slice(0, SAMPLE), LINES);
  const dated = lines.filter(isTag);
  const first = lines.findIndex(isTag);
  const kopf = lines.findLastIndex((line, i) => i < first && !LINIE.test(line));
  const starts = anfaenge(lines[kopf] ?? "");
  const fits = (line: string) => starts.every((at) => at === 0 || at >= line.length || line[at - 1] === " ");
  if (dated.length < LEAST_ROWS || starts.length < LEAST_COLUMNS || dated.some((line) => TRENNER.test(line)))
    return undefined;
  const wide = dated.filter((line) => line.trim().split(LUECKE).length > 2).length;
  return dated.every(fits) && wide * 2 > dated.length ? { kopf, starts } : undefined;
}

/**
 * A report whose columns have fixed widths, as databases print them: the head says where each begins. Lines that begin with no day are
 * one cell. Null for any other text.
 */
export function festeBreiteIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  const found = spaltenIn(text);
  if (found === undefined) return null;
  const { kopf, starts } = found;
  const umfang = new Umfang();
  const cut = (line: string) => starts.map((at, i) => reinerText(line.slice(at, starts[i + 1])) || null);
  const zeilen = linesOf(text).flatMap((line, i): Blattzeile[] => {
    if (reinerText(line) === "" || LINIE.test(line)) return [];
    umfang.row();
    const zellen = i === kopf || isTag(line) ? cut(line) : [reinerText(line)];
    for (const zelle of zellen) umfang.value(zelle);
    return [{ nr: i + 1, zellen }];
  });
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise };
}
