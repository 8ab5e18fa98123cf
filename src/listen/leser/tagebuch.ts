import { datumsteile, isMoeglich } from "../erkennen/tage.ts";
import { type Blatt, type Blattzeile, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
/** A day in front of a line, with its weekday or without, and what is told of it. */
const TAG_VORN =
  /^[-*•–]?\s*((?:(?:mo|di|mi|do|fr|sa|so)\p{L}{0,10}\.?,?\s+)?(?:(?:den|am)\s+)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d\d(?!\d))?|\d{1,2}\.\s?\p{L}{3,9}(?:\s\d{4})?|\d{4}-\d{2}-\d{2}))[ ]*[:,–—-]?[ ]*(?=[\p{L}(„"])(.+)$/iu;
/** So many lines begin with a day, and so many of them at least. */
const SHARE = 0.4;
const LEAST = 3;
const LINES = 500;
const TRENNER = [";", "\t", ",", "|"] as const;
/** So many lines begin with a cell that is a day, and have as many cells as the others or heads above them: it is a table. */
const ALIKE = 0.8;

const parted = (line: string): { readonly tag: string; readonly text: string } | undefined => {
  const [, before = "", text = ""] = TAG_VORN.exec(line.trim()) ?? [];
  const tag = before.replace(/^(?:den|am)\s+/iu, "");
  const teile = tag === "" ? undefined : datumsteile(tag);
  return teile !== undefined && isMoeglich(teile) ? { tag, text: text.trim() } : undefined;
};

/** `before`: the line above the first day, which may hold the heads. */
function isTabelle(dated: readonly string[], before: string): boolean {
  return TRENNER.some((trenner) => {
    const widths = dated.flatMap((line) => {
      const parts = line.split(trenner);
      return parts.length > 1 && datumsteile(parts[0]?.trim() ?? "") !== undefined ? [parts.length] : [];
    });
    const same = [...Map.groupBy(widths, (n) => n).values()].map((list) => list.length);
    const alike = before.includes(trenner) ? widths.length : Math.max(0, ...same);
    return alike >= dated.length * ALIKE;
  });
}

/**
 * A text whose lines begin with a day and go on in words, as people keep a diary: the day and what is told of it, as two cells; a
 * line without a day is one. Null for any other text.
 */
export function tagebuchIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  const sample = text
    .slice(0, SAMPLE)
    .split(/\r\n?|\n/u, LINES)
    .filter((line) => line.trim() !== "");
  const dated = sample.filter((line) => parted(line) !== undefined);
  const before = sample[sample.findIndex((line) => parted(line) !== undefined) - 1] ?? "";
  if (dated.length < LEAST || dated.length < sample.length * SHARE || isTabelle(dated, before)) return null;
  const zeilen = text.split(/\r\n?|\n/u).flatMap((line, i): Blattzeile[] => {
    const found = parted(line);
    const cells = (found === undefined ? [line] : [found.tag, found.text])
      .map(reinerText)
      .filter((cell) => cell !== "");
    return cells.length === 0 ? [] : [{ nr: i + 1, zellen: cells }];
  });
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise, tagebuch: true };
}
