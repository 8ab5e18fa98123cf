import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { type PersonKurz, eachOnce, personsByIds } from "../../personen/index.ts";

/** Whom a case is about besides its person, as far as they are in reach. */
export async function betroffeneOf(tx: Tx, actor: Actor, fallId: string): Promise<PersonKurz[]> {
  const rows = await tx
    .selectFrom("kim.fall_person")
    .select("person_id")
    .where("fall_id", "=", fallId)
    .orderBy("person_id")
    .execute();
  const ids = rows.map((row) => row.person_id);
  return personsByIds(tx, actor, await eachOnce(tx, ids));
}
