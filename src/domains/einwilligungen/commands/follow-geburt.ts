import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import { ofPerson, personsByIds } from "../../personen/index.ts";
import { monatOf, sorgeEndet } from "../model/minderjaehrig.ts";

/**
 * After it was put right when somebody was born: the month in which she turns 18 moves with it, and the Frist to ask her herself. Call it
 * in the transaction of that change.
 */
export async function followGeburt(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const rows = await tx
    .selectFrom("kim.einwilligung")
    .select(["id", "volljaehrig_monat"])
    .where("person_id", "=", ofPerson(personId))
    .where("durch", "=", "sorge")
    .where("stand", "in", ["erteilt", "eingeschraenkt"])
    .orderBy("id")
    .execute();
  if (rows.length === 0) return;
  const [person] = await personsByIds(tx, actor, [personId]);
  const monat = monatOf(sorgeEndet("sorge", person));
  for (const { id } of rows.filter((row) => row.volljaehrig_monat !== monat)) {
    await lockRow(tx, "kim.einwilligung", id);
    await tx.updateTable("kim.einwilligung").set({ volljaehrig_monat: monat }).where("id", "=", id).execute();
  }
}
