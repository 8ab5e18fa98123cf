import { wertText } from "./betrag.ts";
import type { Indikator, Richtung } from "./massnahme.ts";

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

/** How far it came since its start, told by which way is better; stored by their names in papers. */
export const LAGEN = {
  erreicht: "Ziel erreicht",
  besser: "Besser als am Anfang",
  gleich: "Wie am Anfang",
  schlechter: "Schlechter als am Anfang",
  offen: "Ziel noch nicht erreicht",
} as const;
export type Lage = keyof typeof LAGEN;
export const LAGE = ["erreicht", "besser", "gleich", "schlechter", "offen"] as const satisfies readonly Lage[];

type Wohin = { readonly richtung: Richtung; readonly von: number; readonly auf: number };

/** How much better it became from one value to another; below 0 worse. */
const gewinn = ({ richtung, von, auf }: Wohin): number => (richtung === "mehr" ? auf - von : von - auf);

/** Whether a goal lies where it was worse than at the start: it would be reached before anything is done. */
export const isVerkehrt = ({ richtung, anfang, ziel }: Pick<Indikator, "richtung" | "ziel"> & { anfang: number }) =>
  gewinn({ richtung, von: anfang, auf: ziel }) < 0;

/**
 * The last value that says where it stands. What a period that goes on has counted can only grow: it tells that there is enough where
 * more is better, and that there is no less than in the period before where less is; otherwise it is too little yet.
 */
function massgeblich({ indikator: { richtung, ziel }, punkte }: Reihe): Punkt | undefined {
  const [last, before] = [punkte.at(-1), punkte.at(-2)];
  if (last?.laeuft !== true) return last;
  const enough = richtung === "mehr" ? ziel : (before?.wert ?? null);
  return last.wert !== null && enough !== null && last.wert >= enough ? last : before;
}

/** Undefined where nothing is told that could be compared. "offen": not reached as far as one can say, and nothing to compare it with. */
export function lageVon(reihe: Reihe): Lage | undefined {
  const { richtung, ziel } = reihe.indikator;
  const [first, last] = [vorherVon(reihe), massgeblich(reihe)];
  if (last === undefined) return (first?.wert ?? null) === null ? undefined : "offen";
  if (last.wert === null) return undefined;
  if (gewinn({ richtung, von: ziel, auf: last.wert }) >= 0) return "erreicht";
  if (first === undefined || first === last || first.wert === null) return "offen";
  const since = gewinn({ richtung, von: first.wert, auf: last.wert });
  return since > 0 ? "besser" : since < 0 ? "schlechter" : "gleich";
}

const GRENZE = { mehr: "mindestens", weniger: "höchstens" } as const satisfies Readonly<Record<Richtung, string>>;

/** A goal as it is read, which way is better included: "höchstens 2". */
export const grenze = (richtung: Richtung, ziel: string): string => `${GRENZE[richtung]} ${ziel}`;

/** The same with its unit: "höchstens 2 Wochen". */
export const zielText = ({ richtung, ziel, einheit }: Indikator): string =>
  `${grenze(richtung, wertText(ziel))} ${einheit}`;

/** In a sentence: "von 12 auf 30, Ziel mindestens 40 Plätze bis 31.12.2026". */
export function standText(reihe: Reihe, tag: (day: string) => string): string {
  const { indikator } = reihe;
  const [first, last] = [vorherVon(reihe), nachherVon(reihe)];
  const goal = `Ziel ${zielText(indikator)} bis ${tag(indikator.zielAm)}`;
  if (first === undefined) return `noch kein Wert, ${goal}`;
  if (last === undefined) return `Anfang ${bisher(first)}, ${goal}`;
  return `von ${punktText(first)} auf ${bisher(last)}, ${goal}`;
}

const bisher = (punkt: Punkt): string => `${punktText(punkt)}${punkt.laeuft === true ? " (Zeitraum läuft noch)" : ""}`;
