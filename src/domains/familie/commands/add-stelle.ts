import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { akteWithKey, ofPerson } from "../../personen/index.ts";
import type { Stelle } from "../model/beziehung.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { STELLE } from "../queries/sealed.ts";

const STILL = "Dafür steht schon eine Stelle da. Tragen Sie bei ihr erst ein, bis wann sie es war.";

/**
 * Says which office or association is guardian of a person. Returns the id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused while another one is
 */
export async function addStelle(
  tx: Tx,
  actor: Actor,
  personId: string,
  { art, stelle, von, bis }: Stelle,
): Promise<string> {
  await lockRow(tx, "kim.person", personId);
  const { akte, key } = await akteWithKey(tx, actor, personId);
  if (bis === null && (await isOpen(tx, personId, art))) throw new Refused(STILL, "stelle");
  const id = randomUUID();
  await tx
    .insertInto("kim.beziehung")
    .values({
      ...akte,
      id,
      person_id: personId,
      art,
      stelle: sealText(key, { kreis: actor.kreis, id }, STELLE, stelle),
      von,
      bis,
      erfasst_von: actor.kontoId,
    })
    .execute();
  await recordEvent(tx, actor, { art: "person.familie_ergaenzt", gegenstand: { art: "person", id: personId } });
  return id;
}

async function isOpen(tx: Tx, personId: string, art: string): Promise<boolean> {
  const open = tx
    .selectFrom("kim.beziehung")
    .select("id")
    .where("person_id", "=", ofPerson(personId))
    .where("andere_id", "is", null)
    .where("art", "=", art)
    .where("bis", "is", null);
  return (await open.executeTakeFirst()) !== undefined;
}
