import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { activeTraeger, refuseKommune } from "../queries/orte.ts";
import type { StandortEingabe } from "../model/stammdaten.ts";

/**
 * A place where a Träger counsels. Returns its id.
 * @throws NotFound when the Träger is not there or not the actor's to manage
 * @throws Refused (fields `traegerId`, `ags`, `name`) when Träger or Kommune cannot be chosen or the name is taken there
 */
export async function createStandort(tx: Tx, actor: Actor, standort: StandortEingabe): Promise<string> {
  const { kreis } = actor;
  const id = randomUUID();
  await activeTraeger(tx, actor, standort.traegerId, "traegerId");
  await refuseKommune(tx, standort.ags);
  const made = await tx
    .insertInto("kim.standort")
    .values({ kreis, id, traeger_id: standort.traegerId, ags: standort.ags, name: standort.name.trim() })
    .onConflict((c) => c.columns(["kreis", "traeger_id", "ags", "name"]).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refused("Einen Standort mit diesem Namen hat der Träger in dieser Kommune schon.", "name");
  await recordEvent(tx, actor, { art: "standort.angelegt", gegenstand: { art: "standort", id } });
  return id;
}
