/** Whole months: from the first day of one to the last day of one, both included, as ISO days. */
export type Zeitraum = { readonly von: string; readonly bis: string };

/** Codes (of a code list, an AGS, a month like `2023-01`) with how often each was counted. No entry means 0. */
export type Zaehlung = Readonly<Record<string, number>>;

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

/**
 * The figures of a Kreis, or of one Träger in it, for some months. Four counts that are never mixed:
 *  kontakte    every contact, inquiries of professionals (stage 0) and tallies included
 *  beratungen  consultations of stages 1 and 2, and those of tallies (`ausSummen` of them)
 *  personen    different persons counselled by name (stage 2); null where the months are no month, quarter, half-year or
 *              year, because persons of several months cannot be added up
 *  faelle      cases; null: not kept yet
 * Withdrawn consultations count nowhere. A tally counts in the month that holds its middle day (ISO 8601: a week belongs
 * to where its Thursday is).
 */
export type Kennzahlen = {
  readonly zeitraum: Zeitraum;
  readonly traegerId: string | null;
  /** The instant (ISO) up to which everything saved is counted; null: never counted. */
  readonly stand: string | null;
  readonly kontakte: number;
  readonly beratungen: number;
  readonly ausSummen: number;
  readonly personen: number | null;
  readonly faelle: number | null;
  /** Mentions by Handlungsfeld: a consultation may have several. */
  readonly themen: Zaehlung;
  /** Single consultations with at least one theme: what "share of consultations" is a share of. Tallies do not tell. */
  readonly mitThema: number;
  /** Single consultations by theme, without tallies: the numerator of that share. */
  readonly themenEinzeln: Zaehlung;
  /** Mentions of words that belong to no Handlungsfeld yet. */
  readonly nichtZugeordnet: number;
  /** Consultations by AGS, and by month. */
  readonly kommunen: Zaehlung;
  readonly monate: Zaehlung;
  /** Consultations with newly arrived people assigned to the Kommune (Neuzuweisung). */
  readonly neuzuweisungen: number;
  /** Of single consultations (stages 1 and 2; `stufe` counts all contacts). */
  readonly merkmale: Readonly<Record<Merkmal, Zaehlung>>;
};
