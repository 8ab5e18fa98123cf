import type { Kontext, Spalte } from "../erkennen/typen.ts";
import { tagePlus } from "../erkennen/monate.ts";
import { projektmonat, tageDesProjektmonats } from "../erkennen/projektmonat.ts";
import { zahlVon } from "../erkennen/werte.ts";
import {
  type Tagesspanne,
  type Zeitangabe,
  monatsZeitraum,
  wochenZeitraum,
  zeitangabe,
  zeitraumVon,
} from "../erkennen/zeitraum.ts";
import { monatsangabe, wocheKurz, wocheVon, wochenBis } from "../erkennen/zeitzelle.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { type Tagregel, beratungstag } from "./datum.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** The span that something counts, or why nobody knows it. */
export type Zeit = Tagesspanne | { readonly wartet: Problem } | { readonly fehler: Problem };

export const YEAR_MISSING = "Das Jahr fehlt oder ist unklar. Geben Sie es für die Tabelle an.";
const SPAN_MISSING = "Für welche Zeit die Zahlen gelten, steht nicht in der Liste. Geben Sie es für die Tabelle an.";
const EMPTY_TIME =
  "Die Zelle ist leer. Gilt die Zeit der Zeile darüber, wählen Sie das bei „Tabellen und Spalten“ unter „Leere Zellen“.";
const DAY_AS_WEEK =
  "Hier steht ein Tag statt einer Kalenderwoche; Excel hat vielleicht „1/23“ in ein Datum verwandelt.";

/** What the whole column of weeks or months says about each of its cells. */
export type Zeitfolge = {
  /** “1/23” is a week and a year: the second numbers do not run on with the first. */
  readonly kurzesJahr: boolean;
  /** Days stand for their weeks: all of them are Mondays. */
  readonly montage: boolean;
  /** Days are what a program made of “1/23” to “12/23”, and “13/23” goes on below them: their month is the week. */
  readonly zerlegt: boolean;
  /** Rows whose year another one than the table's says; null where nobody can tell. */
  readonly jahre: ReadonlyMap<number, number | null>;
};

export const OHNE_FOLGE: Zeitfolge = { kurzesJahr: false, montage: false, zerlegt: false, jahre: new Map() };

const isMonday = (iso: string): boolean => new Date(`${iso}T00:00:00Z`).getUTCDay() === 1;

/** Weeks from 31 on and months from August on lie in the first half of a school year. */
const HALF = { woche: 31, monat: 8 } as const;
/** The year turns between these. */
const TURN = { woche: [40, 13], monat: [9, 4] } as const;

/** Looks at all rows of a tally before they are read. */
export function zeitfolge(zeilen: readonly Blattzeile[], plan: Spaltenplan, kontext: Kontext): Zeitfolge {
  const art = plan.eine("woche") === undefined ? "monat" : "woche";
  const spalte = plan.eine(art);
  if (spalte === undefined || plan.eine("jahr") !== undefined) return OHNE_FOLGE;
  const cells = zeilen.map(({ nr, zellen }) => ({ nr, zelle: zellen[spalte.index] ?? null }));
  const days = cells.flatMap(({ zelle }) =>
    zelle !== null && typeof zelle === "object" && zelle.art === "tag" ? [zelle.tag] : [],
  );
  const short = cells.flatMap(({ zelle }) => (typeof zelle === "string" ? (wocheKurz(zelle) ?? []) : []));
  const seconds = short.map(({ zweite }) => zweite);
  // Years are the same or follow each other; the second weeks of “15/16”, “17/18” run on.
  const near = (n: number) => kontext.jahr === null || Math.abs(2000 + n - kontext.jahr) <= 1;
  const kurzesJahr = seconds.length > 0 && Math.max(...seconds) - Math.min(...seconds) <= 1 && seconds.every(near);
  const without = cells.flatMap(({ nr, zelle }) => {
    const text = zellText(zelle);
    const told = art === "woche" ? wocheVon(text, kurzesJahr) : monatsangabe(spalte.kopf, text);
    const n = told === undefined ? null : "monat" in told ? (told.monat ?? told.monate?.[0]) : told.woche;
    return told === undefined || told.jahr !== null || n == null ? [] : [{ nr, n }];
  });
  const zerlegt = kurzesJahr && isZerlegt(days, short);
  return { kurzesJahr, montage: days.every(isMonday), zerlegt, jahre: jahreDer(without, art, kontext, plan) };
}

type Kurzwoche = { readonly woche: number; readonly zweite: number };

/** Whether days are weeks that look like a month and its year: all others of these years are written, and are no months. */
const isZerlegt = (days: readonly string[], written: readonly Kurzwoche[]): boolean =>
  days.length > 0 &&
  written.every(({ woche }) => woche > MONATE) &&
  days.every((day) => day.endsWith("-01") && written.some(({ zweite }) => day.startsWith(`20${zweite}`)));
const MONATE = 12;

/** The year of a month or week below a school year; null where no school year is told, or nothing that lies in it. */
export function jahrImSchuljahr({ monat, monate, woche }: Zeitangabe, { jahre, schuljahr }: Kontext): number | null {
  const late = monat ?? monate?.[0];
  if (jahre === null || !schuljahr || (late === undefined && woche === null)) return null;
  return jahre[(late === undefined ? (woche ?? 0) >= HALF.woche : late >= HALF.monat) ? 0 : 1];
}

const isMonatIn = (jahr: number, monat: number, { von, bis }: Tagesspanne): boolean =>
  monatsZeitraum(jahr, monat).von >= von && monatsZeitraum(jahr, monat).bis <= bis;

type Stelle = { readonly nr: number; readonly n: number };

/** The years of rows that do not tell it, where the table's year cannot be that of all of them. */
function jahreDer(
  rows: readonly Stelle[],
  art: "woche" | "monat",
  { jahr, jahre, schuljahr, zeitraum }: Kontext,
  plan: Spaltenplan,
): ReadonlyMap<number, number | null> {
  const [high, low] = TURN[art];
  const falls = rows.flatMap(({ n }, i) => {
    const before = rows[i - 1]?.n ?? n;
    return n < before ? [{ at: i, turn: before >= high && n <= low }] : [];
  });
  const [only] = falls;
  const turn = falls.length === 1 && only?.turn === true && plan.eine("kommune") === undefined ? only.at : undefined;
  if (jahre !== null) {
    const [first, second] = jahre;
    return new Map(
      rows.map(({ nr, n }, i) => {
        if (turn !== undefined) return [nr, i < turn ? first : second];
        if (schuljahr) return [nr, n >= HALF[art] ? first : second];
        const within = zeitraum === null || art === "woche" ? [] : jahre.filter((of) => isMonatIn(of, n, zeitraum));
        return [nr, within.length === 1 ? (within[0] ?? null) : null];
      }),
    );
  }
  if (jahr === null || turn === undefined) return new Map();
  // One year in the title, and the rows run over its end: those on the shorter side may lie in another year.
  const short = turn <= rows.length / 2 ? rows.slice(0, turn) : rows.slice(turn);
  return new Map(short.map(({ nr }) => [nr, null]));
}

/** The span of days that a row counts, from its week, month or day, or from what stands around the table. */
export function zeitIn(cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): Zeit {
  const { kontext, jahrDerZeile } = regel;
  const jahrSpalte = plan.eine("jahr");
  const own = jahrSpalte === undefined ? undefined : zahlVon(cells[jahrSpalte.index]);
  const jahr = own ?? (jahrDerZeile === undefined ? kontext.jahr : jahrDerZeile);
  const woche = plan.eine("woche");
  if (woche !== undefined) {
    const of = jahr ?? jahrDesTags(cells, plan, regel);
    return wocheIn(cells[woche.index] ?? null, woche, of, regel.folgen ?? OHNE_FOLGE);
  }
  const monat = plan.eine("monat");
  if (monat !== undefined) return monatIn(cells[monat.index] ?? null, monat, jahr, kontext.beginn ?? null);
  const datum = plan.eine("datum");
  if (datum !== undefined) return tageIn(cells, datum, plan.eine("bis"), regel);
  if (jahrSpalte !== undefined) return jahrIn(cells[jahrSpalte.index] ?? null, jahrSpalte, jahr);
  if (kontext.zeitraum !== null) return kontext.zeitraum;
  return { wartet: { spalte: "Zeitraum", buchstabe: null, wert: "", grund: SPAN_MISSING } };
}

/** One day, or all days from one to another. */
function tageIn(cells: readonly Zelle[], datum: Spalte, ende: Spalte | undefined, regel: Tagregel): Zeit {
  const von = beratungstag(cells[datum.index], regel);
  if (!("tag" in von)) return { fehler: problem(datum, cells[datum.index], von.fehler) };
  if (ende === undefined) return { von: von.tag, bis: von.tag };
  const bis = beratungstag(cells[ende.index], regel);
  if (!("tag" in bis)) return { fehler: problem(ende, cells[ende.index], bis.fehler) };
  return von.tag <= bis.tag
    ? { von: von.tag, bis: bis.tag }
    : { fehler: problem(ende, cells[ende.index], "Der letzte Tag liegt vor dem ersten.") };
}

/** The year that a week belongs to of which another column says a day: that of its Thursday. */
function jahrDesTags(cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): number | null {
  const datum = plan.eine("datum");
  const tag = datum === undefined ? undefined : beratungstag(cells[datum.index], regel);
  if (tag === undefined || !("tag" in tag)) return null;
  const weekday = (new Date(`${tag.tag}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Number(tagePlus(tag.tag, 3 - weekday).slice(0, 4));
}

const FIRST_YEAR = 2015;
const isJahr = (jahr: number): boolean => Number.isInteger(jahr) && jahr >= FIRST_YEAR && jahr < 2100;

function jahrIn(zelle: Zelle, spalte: Spalte, jahr: number | null): Zeit {
  if (jahr === null) return { wartet: problem(spalte, zelle, YEAR_MISSING) };
  return isJahr(jahr)
    ? monatsZeitraum(jahr, 1, 12)
    : { fehler: problem(spalte, zelle, `„${zellText(zelle)}“ ist kein Jahr ab ${FIRST_YEAR}.`) };
}

/** A span that the database would take. */
const possible = (zeit: Tagesspanne, spalte: Spalte, zelle: Zelle): Zeit =>
  isJahr(Number(zeit.von.slice(0, 4))) || isJahr(Number(zeit.bis.slice(0, 4)))
    ? zeit
    : { fehler: problem(spalte, zelle, `Das Jahr ${zeit.von.slice(0, 4)} liegt vor ${FIRST_YEAR}. Prüfen Sie es.`) };

function wocheIn(zelle: Zelle, spalte: Spalte, jahr: number | null, folgen: Zeitfolge): Zeit {
  if (zelle !== null && typeof zelle === "object" && zelle.art === "tag") {
    const made = folgen.zerlegt
      ? wochenZeitraum(Number(zelle.tag.slice(0, 4)), Number(zelle.tag.slice(5, 7)))
      : undefined;
    if (made !== undefined) return possible(made, spalte, zelle);
    if (!folgen.montage) return { fehler: problem(spalte, zelle, DAY_AS_WEEK) };
    return possible({ von: zelle.tag, bis: tagePlus(zelle.tag, 6) }, spalte, zelle);
  }
  const text = zellText(zelle);
  if (text === "") return { fehler: problem(spalte, zelle, EMPTY_TIME) };
  const told = wocheVon(text, folgen.kurzesJahr);
  const days = told === undefined ? zeitraumVon({ ...zeitangabe(text), monat: null, monate: null }, jahr) : null;
  if (days !== null && days.bis <= tagePlus(days.von, 6)) return possible(days, spalte, zelle);
  const weeks = told === undefined || /\bkw.*\bkw|\bbis\b|\bund\b|[+&]/iu.test(text) ? wochenBis(text) : undefined;
  if (weeks !== undefined) return wochenIn(weeks, spalte, zelle, jahr);
  if (told === undefined) return { fehler: problem(spalte, zelle, `„${text}“ ist keine Kalenderwoche.`) };
  const of = told.jahr ?? jahr;
  if (of === null) return { wartet: problem(spalte, zelle, YEAR_MISSING) };
  const span = wochenZeitraum(of, told.woche);
  if (span !== undefined) return possible(span, spalte, zelle);
  return { fehler: problem(spalte, zelle, `Eine Kalenderwoche ${told.woche} hat das Jahr ${of} nicht.`) };
}

/** Several weeks of a year that were counted together. */
function wochenIn({ von, bis }: { von: number; bis: number }, spalte: Spalte, zelle: Zelle, jahr: number | null): Zeit {
  if (jahr === null) return { wartet: problem(spalte, zelle, YEAR_MISSING) };
  const [first, last] = [wochenZeitraum(jahr, von), wochenZeitraum(jahr, bis)];
  return first === undefined || last === undefined
    ? { fehler: problem(spalte, zelle, `Eine Kalenderwoche ${bis} hat das Jahr ${jahr} nicht.`) }
    : possible({ von: first.von, bis: last.bis }, spalte, zelle);
}

const WHICH_MONTH = "Die Monate sind vom Beginn von etwas an gezählt. Welcher Monat des Jahres ist das?";

function monatIn(zelle: Zelle, spalte: Spalte, jahr: number | null, beginn: string | null): Zeit {
  if (zelle !== null && typeof zelle === "object" && zelle.art === "tag") {
    const month = monatsZeitraum(Number(zelle.tag.slice(0, 4)), Number(zelle.tag.slice(5, 7)));
    return possible(month, spalte, zelle);
  }
  const text = zellText(zelle);
  const angabe = monatsangabe(spalte.kopf, text);
  if (text === "") return { fehler: problem(spalte, zelle, EMPTY_TIME) };
  const own = projektmonat(spalte.kopf, text);
  if (own !== undefined)
    return beginn === null
      ? { wartet: problem(spalte, zelle, WHICH_MONTH) }
      : possible(tageDesProjektmonats(beginn, own), spalte, zelle);
  if (angabe === undefined) return { fehler: problem(spalte, zelle, `„${text}“ ist kein Monat und kein Zeitraum.`) };
  const found = zeitraumVon(angabe, jahr);
  return found === null ? { wartet: problem(spalte, zelle, YEAR_MISSING) } : possible(found, spalte, zelle);
}
