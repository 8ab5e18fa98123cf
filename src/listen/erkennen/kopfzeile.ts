import { type Bereich, type Blatt, type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { kopfNachInhalt, ohneKopfUndJahr } from "./inhaltskopf.ts";
import { kartenangaben } from "./karten.ts";
import { interpretKopf, isKopfwort } from "./kopf.ts";
import { isWortFor } from "./kreuz.ts";
import { monatVon } from "./monate.ts";
import type { Bedeutung } from "./typen.ts";
import { personenbedeutung } from "./personenkopf.ts";
import type { Kopf } from "./spalten.ts";
import { datumsteile } from "./tage.ts";
import { isKopftag } from "./tagesraster.ts";
import { zaehlwert, zahlVon } from "./werte.ts";
import { wochenangabe } from "./zeitraum.ts";

/** Rows from the top of a sheet in which any words may be a head; further down only well-known ones are. */
const TOP = 60;
const isYearOrWeek = (z: Zelle) =>
  typeof z === "number"
    ? Number.isInteger(z) && ((z > 2000 && z < 2100) || (z > 0 && z < 54))
    : typeof z === "string" && /^20\d\d$/u.test(z);
const isTag = (z: Zelle | undefined) => z !== null && typeof z === "object" && z.art === "tag";
const filled = (zellen: readonly Zelle[]) => zellen.filter((z): z is Exclude<Zelle, null> => z !== null);

/** A day in a cell, real or written with its year. */
export const isTagwert = (zelle: Zelle | undefined): boolean =>
  isTag(zelle) || (typeof zelle === "string" && zelle.length < 40 && datumsteile(zelle)?.jahr != null);

const isWord = (zelle: Zelle) =>
  typeof zelle === "string" && zelle.length < 120 && zahlVon(zelle) === undefined && !isTagwert(zelle);

/** First days of months, one after the other: a head of months made of date cells. */
function isMonthsRow(cells: readonly Zelle[]): boolean {
  const days = cells.filter((z) => z !== null && typeof z === "object" && z.art === "tag").map((z) => z.tag);
  return days.length >= 3 && days.every((day, i) => day.endsWith("-01") && (i === 0 || day > (days[i - 1] ?? "")));
}

/** “Thema | 07.11. | 14.11. | 21.11.”: what the rows are, and the days of the columns, one after the other. */
function isDaysRow([corner, ...days]: readonly Zelle[]): boolean {
  // “KW 40” begins the days of one week.
  if (typeof corner !== "string" || /\d/u.test(corner)) return false;
  const isReihe = interpretKopf(corner).some((d) => d.staerke === 1 && REIHEN.has(d.bedeutung));
  if (!isReihe || days.length < 3) return false;
  const last = days.findLastIndex((z) => isTag(z) || (typeof z === "string" && isKopftag(z)));
  return last >= 2 && days.slice(0, last + 1).every((z) => isTag(z) || (typeof z === "string" && isKopftag(z)));
}

/** “07.03. | Muster | Bewerbung”: one day in front of what is told of it, whatever the other words mean as heads. */
const isTagVorn = ([first, ...others]: readonly Zelle[]): boolean =>
  typeof first === "string" && isKopftag(first) && !others.some((z) => typeof z === "string" && isKopftag(z));

const isYear = (z: Zelle | undefined) => z !== undefined && isYearOrWeek(z) && Number(z) > 2000;

/** Years or weeks, one after the other: 2021 2022 2023. Two years are enough, two small numbers may be anything. */
function countedOn(cells: readonly Zelle[]): number {
  const numbers = cells.filter(isYearOrWeek);
  return numbers.length >= (numbers.every(isYear) ? 2 : 3) &&
    numbers.every((n, i) => i === 0 || Number(n) === Number(numbers[i - 1]) + 1)
    ? numbers.length
    : 0;
}

/** Whether a row is surely a head, wherever it stands: at least three words of the lists, written exactly. */
export function isSichererKopf(zellen: readonly Zelle[]): boolean {
  if (kartenangaben(zellen).length > 0) return false;
  const cells = filled(zellen);
  let heads = 0;
  let others = 0;
  for (const zelle of cells) {
    if (typeof zelle === "string" && isKopfwort(zelle) && wochenangabe(zelle) === undefined) heads += 1;
    else others += 1;
    if (others > cells.length / 2) return false;
  }
  return heads >= 3;
}

/** Whether a row looks like the head of a table by its words. */
export function isKopf(zellen: readonly Zelle[], verzeichnis: Verzeichnis): boolean {
  const [corner, ...others] = filled(zellen);
  // “2025 | Beratungen | Wohnen”: the corner says the year of the rows below.
  const cells = isYear(corner) && !isYear(others[0]) ? others : filled(zellen);
  if (cells.length < 2 || kartenangaben(zellen).length > 0) return false;
  const words = cells.filter(isWord);
  if (isDaysRow(cells)) return true;
  const months = isMonthsRow(cells);
  if (!months && (cells.some(isTagwert) || isTagVorn(cells))) return false;
  const times = months ? cells.filter(isTag).length : countedOn(cells);
  if (words.length + times < cells.length * 0.8 || words.length === 0) return false;
  const heads = words.filter(
    (z) => typeof z === "string" && ((interpretKopf(z)[0]?.staerke ?? 0) >= 0.8 || personenbedeutung(z) !== undefined),
  );
  if (heads.length >= 2 && heads.length >= cells.length * 0.5) return true;
  const crossed = (["thema", "kommune", "zeit", "kontaktweg"] as const).map(
    (art) => words.filter((z) => typeof z === "string" && isWortFor(art, z, verzeichnis)).length,
  );
  const most = Math.max(...crossed, times);
  const both = words.filter((z) => heads.includes(z)).length + most;
  return (most >= 2 && heads.length > 0 && both >= cells.length * 0.5) || (most >= 3 && most >= cells.length * 0.6);
}

/**
 * A head that names what its rows are – a time, a theme, a Kommune –, above a row of numbers: what the other columns count,
 * nobody may know, but it is a table. A year or Kommune above a month is such a head too.
 */
function isZeitkopf(zellen: readonly Zelle[], below: readonly Zelle[], verzeichnis: Verzeichnis): boolean {
  const at = zellen.findIndex((z) => z !== null);
  const head = zellen[at];
  const words = filled(zellen);
  if (words.length < 2 || !words.slice(1).every((z) => isWord(z) || isYear(z))) return false;
  const named = typeof head === "string" && interpretKopf(head).some((d) => d.staerke === 1 && REIHEN.has(d.bedeutung));
  const corner = isYear(head) || (typeof head === "string" && isWortFor("kommune", head, verzeichnis));
  if (!named && !(corner && monatVon(zellText(below[at])) !== undefined)) return false;
  const others = below.slice(at + 1).filter((z) => z !== null);
  const counts = others.filter((z) => zaehlwert(z) !== undefined).length;
  return (below[at] ?? null) !== null && counts > 0 && counts >= others.length / 2;
}
/** What stands in the corner of a pivot table, whose rows are labels of several kinds below each other. */
export const isPivotecke = (text: string): boolean => /^(?:zeilenbeschriftung(?:en)?|row labels?)$/iu.test(text);

/** Whether the head of a pivot table stands in this row. */
export function isPivotkopf({ zellen }: Blattzeile): boolean {
  const [corner, ...others] = filled(zellen);
  return typeof corner === "string" && isPivotecke(corner) && others.length > 0;
}

const REIHEN = new Set<Bedeutung>(["woche", "monat", "jahr", "thema", "kommune"]);

/** A second head row: words only, below the gaps (or merged cells) of the first one. */
function isUnterkopf(
  kopf: Blattzeile,
  next: Blattzeile,
  verbunden: readonly Bereich[],
  verzeichnis: Verzeichnis,
): boolean {
  if (next.nr !== kopf.nr + 1) return false;
  const cells = filled(next.zellen);
  if (cells.length < 2 || !cells.every((z) => isWord(z) || isYearOrWeek(z))) return false;
  const merged = verbunden.some((b) => b.vonZeile === kopf.nr && b.bisZeile === kopf.nr && b.bisSpalte > b.vonSpalte);
  const gaps = next.zellen.filter((z, i) => z !== null && (kopf.zellen[i] ?? null) === null).length;
  if (gaps === 0 && !merged) return false;
  const named = cells.filter(
    (z) =>
      typeof z === "string" &&
      ((interpretKopf(z)[0]?.staerke ?? 0) >= 0.8 ||
        isWortFor("thema", z, verzeichnis) ||
        isWortFor("kommune", z, verzeichnis) ||
        isWortFor("zeit", z, verzeichnis)),
  ).length;
  return merged ? named > 0 : named >= cells.length * 0.5;
}

/** The head of a table: how many rows it takes, and the two words of each column. */
export type Kopfzeilen = { readonly rows: number; readonly koepfe: readonly Kopf[] };

/** Reads the head that begins at a row; the row below may belong to it. */
export function readKopf(blatt: Blatt, at: number, verzeichnis: Verzeichnis): Kopfzeilen {
  const kopf = blatt.zeilen[at];
  if (kopf === undefined) return { rows: 0, koepfe: [] };
  const next = blatt.zeilen[at + 1];
  const sub = next !== undefined && isUnterkopf(kopf, next, blatt.verbunden, verzeichnis) ? next : undefined;
  const width = Math.max(kopf.zellen.length, sub?.zellen.length ?? 0);
  const months = kopf.zellen.every(
    (z) => z === null || typeof z !== "object" || z.art !== "tag" || z.tag.endsWith("-01"),
  );
  const text = (zelle: Zelle | undefined) => kopfText(zelle, months);
  const merged = blatt.verbunden.filter((b) => b.vonZeile === kopf.nr);
  let group = "";
  const koepfe = Array.from({ length: width }, (_, i): Kopf => {
    const own = text(kopf.zellen[i]);
    const below = text(sub?.zellen[i]);
    const covering = merged.find((b) => i >= b.vonSpalte && i <= b.bisSpalte);
    if (own !== "") group = own;
    else if (covering !== undefined) group = text(kopf.zellen[covering.vonSpalte]);
    else if (below === "") group = "";
    if (below === "") return { gruppe: "", wort: own };
    return { gruppe: group, wort: below };
  });
  return { rows: sub === undefined ? 1 : 2, koepfe };
}

const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

/** A head broken into lines, as narrow columns are: “Sprach-⏎erwerb”. */
export const einzeilig = (text: string): string =>
  text.includes("\n") ? text.replaceAll(/(?<=\p{L})-\s*\n\s*(?=\p{Ll})/gu, "").replaceAll(/\s*\n\s*/gu, " ") : text;

/** A head that is a date is a month where all of them are first days, and a day otherwise. */
function kopfText(zelle: Zelle | undefined, months: boolean): string {
  if (zelle === null || zelle === undefined) return "";
  if (typeof zelle === "object" && zelle.art === "tag" && !months) return zellText(zelle);
  if (typeof zelle === "object" && zelle.art === "tag") {
    return `${MONTHS[Number(zelle.tag.slice(5, 7)) - 1] ?? ""} ${zelle.tag.slice(0, 4)}`;
  }
  return typeof zelle === "string" ? einzeilig(zelle) : String(typeof zelle === "object" ? zelle.art : zelle);
}

/**
 * Where the first head of a sheet is: `at` is its index among the rows. A list whose words nobody knows has its head
 * above the first dates (`art` form); one without a head begins with its first dated row (`art` ohne).
 */
export function findErstenKopf(
  blatt: Blatt,
  verzeichnis: Verzeichnis,
): { readonly at: number; readonly art: "worte" | "form" | "ohne" } | undefined {
  if (blatt.koepfe !== undefined) return { at: blatt.zeilen.findIndex(({ zellen }) => zellen.length > 1), art: "ohne" };
  const top = blatt.zeilen.slice(0, TOP);
  const named = top.findIndex(
    ({ zellen }, i) =>
      isKopf(zellen, verzeichnis) || isZeitkopf(zellen, blatt.zeilen[i + 1]?.zellen ?? [], verzeichnis),
  );
  const pivot = top.findIndex(isPivotkopf);
  // Above the head of a pivot table stands what it counts, and of which year or Kommune.
  const isFilter = top.slice(0, Math.max(0, pivot)).every(({ zellen }) => filled(zellen).length <= 2);
  if (pivot !== -1 && (named === -1 || named >= pivot - 1 || isFilter)) return { at: pivot, art: "worte" };
  if (named !== -1) return { at: isGruppenzeile(blatt, named - 1, verzeichnis) ? named - 1 : named, art: "worte" };
  const column = datedColumn(blatt.zeilen.slice(0, TOP * 2));
  if (column === undefined) return kopfNachInhalt(top, verzeichnis) ?? ohneKopfUndJahr(blatt.zeilen);
  const first = blatt.zeilen.findIndex(({ zellen }) => isTagwert(zellen[column]));
  const above = blatt.zeilen[first - 1]?.zellen ?? [];
  const isHead = filled(above).length >= 2 && filled(above).every(isWord) && (above[column] ?? null) !== null;
  return isHead ? { at: first - 1, art: "form" } : { at: first, art: "ohne" };
}

/** A row above the head with nothing but Kommunen or times, each over some of its columns. */
function isGruppenzeile(blatt: Blatt, at: number, verzeichnis: Verzeichnis): boolean {
  const above = blatt.zeilen[at];
  const head = blatt.zeilen[at + 1];
  if (above === undefined || head === undefined) return false;
  const words = filled(above.zellen);
  const named = words.every(
    (z) =>
      isYear(z) ||
      (typeof z === "string" && (isWortFor("kommune", z, verzeichnis) || isWortFor("zeit", z, verzeichnis))),
  );
  return named && words.length >= 2 && isUnterkopf(above, head, blatt.verbunden, verzeichnis);
}

/** The column in which most rows have a day. */
function datedColumn(rows: readonly Blattzeile[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { zellen } of rows) {
    for (const [i, zelle] of zellen.entries()) if (isTagwert(zelle)) counts.set(i, (counts.get(i) ?? 0) + 1);
  }
  const [column, often] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [undefined, 0];
  return often >= Math.max(1, rows.length * 0.3) ? column : undefined;
}
