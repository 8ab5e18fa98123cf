import { datumsteile } from "../erkennen/tage.ts";
import { Umfang } from "./umfang.ts";
import { type Blatt, type Blattzeile, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
const LINES = 500;
const STRICH = /\s+[-–—]+\s+/u;
/** Other signs part the columns of a list better. */
const TRENNER = /[;\t|]/u;
/** Fewer lines, or fewer parts of a line, may be anything. */
const LEAST_LINES = 3;
const LEAST_PARTS = 3;
/** So many of the lines that begin with a day have as many parts as the others. */
const ALIKE = 0.8;

const linesOf = (text: string, most?: number): string[] => text.split(/\r\n?|\n/u, most);

/** The parts of a line that begins with a day; undefined for any other. */
function parted(line: string): string[] | undefined {
  const parts = line.trim().split(STRICH);
  return datumsteile(parts[0] ?? "") === undefined || parts.length < 2 ? undefined : parts;
}

function isStrichtabelle(text: string): boolean {
  const lines = linesOf(text.slice(0, SAMPLE), LINES);
  const widths = lines.flatMap((line) => parted(line)?.length ?? []);
  const [most] = [...Map.groupBy(widths, (n) => n)].toSorted((a, b) => b[1].length - a[1].length);
  return (
    most !== undefined &&
    most[0] >= LEAST_PARTS &&
    most[1].length >= LEAST_LINES &&
    most[1].length >= widths.length * ALIKE &&
    !lines.some((line) => TRENNER.test(line))
  );
}

/**
 * A text whose lines begin with a day and are parted by dashes, “6.3.2024 - Lohmar - Wohngeld - 30 Min”: a table whose columns the
 * dashes part. Lines without a day are one cell. Null for any other text.
 */
export function strichtabelleIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  if (!isStrichtabelle(text)) return null;
  const umfang = new Umfang();
  const zeilen = linesOf(text).flatMap((line, i): Blattzeile[] => {
    if (reinerText(line) === "") return [];
    umfang.row();
    const zellen = (parted(line) ?? [line]).map((part) => reinerText(part) || null);
    for (const zelle of zellen) umfang.value(zelle);
    return [{ nr: i + 1, zellen }];
  });
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise };
}
