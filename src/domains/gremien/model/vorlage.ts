import { z } from "zod";
import { datenstand } from "../../auswertung/model/datenstand.ts";
import { DEFINITIONEN } from "../../auswertung/model/definitionen.ts";

/** A figure of the evaluation as a Vorlage tells it: what it counts, in which words; earlier ones say no definition. */
const Zahl = z.object({ name: z.string(), wert: z.string(), definition: z.string().optional() }).readonly();
/** Figures with the days they are of, up to when it was counted, and on which day (ISO) they were frozen; earlier ones lack it. */
export const Zahlen = z
  .object({ zeitraum: z.string(), stand: z.string(), zahlen: z.array(Zahl).readonly(), fest_am: z.string().optional() })
  .readonly();
export type Zahlen = z.output<typeof Zahlen>;

/** What its figures count, in the words of the evaluation. */
const { beratungen, themen, neuzuweisungen } = DEFINITIONEN;
export const ZAEHLT = { beratungen, themen, neuzuweisungen } as const;

/** What each figure counts, for reading below them. */
export const definitionen = ({ zahlen }: Zahlen): string[] =>
  zahlen.flatMap(({ name, definition }) => (definition === undefined ? [] : [`${name}: ${definition}`]));

/** Up to when its figures were counted, as people read it; "noch nicht gezählt" stays. */
export const standText = ({ stand }: Zahlen): string =>
  Number.isNaN(Date.parse(stand)) ? stand : datenstand(new Date(stand));

/** Whether the figures still follow, or since when they do not; `fest_am` as a text. */
export const geltung = (fest: boolean, festAm: string | undefined): string =>
  fest
    ? festAm === undefined
      ? "Wie sie waren, als die Sitzung begann."
      : `Festgehalten am ${festAm}; sie ändern sich nicht mehr.`
    : "Sie folgen der Auswertung, bis die Sitzung beginnt.";

/** What a body reads before it decides. Days are ISO. */
export type Vorlage = {
  readonly id: string;
  readonly lueckeId: string | null;
  /** The code that its figures are about, of one without a gap. */
  readonly handlungsfeld: string | null;
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
