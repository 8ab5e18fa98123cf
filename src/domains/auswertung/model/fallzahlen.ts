import { FRAGEBOGEN } from "../../faelle/model/fragebogen.ts";
import type { Zaehlung } from "./kennzahlen.ts";
import { type Zelle, laenge } from "./zelle.ts";

/** What there was, what came, what went, what there is: `anfang + zugang − abgang = ende`. */
export type Bewegung = {
  readonly anfang: Zelle;
  readonly zugang: Zelle;
  readonly abgang: Zelle;
  readonly ende: Zelle;
};

/** How long cases took that ended, in whole months, by the first month of each band. */
export const DAUER = {
  "0": "unter 3 Monaten",
  "3": "3 bis unter 6 Monate",
  "6": "6 bis unter 12 Monate",
  "12": "1 bis unter 2 Jahre",
  "24": "2 Jahre und länger",
} as const;
const BANDS = [24, 12, 6, 3, 0];

/** The band that so many months (as text) belong to. */
export const bandOf = (monate: string): string => String(BANDS.find((from) => Number(monate) >= from) ?? 0);

/** New, or taken up again after an end. */
export const ZUGANG = { neu: "neu", wieder: "wieder aufgenommen" } as const;

/** What became of requests that are none any more. */
export const ANFRAGEN = {
  fall: "Fall begonnen",
  verweis: "an eine andere Stelle verwiesen",
  nicht_zustande: "nicht zustande gekommen",
} as const;

/** How far a goal was reached, by the five steps of the plan. */
export const ZIELE = [
  { code: "2", name: "deutlich mehr als erwartet" },
  { code: "1", name: "etwas mehr als erwartet" },
  { code: "0", name: "wie erwartet" },
  { code: "-1", name: "etwas weniger als erwartet" },
  { code: "-2", name: "deutlich weniger als erwartet" },
] as const;

/** What somebody can answer who is asked how satisfied she is, by the number of the answer. */
export const ANTWORTEN = FRAGEBOGEN.de.antworten.map((name, i) => ({ code: String(i + 1), name }));

/**
 * The cases of a period. A request is not a case yet: a case begins with the consent and the first step after it. Taken up again,
 * it comes in again. Stock is that of the day before the period, and of its last day or today.
 */
export type Fallzahlen = {
  readonly faelle: Bewegung;
  readonly anfragen: Bewegung;
  /** Cases that came in, by `ZUGANG`. */
  readonly zugang: Zaehlung;
  /** Requests and cases by phase at the end. */
  readonly phasen: Zaehlung;
  /** Cases that ended, by the code of the reason, or by the phase `widerruf`. */
  readonly gruende: Zaehlung;
  /** Requests that are none any more, by `ANFRAGEN`. */
  readonly ausAnfragen: Zaehlung;
  /** Cases that ended, by `DAUER`. */
  readonly dauer: Zaehlung;
  /** Goals of cases that were closed, by how far they were reached (`ZIELE`). */
  readonly ziele: Zaehlung;
  /** What people answered who were asked how satisfied they are (`ANTWORTEN`). */
  readonly zufriedenheit: Zaehlung;
  /** Half of the cases that ended took no longer than so many whole months; null: none ended, or too few to say so. */
  readonly median: number | null;
  /** Different persons with a case on some day of the period; null as with persons of consultations. */
  readonly personen: Zelle | null;
  /** Different households with a case; whoever is in none is one of her or his own. */
  readonly haushalte: Zelle | null;
};

/** Stands for every code of a list that is not told as a whole, also where there is nothing. */
export const ALLE = "*";

const ANFRAGE_PHASEN: ReadonlySet<string> = new Set(["anfrage", "klaerung", "einwilligung"]);
export const istAnfrage = (phase: string): boolean => ANFRAGE_PHASEN.has(phase);

const sumOf = (counts: Zaehlung, of: (kode: string) => boolean = () => true): number =>
  Object.entries(counts).reduce((sum, [kode, n]) => (of(kode) ? sum + laenge(n) : sum), 0);

const inBands = (months: Zaehlung): Zaehlung => {
  const bands: Record<string, number> = {};
  for (const [kode, n] of Object.entries(months)) bands[bandOf(kode)] = (bands[bandOf(kode)] ?? 0) + laenge(n);
  return bands;
};

/** The lower median of a histogram of months; null of nothing. */
export function medianOf(months: Zaehlung): number | null {
  const all = Object.entries(months).map(([kode, n]): [number, number] => [Number(kode), laenge(n)]);
  const half = all.reduce((sum, [, n]) => sum + n, 0) / 2;
  let seen = 0;
  for (const [month, n] of all.toSorted(([a], [b]) => a - b)) {
    seen += n;
    if (n > 0 && seen >= half) return month;
  }
  return null;
}

/** Stock before and at the end, by phase, and what came and went, by feature and code of `auswertung.nennung`. */
export function fallzahlenOf(
  of: (merkmal: string) => Zaehlung,
  { personen, haushalte }: { readonly personen: number | null; readonly haushalte: number | null },
): Fallzahlen {
  const [before, after] = [of("fall_anfang"), of("fall_ende")];
  const bewegung = (name: string, ist: (phase: string) => boolean): Bewegung => ({
    anfang: sumOf(before, ist),
    zugang: sumOf(of(`${name}_zugang`)),
    abgang: sumOf(of(`${name}_abgang`)),
    ende: sumOf(after, ist),
  });
  return {
    faelle: bewegung("fall", (phase) => !istAnfrage(phase)),
    anfragen: bewegung("anfrage", istAnfrage),
    zugang: of("fall_zugang"),
    phasen: after,
    gruende: of("fall_abgang"),
    ausAnfragen: of("anfrage_abgang"),
    dauer: inBands(of("fall_monate")),
    ziele: of("ziel"),
    zufriedenheit: of("zufriedenheit"),
    median: medianOf(of("fall_monate")),
    personen,
    haushalte,
  };
}
