import type { Tx } from "../../../platform/db.ts";
import { type Gezaehlt, halbjahreIn } from "../model/blatt.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import { teileOf } from "../model/teile.ts";
import { blaetterFuer } from "./blaetter.ts";
import type { Zahlenstand } from "./zahlenstand.ts";

export type Wish = {
  readonly zeitraum: Zeitraum;
  /** One Träger's own, as it is counted; otherwise the Kreis, told from `ab` on. */
  readonly traegerId?: string | undefined;
  readonly ab: number;
};

/**
 * What was counted of some `merkmale` in a period, by half-years. Nothing where it is not told: above a Träger's own view for whole
 * half-years only.
 * @param stand read before, in this transaction
 */
export async function gezaehlteHalbjahre(
  tx: Tx,
  stand: Zahlenstand,
  { zeitraum, traegerId, ab }: Wish,
  merkmale: readonly string[],
): Promise<readonly Gezaehlt[]> {
  if (ab > 1 && (traegerId !== undefined || teileOf(zeitraum).monate.length > 0)) return [];
  return halbjahreIn(await blaetterFuer(tx, stand, [zeitraum]), zeitraum, merkmale, traegerId);
}

/** Counts of one `merkmal` by code. */
export function jeKode(rows: readonly Gezaehlt[], merkmal: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) if (row.merkmal === merkmal) counts[row.kode] = (counts[row.kode] ?? 0) + row.anzahl;
  return counts;
}
