import type { Actor } from "../../../platform/actor.ts";
import { type Tx, writeAs } from "../../../platform/db.ts";
import { followGeburt } from "./follow-geburt.ts";

/** So many persons a transaction. */
const PIECE = 100;

/**
 * Writes beside each consent of guardians in which month the person turns 18, where it was given before KIM kept that: the Frist to ask
 * her herself follows from it. Needs the keys of the files, so no migration can do it. Safe to break off and repeat.
 */
export async function catchUpGeburten(actor: Actor): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const persons = await writeAs(actor, (tx) => some(tx, actor, after));
    after = persons.at(-1) ?? after;
    if (persons.length < PIECE) return;
  }
}

async function some(tx: Tx, actor: Actor, after: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("kim.einwilligung")
    .select("person_id")
    .distinct()
    .where("durch", "=", "sorge")
    .where("stand", "in", ["erteilt", "eingeschraenkt"])
    .where("volljaehrig_monat", "is", null)
    .where("person_id", ">", after)
    .orderBy("person_id")
    .limit(PIECE)
    .execute();
  const persons = rows.map((row) => row.person_id);
  for (const person of persons) await followGeburt(tx, actor, person);
  return persons;
}
