import type { Kontext } from "../erkennen/typen.ts";
import { type Tagesspanne, type Zeitangabe, monatsZeitraum } from "../erkennen/zeitraum.ts";
import { doppelwoche, monatsangabe, wocheKurz, wocheVon } from "../erkennen/zeitzelle.ts";
import { type Blattzeile, zellText } from "../leser/zelle.ts";
import type { Spaltenplan } from "./spaltenplan.ts";

/** What the whole column of weeks or months says about each of its cells. */
export type Zeitfolge = {
  /** “1/23” is a week and a year: the second numbers do not run on with the first. */
  readonly kurzesJahr: boolean;
  /** “3/4”, “5/6” are two weeks each. */
  readonly doppelwochen: boolean;
  /** Days stand for their weeks: all of them are Mondays. */
  readonly montage: boolean;
  /** Days are what a program made of “1/23” to “12/23”, and “13/23” goes on below them: their month is the week. */
  readonly zerlegt: boolean;
  /** Rows whose year another one than the table's says; null where nobody can tell. */
  readonly jahre: ReadonlyMap<number, number | null>;
};

export const OHNE_FOLGE: Zeitfolge = {
  kurzesJahr: false,
  doppelwochen: false,
  montage: false,
  zerlegt: false,
  jahre: new Map(),
};

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
  const asYears = seconds.length > 0 && Math.max(...seconds) - Math.min(...seconds) <= 1 && seconds.every(near);
  // “23/24” alone may be two weeks or a week of 2024: it is neither of them then.
  const pairs = short.length > 0 && short.every(({ woche, zweite }) => zweite === woche + 1);
  const kurzesJahr = asYears && !pairs;
  const doppelwochen = pairs && !asYears;
  const without = cells.flatMap(({ nr, zelle }) => {
    const text = zellText(zelle);
    const pair = doppelwochen ? doppelwoche(text) : undefined;
    if (pair !== undefined) return { nr, n: pair.von };
    const told = art === "woche" ? wocheVon(text, kurzesJahr) : monatsangabe(spalte.kopf, text);
    const n = told === undefined ? null : "monat" in told ? (told.monat ?? told.monate?.[0]) : told.woche;
    return told === undefined || told.jahr !== null || n == null ? [] : [{ nr, n }];
  });
  const zerlegt = kurzesJahr && isZerlegt(days, short);
  return {
    kurzesJahr,
    doppelwochen,
    montage: days.every(isMonday),
    zerlegt,
    jahre: jahreDer(without, art, kontext, plan),
  };
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
