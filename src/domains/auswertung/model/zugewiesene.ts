import { VERDECKT, type Zelle, summeOf } from "./zelle.ts";

/** People who were assigned in a period: all, those whom somebody met, those who were named in a talk. */
export const ZUGEWIESENE = {
  zugewiesen: "zugewiesene Menschen",
  erreicht: "davon erreicht (Erstkontakt)",
  beraten: "beratene Menschen",
} as const;
export const ZUGEWIESENE_FELDER = [
  "zugewiesen",
  "erreicht",
  "beraten",
] as const satisfies readonly (keyof typeof ZUGEWIESENE)[];
export type Zugewiesene = Readonly<Record<(typeof ZUGEWIESENE_FELDER)[number], Zelle>>;

/** As it is counted. */
export type ZugewieseneRoh = Readonly<Record<keyof Zugewiesene, number>>;

/**
 * As a half-year of the whole Kreis may be told: nothing that is small, and nothing beside a number that differs from it by as little.
 * Where all who were assigned are too few, nothing is told.
 */
export function zugewieseneGenannt({ zugewiesen, erreicht, beraten }: ZugewieseneRoh, ab: number): Zugewiesene {
  const few = (n: number) => Math.abs(n) > 0 && Math.abs(n) < ab;
  if (few(zugewiesen)) return { zugewiesen: VERDECKT, erreicht: VERDECKT, beraten: VERDECKT };
  const met = few(erreicht) || few(zugewiesen - erreicht) ? VERDECKT : erreicht;
  const hidden = few(beraten) || few(zugewiesen - beraten) || (met !== VERDECKT && few(erreicht - beraten));
  return { zugewiesen, erreicht: met, beraten: hidden ? VERDECKT : beraten };
}

/** Several half-years as one: told is what every one of them tells. */
export const zugewieseneZusammen = (teile: readonly Zugewiesene[]): Zugewiesene => ({
  zugewiesen: summeOf(teile.map((teil) => teil.zugewiesen)),
  erreicht: summeOf(teile.map((teil) => teil.erreicht)),
  beraten: summeOf(teile.map((teil) => teil.beraten)),
});
