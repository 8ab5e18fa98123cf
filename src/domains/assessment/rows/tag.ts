import { refuseLater } from "../../../platform/not-later.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { tagText } from "../../../platform/span.ts";

/** @throws Refused for a day that has not come, and for one on which the case has another assessment than `own` */
export async function refuseTag(tx: Tx, fallId: string, am: string, own?: string): Promise<void> {
  refuseLater("am", am);
  const other = await tx
    .selectFrom("kim.assessment")
    .select("id")
    .where("fall_id", "=", fallId)
    .where("am", "=", am)
    .executeTakeFirst();
  if (other !== undefined && other.id !== own) {
    throw new Refused(`Vom ${tagText(am)} gibt es schon ein Assessment. Schreiben Sie dort weiter.`, "am");
  }
}
