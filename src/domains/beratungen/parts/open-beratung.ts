import type { Actor } from "../../../platform/actor.ts";
import { type Tx, openRecordAs, readAs, readOnceAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { istMitPerson } from "../model/beratung.ts";
import { type Beratung, beratungOf, stufeOf } from "../queries/beratungen.ts";

/**
 * Opens one's own consultation by the door that fits: with a person it is logged who read it; without one nothing is,
 * because the time of reading would tell the time of the consultation. @throws NotFound
 */
export async function openBeratung<R>(
  actor: Actor,
  id: string,
  work: (tx: Tx, beratung: Beratung) => Promise<R>,
): Promise<R> {
  const read = async (tx: Tx) => {
    const beratung = await beratungOf(tx, actor, id);
    if (beratung === undefined) throw new NotFound();
    return work(tx, beratung);
  };
  const stufe = await readOnceAs(actor, (tx) => stufeOf(tx, id));
  if (stufe === undefined) throw new NotFound();
  return istMitPerson(stufe) ? openRecordAs(actor, { art: "beratung", id }, "beratung", read) : readAs(actor, read);
}
