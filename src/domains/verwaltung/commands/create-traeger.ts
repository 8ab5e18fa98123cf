import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { createSubjectKey, createTraegerKey } from "../../../platform/tresor/keys.ts";
import type { TraegerEingabe } from "../model/stammdaten.ts";

/**
 * A new Träger with its own keys: nobody of another Träger can open what its people seal. Returns its id.
 * @throws Refused (field `name`) when the Kreis already has a Träger of this name
 */
export async function createTraeger(tx: Tx, actor: Actor, traeger: TraegerEingabe): Promise<string> {
  const { kreis } = actor;
  const id = randomUUID();
  const made = await tx
    .insertInto("kim.traeger")
    .values({ kreis, id, name: traeger.name.trim(), art: traeger.art })
    .onConflict((c) => c.columns(["kreis", "name"]).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refused("Einen Träger mit diesem Namen gibt es im Kreis schon. Wählen Sie einen anderen Namen.", "name");
  await createTraegerKey(tx, kreis, id);
  await createSubjectKey(tx, { kreis, art: "traeger", id, traegerId: id });
  await recordEvent(tx, actor, { art: "traeger.angelegt", gegenstand: { art: "traeger", id } });
  return id;
}
