import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { lockRow } from "../../../platform/held.ts";
import { refuseErkennbar } from "../../luecken/index.ts";
import type { ArbeitEingabe } from "../model/massnahme.ts";

const changed = (tx: Tx, actor: Actor, id: string) =>
  recordEvent(tx, actor, { art: "massnahme.geaendert", gegenstand: { art: "massnahme", id } });

/** Adds something that has to be done for a measure. @throws NotFound, Refused */
export async function addArbeit(tx: Tx, actor: Actor, massnahmeId: string, input: ArbeitEingabe): Promise<void> {
  await lockRow(tx, "kim.massnahme", massnahmeId);
  refuseErkennbar({ was: input.was, wer: input.wer }, input.kein_name);
  const { was, wer, bis } = input;
  await tx
    .insertInto("kim.massnahme_arbeit")
    .values({ kreis: actor.kreis, id: randomUUID(), massnahme_id: massnahmeId, was, wer, bis })
    .execute();
  await changed(tx, actor, massnahmeId);
}

/** The measure that something has to be done for, held. @throws NotFound */
async function heldBy(tx: Tx, id: string): Promise<string> {
  const row = isId(id)
    ? await tx.selectFrom("kim.massnahme_arbeit").select("massnahme_id").where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  await lockRow(tx, "kim.massnahme", row.massnahme_id);
  return row.massnahme_id;
}

/** Marks it as done today, or as not done after all. Returns the measure. @throws NotFound */
export async function finishArbeit(tx: Tx, actor: Actor, id: string, erledigt: boolean): Promise<string> {
  const massnahmeId = await heldBy(tx, id);
  await tx
    .updateTable("kim.massnahme_arbeit")
    .set({ erledigt_am: erledigt ? today() : null })
    .where("id", "=", id)
    .execute();
  await changed(tx, actor, massnahmeId);
  return massnahmeId;
}

/** Takes it away. Returns the measure. @throws NotFound */
export async function removeArbeit(tx: Tx, actor: Actor, id: string): Promise<string> {
  const massnahmeId = await heldBy(tx, id);
  await tx.deleteFrom("kim.massnahme_arbeit").where("id", "=", id).execute();
  await changed(tx, actor, massnahmeId);
  return massnahmeId;
}
