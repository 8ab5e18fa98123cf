import { type Tx, sql } from "../../../platform/db.ts";
import { ofPerson } from "./gruppe.ts";

/** Whether there are consultations with somebody already: only then is there anything to ask her about. */
export async function hatBeratungen(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ ja: boolean }>`
    select exists (select from kim.beratung_person where person_id = ${ofPerson(id)}) as ja`.execute(tx);
  return rows[0]?.ja === true;
}
