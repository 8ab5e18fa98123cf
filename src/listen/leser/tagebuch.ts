import { datumsteile, isMoeglich } from "../erkennen/tage.ts";
import { Umfang } from "./umfang.ts";
import { type Blatt, type Blattzeile, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
const TAG =
  String.raw`((?:(?:mo|di|mi|do|fr|sa|so)\p{L}{0,10}\.?,?\s+)?(?:(?:den|am)\s+)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\d\d(?!\d))?|` +
  String.raw`\d{1,2}\.\s?\p{L}{3,9}(?!\p{L})(?:\s\d{4})?|\d{4}-\d{2}-\d{2}))[ ]*[:,–—-]?[ ]*`;
/** A day in front of a line, with its weekday or without, and what is told of it. */
const TAG_VORN = new RegExp(String.raw`^[>|\s]*[-*•–]?\s*${TAG}(?=[\p{L}(„"]|\d{1,3}\s?[x×]\s?\p{L})(.+)$`, "iu");
/** A day alone above the lines that tell of it. */
const TAG_ALLEIN = new RegExp(String.raw`^[#=*]*\s*${TAG}[=*]*$`, "iu");
const STRICH = /^[-*•–+]\s*(?=\S)/u;
/** So many lines begin with a day, and so many of them at least. */
const SHARE = 0.4;
const LEAST = 3;
const LINES = 500;
const TRENNER = [";", "\t", ",", "|"] as const;
/** So many lines begin with a cell that is a day, and have as many cells as the others or heads above them: it is a table. */
const ALIKE = 0.8;

/** Longer lines tell a story. */
const LONGEST_LINE = 300;
/** “3x Wohnen, 1x Kita”: what a line of figures says. */
const MAL = /^\d{1,3}\s?[x×]\s?\p{L}[^\d]*(?:[,;]\s*\d{1,3}\s?[x×]\s?\p{L}[^\d]*)*$/iu;

type Zeile = { readonly tag: string; readonly text: string };

/** The day of a line and what is told of it, empty where it is the day alone; undefined for a line without a day. */
function parted(line: string): Zeile | undefined {
  const found = TAG_ALLEIN.exec(line.trim()) ?? TAG_VORN.exec(line.trim());
  const tag = (found?.[1] ?? "").replace(/^(?:den|am)\s+/iu, "");
  const teile = tag === "" ? undefined : datumsteile(tag);
  return teile !== undefined && isMoeglich(teile) ? { tag, text: (found?.[2] ?? "").trim() } : undefined;
}

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

const linesOf = (text: string, most?: number): string[] => text.split(/\r\n?|\n/u, most);

/** How a text is kept as a diary: a day in front of each line, or above those of the day; undefined for any other text. */
function artVon(text: string): Blatt["tagebuch"] {
  const sample = linesOf(text.slice(0, SAMPLE), LINES).filter((line) => line.trim() !== "");
  const days = sample.map(parted);
  const dated = sample.filter((_, i) => (days[i]?.text ?? "") !== "");
  const alone = days.filter((day) => day?.text === "").length;
  const first = days.findIndex((day) => day !== undefined);
  if (alone >= LEAST && alone > dated.length && sample.length - first >= alone * 1.5) return "tage";
  const before = sample[first - 1] ?? "";
  const enough = dated.length >= LEAST && dated.length >= sample.length * SHARE;
  return enough && !isTabelle(dated, before) ? "zeilen" : undefined;
}

/** Each line with its day, or without; a day that stands alone goes to the first line below it. */
function* zeilenIn(text: string, art: Blatt["tagebuch"]): Generator<Blattzeile> {
  let open: { readonly nr: number; readonly tag: string } | undefined;
  let begun = false;
  for (const [i, line] of linesOf(text).entries()) {
    const found = parted(line);
    if (reinerText(line) === "") continue;
    if (found !== undefined && open !== undefined) yield { nr: open.nr, zellen: [open.tag] };
    begun ||= found !== undefined;
    const below = art === "tage" && begun;
    if (found?.text === "" && below) {
      open = { nr: i + 1, tag: reinerText(found.tag) };
      continue;
    }
    const rest = reinerText(below ? line.trim().replace(STRICH, "") : line);
    if (found !== undefined && found.text !== "") yield { nr: i + 1, zellen: [found.tag, found.text].map(reinerText) };
    else yield { nr: i + 1, zellen: below ? [open?.tag ?? null, rest] : [rest] };
    open = undefined;
  }
  if (open !== undefined) yield { nr: open.nr, zellen: [open.tag] };
}

/**
 * A text whose lines begin with a day and go on in words, or stand below a day, as people keep a diary: the day and what is told of
 * it, as two cells; a line without a day is one. Null for any other text.
 */
export function tagebuchIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  const art = artVon(text);
  if (art === undefined) return null;
  const umfang = new Umfang();
  const zeilen: Blattzeile[] = [];
  for (const zeile of zeilenIn(text, art)) {
    umfang.row();
    for (const zelle of zeile.zellen) umfang.value(zelle);
    zeilen.push(zeile);
  }
  const told = zeilen.flatMap(({ zellen: [tag, text] }) => (tag !== null && typeof text === "string" ? [text] : []));
  const counted = told.filter((one) => one.length <= LONGEST_LINE && MAL.test(one)).length;
  const koepfe = ["Datum", counted >= Math.max(LEAST, told.length * ALIKE) ? "Themen (Anzahl)" : "Anliegen"];
  return { name, zeilen, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise, koepfe, tagebuch: art };
}
