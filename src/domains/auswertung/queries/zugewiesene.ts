import type { Tx } from "../../../platform/db.ts";
import { halbjahreUm } from "../model/teile.ts";
import { type Zugewiesene, zugewieseneGenannt, zugewieseneZusammen } from "../model/zugewiesene.ts";
import type { Gezaehlt } from "../model/blatt.ts";
import { type Wish, gezaehlteHalbjahre } from "./halbjahre.ts";
import { zahlenstand } from "./zahlenstand.ts";

export const ZUGEWIESENE_MERKMALE = ["zugewiesen", "zugewiesen_erreicht", "zugewiesen_beraten"] as const;

/** Of what was counted by half-years: people who were assigned and what became of it; null where nobody was. */
export function zugewieseneOf(alle: readonly Gezaehlt[], { zeitraum, ab }: Wish): Zugewiesene | null {
  const rows = alle.filter(({ merkmal }) => ZUGEWIESENE_MERKMALE.some((one) => one === merkmal));
  if (rows.length === 0) return null;
  const told = halbjahreUm(zeitraum).flatMap((von) => {
    const here = rows.filter(({ halbjahr }) => halbjahr === von);
    const of = (wanted: string) =>
      here.reduce((sum, { merkmal, anzahl }) => (merkmal === wanted ? sum + anzahl : sum), 0);
    const roh = {
      zugewiesen: of("zugewiesen"),
      erreicht: of("zugewiesen_erreicht"),
      beraten: of("zugewiesen_beraten"),
    };
    if (here.length === 0) return [];
    return [ab === 1 ? roh : zugewieseneGenannt(roh, ab)];
  });
  return zugewieseneZusammen(told);
}

/**
 * People who were assigned in a period and what became of it, as it may be told: above a Träger's own view for whole half-years only.
 * Null where nobody was, or where it is not told.
 */
export const zugewiesene = async (tx: Tx, wish: Wish): Promise<Zugewiesene | null> =>
  zugewieseneOf(await gezaehlteHalbjahre(tx, await zahlenstand(tx), wish, ZUGEWIESENE_MERKMALE), wish);
