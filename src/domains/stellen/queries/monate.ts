import type { Tx } from "../../../platform/db.ts";
import { daysFrom, gilt } from "../../../platform/span.ts";
import { besetztAm } from "../model/plan.ts";
import type { Hundertstel, Modul } from "../model/stelle.ts";
import { stellen } from "./stellen.ts";

/** Full-time equivalents of a month, as the mean of its days. */
export type Monatsbesetzung = { readonly monat: string; readonly soll: Hundertstel; readonly ist: Hundertstel };

const daysOf = (monat: string): string[] => {
  const days = new Date(Date.UTC(Number(monat.slice(0, 4)), Number(monat.slice(5, 7)), 0)).getUTCDate();
  return Array.from({ length: days }, (_, i) => daysFrom(`${monat}-01`, i));
};

/**
 * What of a Modul was approved and filled in each month, so that somebody who came in the middle of it counts half. Of one Träger
 * where it is named. @param monate `2023-01`
 */
export async function besetzungJeMonat(
  tx: Tx,
  modul: Modul,
  monate: readonly string[],
  traegerId?: string,
): Promise<Monatsbesetzung[]> {
  const all = (await stellen(tx, { traegerId })).filter((s) => s.modul === modul);
  return monate.map((monat) => {
    const days = daysOf(monat);
    const mean = (of: (s: (typeof all)[number], day: string) => Hundertstel) =>
      days.reduce((sum, day) => sum + all.reduce((n, s) => n + of(s, day), 0), 0) / days.length;
    return { monat, soll: mean((s, day) => (gilt(s, day) ? s.vzae : 0)), ist: mean(besetztAm) };
  });
}
