import type { Tx } from "../../../platform/db.ts";
import { medianOf } from "../model/fallzahlen.ts";
import { halbjahreUm } from "../model/teile.ts";
import {
  type VerweisRoh,
  type Verweiszahlen,
  verweiseGenannt,
  verweiseOf,
  verweiseZusammen,
} from "../model/verweiszahlen.ts";
import type { Gezaehlt } from "../model/blatt.ts";
import { type Wish, gezaehlteHalbjahre, jeKode } from "./halbjahre.ts";
import { zahlenstand } from "./zahlenstand.ts";

export const VERWEIS_MERKMALE = ["verweis_feld", "verweis_art", "verweis_absage", "verweis_tage"] as const;

const rohOf = (rows: readonly Gezaehlt[]): VerweisRoh => ({
  feld: jeKode(rows, "verweis_feld"),
  art: jeKode(rows, "verweis_art"),
  absage: jeKode(rows, "verweis_absage"),
  tage: jeKode(rows, "verweis_tage"),
});

/** Of what was counted by half-years: where people were sent and what became of it; null where there is nothing of it. */
export function verweiszahlenOf(alle: readonly Gezaehlt[], { zeitraum, ab }: Wish): Verweiszahlen | null {
  const rows = alle.filter(({ merkmal }) => VERWEIS_MERKMALE.some((one) => one === merkmal));
  if (rows.length === 0) return null;
  if (ab === 1) return verweiseOf(rohOf(rows));
  const teile = halbjahreUm(zeitraum).map((von) =>
    verweiseGenannt(verweiseOf(rohOf(rows.filter((row) => row.halbjahr === von))), ab),
  );
  return verweiseZusammen(teile, medianOf(rohOf(rows).tage));
}

/**
 * Where people were sent in a period and what became of it, as it may be told: above a Träger's own view for whole half-years only.
 * Null where there is nothing of it, or where it is not told.
 */
export const verweiszahlen = async (tx: Tx, wish: Wish): Promise<Verweiszahlen | null> =>
  verweiszahlenOf(await gezaehlteHalbjahre(tx, await zahlenstand(tx), wish, VERWEIS_MERKMALE), wish);
