import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { ofPerson } from "../../personen/index.ts";
import { KITA } from "./sealed.ts";

/** The Kita of a child, as DELFIN 4 knows it last; null where it is not known. */
export async function kitaOf(tx: Tx, { kreis }: Actor, person: string): Promise<string | null> {
  const row = await tx
    .selectFrom("kim.delfin")
    .select(["kreis", "id", "person_id", "kita"])
    .where("person_id", "=", ofPerson(person))
    .where("kita", "is not", null)
    .orderBy("jahr", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const key = (await subjectKeys(tx, kreis, [row.person_id])).get(row.person_id);
  return openText(key, row, KITA, row.kita);
}
