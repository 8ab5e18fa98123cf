import { z } from "zod";

/** A figure of the evaluation as a Vorlage tells it: what it counts, in which words. */
const Zahl = z.object({ name: z.string(), wert: z.string() }).readonly();
/** Figures with the days they are of, and up to when it was counted. */
export const Zahlen = z
  .object({ zeitraum: z.string(), stand: z.string(), zahlen: z.array(Zahl).readonly() })
  .readonly();
export type Zahlen = z.output<typeof Zahlen>;

/** What a body reads before it decides. Days are ISO. */
export type Vorlage = {
  readonly id: string;
  readonly lueckeId: string | null;
  readonly titel: string;
  readonly problem: string | null;
  readonly haeufigkeit: string | null;
  readonly orte: string | null;
  readonly aemter: string | null;
  readonly moeglichkeiten: string | null;
  readonly vorschlag: string | null;
  readonly zahlenVon: string | null;
  readonly zahlenBis: string | null;
  /** As they were when the body met, none where no months were named; null: they follow the evaluation, and it may be changed. */
  readonly fest: Zahlen | null;
  readonly angelegtAm: string;
  readonly version: number;
};

/** The parts of a Vorlage in the order in which it is read. */
export const TEILE = {
  problem: "Worum geht es?",
  haeufigkeit: "Wie oft?",
  orte: "Wo?",
  aemter: "Welche Ämter?",
  moeglichkeiten: "Welche Möglichkeiten gibt es?",
  vorschlag: "Was wird vorgeschlagen?",
} as const;
export const TEIL = ["problem", "haeufigkeit", "orte", "aemter", "moeglichkeiten", "vorschlag"] as const;
