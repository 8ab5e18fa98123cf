import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { lockRow } from "../../../platform/held.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import type { BefundEingabe, PrueftagEingabe } from "../model/massnahme.ts";

/** A day on which somebody looks how far a measure is; it stands on the first page then. @throws NotFound, Refused */
export async function addPrueftag(tx: Tx, actor: Actor, massnahmeId: string, { am }: PrueftagEingabe): Promise<void> {
  await lockRow(tx, "kim.massnahme", massnahmeId);
  if (am < today()) throw new Refused("Dieser Tag ist schon vorbei. Geben Sie einen kommenden an.", "am");
  await tx
    .insertInto("kim.massnahme_prueftag")
    .values({ kreis: actor.kreis, id: randomUUID(), massnahme_id: massnahmeId, am })
    .execute();
  await recordEvent(tx, actor, { art: "massnahme.geaendert", gegenstand: { art: "massnahme", id: massnahmeId } });
}

/** The measure whose day it is, held; open days only. @throws NotFound, Refused */
async function heldBy(tx: Tx, id: string): Promise<string> {
  const found = () =>
    tx.selectFrom("kim.massnahme_prueftag").select(["massnahme_id", "erledigt_am"]).where("id", "=", id);
  const row = isId(id) ? await found().executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  await lockRow(tx, "kim.massnahme", row.massnahme_id);
  const now = await found().executeTakeFirst();
  if (now === undefined) throw new NotFound();
  if (now.erledigt_am !== null)
    throw new Refused("An diesem Tag hat schon jemand nachgesehen. Laden Sie die Seite neu.");
  return row.massnahme_id;
}

/** What somebody saw. Returns the measure. @throws NotFound, Refused */
export async function finishPrueftag(tx: Tx, actor: Actor, id: string, input: BefundEingabe): Promise<string> {
  const massnahmeId = await heldBy(tx, id);
  refuseErkennbar({ befund: input.befund }, input.kein_name);
  await tx
    .updateTable("kim.massnahme_prueftag")
    .set({ erledigt_am: today(), befund: input.befund })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "massnahme.angesehen", gegenstand: { art: "massnahme", id: massnahmeId } });
  return massnahmeId;
}

/** Nobody looks on this day. Returns the measure. @throws NotFound, Refused */
export async function removePrueftag(tx: Tx, actor: Actor, id: string): Promise<string> {
  const massnahmeId = await heldBy(tx, id);
  await tx.deleteFrom("kim.massnahme_prueftag").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "massnahme.geaendert", gegenstand: { art: "massnahme", id: massnahmeId } });
  return massnahmeId;
}
