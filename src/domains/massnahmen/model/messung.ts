import { wertText } from "./betrag.ts";
import type { Indikator } from "./massnahme.ts";

/** What stands for a figure that is too small to be told, or that would give one away; as the evaluation writes it. */
const ZU_KLEIN = "zu klein, um genannt zu werden";

/** A value over time, in hundredths; `null` with a reason where there is none. */
export type Punkt = {
  /** The day it is of: of a figure of the program the last one of its period, or today. */
  readonly am: string;
  /** How it is called: a day or a period. */
  readonly name: string;
  readonly wert: number | null;
  readonly warum?: "klein" | "nichts";
  /** The period goes on: the figure will change. */
  readonly laeuft?: true;
  readonly notiz?: string;
};

/** An indicator with what it was over time, the oldest first; its start is the first of it. */
export type Reihe = { readonly indikator: Indikator; readonly punkte: readonly Punkt[] };

export const punktText = ({ wert, warum }: Punkt): string =>
  wert === null ? (warum === "klein" ? ZU_KLEIN : "nicht gezählt") : wertText(wert);

/** The value at the start, and the last one since; undefined where there is none (yet). */
export const vorherVon = ({ punkte }: Reihe): Punkt | undefined => punkte[0];
export const nachherVon = ({ punkte }: Reihe): Punkt | undefined => (punkte.length > 1 ? punkte.at(-1) : undefined);

/** Whether the goal is reached by the last value; undefined where there is none that is told. */
export function erreicht({ indikator: { ziel, richtung }, punkte }: Reihe): boolean | undefined {
  const last = punkte.at(-1)?.wert;
  if (last === undefined || last === null) return undefined;
  return richtung === "mehr" ? last >= ziel : last <= ziel;
}

/** In a sentence: "von 12 auf 30 Plätze, Ziel 40 bis 31.12.2026". */
export function standText(reihe: Reihe, tag: (day: string) => string): string {
  const { indikator } = reihe;
  const [first, last] = [vorherVon(reihe), nachherVon(reihe)];
  const goal = `Ziel ${wertText(indikator.ziel)} ${indikator.einheit} bis ${tag(indikator.zielAm)}`;
  if (first === undefined) return `noch kein Wert, ${goal}`;
  if (last === undefined) return `Anfang ${punktText(first)}, ${goal}`;
  return `von ${punktText(first)} auf ${punktText(last)}, ${goal}`;
}
