import { tagText } from "../../../platform/span.ts";
import { type Plan, type PlanSchritt, type PlanZiel, WER } from "./plan.ts";
import { type Stueck, wortvergleich } from "./wortvergleich.ts";

/** Whether something is in both versions, only in the earlier, or only in the later one. */
export type Wo = "beide" | "weg" | "neu";

export type ZielVergleich = {
  readonly faden: string;
  readonly wo: Wo;
  /** Codes of the Handlungsfeld before and after; null where the goal is not. */
  readonly feld: readonly [string | null, string | null];
  readonly ziel: readonly Stueck[];
  readonly schritte: readonly { readonly faden: string; readonly wo: Wo; readonly text: readonly Stueck[] }[];
};

export type Planvergleich = {
  readonly ueberpruefung: readonly Stueck[];
  readonly bemerkung: readonly Stueck[];
  readonly ziele: readonly ZielVergleich[];
};

/** A step as one line: what, who, until when. */
export const schrittText = ({ was, wer, werName, bis }: PlanSchritt): string =>
  `${was} (${werName ?? WER[wer]}${bis === null ? "" : `, bis ${tagText(bis)}`})`;

type MitFaden = { readonly faden: string };

/** Those of both lists by their `faden`: the later ones in their order, then what is gone. */
function gepaart<T extends MitFaden>(frueher: readonly T[], spaeter: readonly T[]): [T | undefined, T | undefined][] {
  const jetzt = spaeter.map((neu): [T | undefined, T] => [frueher.find(({ faden }) => faden === neu.faden), neu]);
  const weg = frueher.filter(({ faden }) => spaeter.every((neu) => neu.faden !== faden));
  return [...jetzt, ...weg.map((alt): [T, undefined] => [alt, undefined])];
}

const woOf = (alt: unknown, neu: unknown): Wo => (alt === undefined ? "neu" : neu === undefined ? "weg" : "beide");

function zielVergleich(alt: PlanZiel | undefined, neu: PlanZiel | undefined): ZielVergleich {
  return {
    faden: neu?.faden ?? alt?.faden ?? "",
    wo: woOf(alt, neu),
    feld: [alt?.handlungsfeld ?? null, neu?.handlungsfeld ?? null],
    ziel: wortvergleich(alt?.ziel ?? "", neu?.ziel ?? ""),
    schritte: gepaart(alt?.schritte ?? [], neu?.schritte ?? []).map(([vor, nach]) => ({
      faden: nach?.faden ?? vor?.faden ?? "",
      wo: woOf(vor, nach),
      text: wortvergleich(vor === undefined ? "" : schrittText(vor), nach === undefined ? "" : schrittText(nach)),
    })),
  };
}

const tagOf = (tag: string | null): string => (tag === null ? "" : tagText(tag));

/** Two versions of a plan, word by word. */
export const planvergleich = (alt: Plan, neu: Plan): Planvergleich => ({
  ueberpruefung: wortvergleich(tagOf(alt.ueberpruefungAm), tagOf(neu.ueberpruefungAm)),
  bemerkung: wortvergleich(alt.bemerkung ?? "", neu.bemerkung ?? ""),
  ziele: gepaart(alt.ziele, neu.ziele).map(([vor, nach]) => zielVergleich(vor, nach)),
});
