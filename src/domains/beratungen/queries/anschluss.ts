import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { daysFrom } from "../../../platform/span.ts";
import { TAGE_ZURUECK } from "../model/anschluss.ts";
import { type BeratungKurz, kurzByIds } from "./beratungen.ts";

/** So many are shown to pick from, the last first; whoever needs an older one corrects it by itself. */
export const MOST = 60;

/** The anonymous consultations of a file of the last weeks: one of them may have been with the person that sits there now. */
export async function namenlose(tx: Tx, kontoId: string): Promise<BeratungKurz[]> {
  const found = await tx
    .selectFrom("kim.beratung")
    .select("id")
    .where("konto_id", "=", kontoId)
    .where("stufe", "=", "1")
    .where("zurueckgezogen", "=", false)
    .where("am", ">=", daysFrom(today(), -TAGE_ZURUECK))
    .orderBy("am", "desc")
    .orderBy("id", "desc")
    .limit(MOST)
    .execute();
  const ids = found.map(({ id }) => id);
  return kurzByIds(tx, ids);
}

/** What belongs to a person on a yes that she gave, the last first. */
export async function angeschlossene(tx: Tx, anschluss: string): Promise<BeratungKurz[]> {
  const found = await tx
    .selectFrom("kim.beratung")
    .select("id")
    .where("anschluss_id", "=", anschluss)
    .orderBy("am", "desc")
    .orderBy("id", "desc")
    .execute();
  const ids = found.map(({ id }) => id);
  return kurzByIds(tx, ids);
}
