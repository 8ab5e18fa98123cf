import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { type At, held } from "../../../platform/held.ts";
import type { VorlageEingabe } from "../model/eingabe.ts";
import { vorlageValues } from "../model/form-values.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import { heldVorlage } from "../queries/vorlagen.ts";
import { refuseNameTaken } from "./save-vorlage.ts";

/**
 * Changes what a template is called, its head, and whether it is offered. Drafts that began with it stay as they are.
 * @throws NotFound
 * @throws Stale when it was changed since `at.version`
 * @throws Refused (field `name`, or a character without a picture)
 */
export async function changeVorlage(tx: Tx, actor: Actor, { id, version }: At, input: VorlageEingabe): Promise<void> {
  held(await heldVorlage(tx, id), version, vorlageValues);
  const { name, angeboten, titel, ...kopf } = input;
  await refuseNameTaken(tx, name, id);
  refuseUnprintable([titel, ...Object.values(kopf)]);
  await tx
    .updateTable("kim.bericht_vorlage")
    .set({ name, aktiv: angeboten, titel, kopf: JSON.stringify(kopf), version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "bericht_vorlage.geaendert", gegenstand: { art: "bericht_vorlage", id } });
}
