import type { Fallzahlen } from "./fallzahlen.ts";
import type { Zelle } from "./zelle.ts";

/** Whole months: from the first day of one to the last day of one, both included, as ISO days. */
export type Zeitraum = { readonly von: string; readonly bis: string };

/** Codes (of a code list, an AGS, a month like `2023-01`) with how often each was counted. No entry means 0. */
export type Zaehlung = Readonly<Record<string, Zelle>>;

/** What is counted of each single consultation besides theme, Kommune and month. The code "" stands for "not told". */
export const MERKMALE = [
  "stufe",
  "kontaktweg",
  "sprache",
  "verstaendigung",
  "ergebnis",
  "herkunftsgruppe",
  "altersgruppe",
] as const;
export type Merkmal = (typeof MERKMALE)[number];

/** Figures of which a sentence says that they are below what is told. */
export const WENIGE = ["beratungen", "neuzuweisungen", "personen"] as const;
export type Wenig = (typeof WENIGE)[number];

/** Below what a figure lies that is not told because it is small: for sentences. Undefined where it may be larger. */
export const unter = (k: Pick<Kennzahlen, "ab" | "zuKlein">, name: Wenig): number | undefined =>
  k.zuKlein.includes(name) ? k.ab : undefined;

/**
 * The figures of a Kreis, or of one Träger in it, for some months. Four counts that are never mixed:
 *  kontakte    every contact, inquiries of professionals (stage 0) and tallies included
 *  beratungen  consultations of stages 1 and 2, and those of tallies (`ausSummen` of them)
 *  personen    different persons counselled by name (stage 2); null where the months are no month, quarter, half-year or
 *              year, because persons of several months cannot be added up
 *  faelle      cases, with what came and what went; null where they are not told: of one Träger, or of single months, above its
 *              own view
 * Withdrawn consultations count nowhere. A tally counts in the month that holds its middle day (ISO 8601: a week belongs
 * to where its Thursday is).
 */
export type Kennzahlen = {
  readonly zeitraum: Zeitraum;
  readonly traegerId: string | null;
  /** The instant (ISO) up to which everything saved is counted; null: never counted. */
  readonly stand: string | null;
  /**
   * The smallest number that is told; 1: all of them are, in a Träger's own view. Otherwise what is not told is `VERDECKT`
   * (decision 0038).
   */
  readonly ab: number;
  /** Figures that are not told because they are themselves below `ab`; the others only protect one. */
  readonly zuKlein: readonly Wenig[];
  /** Whether there are tables by theme, Kommune and so on: above a Träger's own view not for single months of one. */
  readonly aufgeteilt: boolean;
  readonly kontakte: Zelle;
  readonly beratungen: Zelle;
  readonly ausSummen: Zelle;
  /** Consultations that are not from tallies: what features are shares of. */
  readonly einzelne: Zelle;
  readonly personen: Zelle | null;
  readonly faelle: Fallzahlen | null;
  /** Mentions by Handlungsfeld: a consultation may have several. */
  readonly themen: Zaehlung;
  /** Single consultations with at least one theme: what "share of consultations" is a share of. Tallies do not tell. */
  readonly mitThema: Zelle;
  /** Single consultations by theme, without tallies: the numerator of that share. */
  readonly themenEinzeln: Zaehlung;
  /** Mentions of words that belong to no Handlungsfeld yet, and all mentions. */
  readonly nichtZugeordnet: Zelle;
  readonly nennungen: Zelle;
  /** Consultations by AGS, and by month. */
  readonly kommunen: Zaehlung;
  readonly monate: Zaehlung;
  /** Consultations with newly arrived people assigned to the Kommune (Neuzuweisung). */
  readonly neuzuweisungen: Zelle;
  /** The consultations that could say so: what they are a share of. Tallies only where their list counts them. */
  readonly neuzuweisungGrundlage: Zelle;
  /** Of single consultations (stages 1 and 2; `stufe` counts all contacts). */
  readonly merkmale: Readonly<Record<Merkmal, Zaehlung>>;
};
